import numpy as np

def make_scene(h, w):
    y, x = np.mgrid[0:h, 0:w]
    img = 0.25 + 0.5 * y / h
    nx = (x - w * 0.5) / (w * 0.32)
    ny = (y - h * 0.5) / (h * 0.32)
    r2 = nx**2 + ny**2
    nz = np.sqrt(np.maximum(0, 1 - r2))
    shade = np.clip(-0.5 * nx - 0.6 * ny + 0.62 * nz, 0, 1)
    return np.where(r2 < 1, 0.05 + 0.95 * shade, img)

def floyd_steinberg(gray):
    buf = gray.copy()
    h, w = buf.shape
    for y in range(h):
        for x in range(w):
            old = buf[y, x]
            new = 1.0 if old > 0.5 else 0.0
            buf[y, x] = new
            err = old - new
            if x + 1 < w:
                buf[y, x + 1] += err * 7 / 16
            if y + 1 < h:
                if x > 0:
                    buf[y + 1, x - 1] += err * 3 / 16
                buf[y + 1, x] += err * 5 / 16
                if x + 1 < w:
                    buf[y + 1, x + 1] += err * 1 / 16
    return buf

bw = floyd_steinberg(make_scene(160, 160))
image = (bw * 255).astype(np.uint8)   # grayscale (H, W)
print("black pixels: {:.1%}".format((image == 0).mean()))
