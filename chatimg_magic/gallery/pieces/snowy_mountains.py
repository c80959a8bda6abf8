# prompt: snow-capped mountains under a clear sky
# tags: mountains, snow, peaks, alps, landscape, ridge, triangle, nature
# mode: rgb
import numpy as np

H, W = 256, 256
yy, xx = np.mgrid[0:H, 0:W]
t = (yy / (H - 1))[:, :, None]
image = np.array([90, 150, 220]) * (1 - t) + np.array([225, 240, 250]) * t
image = image.astype(np.uint8)
peaks = [(0.78, 0.32, (125, 140, 165)), (0.2, 0.28, (110, 125, 150)),
         (0.5, 0.14, (85, 100, 130))]  # x, top, colour: far peaks first
for x, top, color in peaks:
    depth = yy - top * H  # rows below the peak
    mountain = np.abs(xx - x * W) <= depth * 0.55 * W / H
    image[mountain] = color
    snowline = 0.2 * H + 0.03 * H * np.abs((xx / W * 12) % 2 - 1)  # zigzag
    snow = mountain & (depth < snowline)
    image[snow] = (250, 252, 255)
meadow = yy >= 0.86 * H
image[meadow] = (80, 130, 80)
