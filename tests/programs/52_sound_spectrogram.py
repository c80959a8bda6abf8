import numpy as np
from scipy import signal
import matplotlib

fs = 8000
t = np.arange(0, 2.0, 1 / fs)

chirp = signal.chirp(t, f0=200, f1=3500, t1=2.0, method="quadratic")
tone = 0.5 * np.sin(2 * np.pi * 1200 * t) * (np.sin(2 * np.pi * 3 * t) > 0)
bell = 0.8 * np.sin(2 * np.pi * 2600 * t) * np.exp(-3 * np.mod(t, 0.5))
rng = np.random.default_rng(0)
audio = chirp + tone + bell + 0.02 * rng.standard_normal(t.size)

f, times, S = signal.spectrogram(audio, fs, window=signal.windows.hann(256), nperseg=256, noverlap=200)
db = 10 * np.log10(S + 1e-12)
db = np.flipud(db)
norm = np.clip((db - db.max() + 60) / 60, 0, 1)

cmap = matplotlib.colormaps["inferno"]
rgb = (cmap(norm)[..., :3] * 255).astype(np.uint8)
image = rgb[:, :290]
print("frequency bins:", len(f), "frames:", len(times), "image:", image.shape)
