import numpy as np
from scipy.integrate import solve_ivp

def lorenz(t, state, sigma=10.0, rho=28.0, beta=8 / 3):
    x, y, z = state
    return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z]

sol = solve_ivp(lorenz, (0, 60), [0.1, 0.0, 0.0], t_eval=np.linspace(1, 60, 40000), rtol=1e-7)
x, y, z = sol.y

H, W = 220, 260
u = ((x + y * 0.3) / 60 + 0.5) * (W - 20) + 10
v = (1 - z / 52) * (H - 20) + 10
speed = np.linalg.norm(np.gradient(sol.y, axis=1), axis=0)
speed = (speed - speed.min()) / np.ptp(speed)

acc = np.zeros((H, W))
heat = np.zeros((H, W))
rows, cols = v.astype(int).clip(0, H - 1), u.astype(int).clip(0, W - 1)
np.add.at(acc, (rows, cols), 1)
np.add.at(heat, (rows, cols), speed)
mean_speed = np.divide(heat, acc, out=np.zeros_like(heat), where=acc > 0)
glow = 1 - np.exp(-acc / 1.5)

image = np.zeros((H, W, 3))
image[..., 0] = glow * (0.2 + 0.8 * mean_speed)
image[..., 1] = glow * (0.5 + 0.3 * np.sin(3 * mean_speed))
image[..., 2] = glow * (1 - 0.6 * mean_speed)
image = (image.clip(0, 1) * 255).astype(np.uint8)
print('integration:', sol.message)
