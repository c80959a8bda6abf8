import numpy as np
import matplotlib.pyplot as plt

months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
rain = np.array([78, 62, 55, 48, 51, 44, 39, 46, 60, 82, 90, 85])
temp = np.array([3.1, 3.9, 6.8, 10.2, 14.0, 17.3, 19.5, 19.1, 15.9, 11.4, 6.9, 4.0])

fig, ax = plt.subplots(figsize=(3, 2), dpi=100)
ax.bar(months, rain, color="steelblue", alpha=0.8)
ax2 = ax.twinx()
ax2.plot(months, temp, color="darkorange", marker="o", markersize=3, linewidth=1.5)
ax.set_title("Rain (mm) and temperature", fontsize=8)
ax.tick_params(axis="x", labelsize=5)
ax.tick_params(axis="y", labelsize=6)
ax2.tick_params(labelsize=6)
for spine in ("top",):
    ax.spines[spine].set_visible(False)
    ax2.spines[spine].set_visible(False)
fig.tight_layout()

fig.canvas.draw()
image = np.array(fig.canvas.renderer.buffer_rgba())
plt.close(fig)
print("chart pixels:", image.shape)
