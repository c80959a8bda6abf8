import numpy as np

N = 256
rng = np.random.default_rng(404)

# 1/f^beta noise made in the frequency domain
fy = np.fft.fftfreq(N)[:, None]
fx = np.fft.rfftfreq(N)[None, :]
f = np.hypot(fx, fy)
f[0, 0] = 1
spectrum = (rng.normal(size=f.shape) + 1j * rng.normal(size=f.shape)) / f ** 1.8
spectrum[0, 0] = 0
noise = np.fft.irfft2(spectrum, s=(N, N))
noise = (noise - noise.mean()) / noise.std()

x = np.linspace(0, 1, N)
veins = np.abs(np.sin(8 * np.pi * (x[None, :] + x[:, None] * 0.4) + 2.2 * noise))
veins = veins ** 0.35

white = np.array([238, 236, 232])
dark = np.array([60, 70, 84])
image = (dark + (white - dark) * veins[..., None]).astype(np.uint8)
print(f"noise std {noise.std():.3f}; image {image.shape}")
