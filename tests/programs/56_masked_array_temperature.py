import numpy as np
import numpy.ma as ma

np.random.seed(123)
ny, nx = 90, 140
lat = np.linspace(90, -90, ny)
lon = np.linspace(-180, 180, nx)
LON, LAT = np.meshgrid(lon, lat)

temp = 30 * np.cos(np.radians(LAT)) ** 1.5 - 8 + 4 * np.sin(np.radians(3 * LON + 2 * LAT))
temp += np.random.standard_t(df=5, size=temp.shape) * 0.4

land = (np.sin(np.radians(LON * 2 + 40)) * np.cos(np.radians(LAT * 1.5)) + 0.4 * np.sin(np.radians(LON * 5 - LAT * 3))) > 0.15
field = ma.masked_where(~land, temp)
anomaly = (field - field.mean()) / field.std()

cold, mid, hot = (np.array(c, float) for c in ([49, 54, 149], [255, 255, 191], [165, 0, 38]))
t = ma.clip(anomaly / 2, -1, 1)
rgb = np.zeros((ny, nx, 3))
neg = ma.filled(t < 0, False)
pos = ma.filled(t >= 0, False)
tv = t.filled(0)[..., None]
rgb[neg] = (mid + (cold - mid) * -tv)[neg]
rgb[pos] = (mid + (hot - mid) * tv)[pos]
rgb[field.mask] = (150, 185, 205)

for parallel in (-60, -30, 0, 30, 60):
    rgb[np.abs(lat - parallel).argmin()] *= 0.85
image = rgb.round().astype(np.uint8).repeat(2, axis=0).repeat(2, axis=1)
print(f'valid cells: {field.count()}  mean: {field.mean():.2f} °C')
