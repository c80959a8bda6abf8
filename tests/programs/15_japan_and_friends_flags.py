import numpy as np


def stripes(colors, *, horizontal=True, size=(60, 90)):
    h, w = size
    flag = np.zeros((h, w, 3), dtype=np.uint8)
    n = len(colors)
    for i, col in enumerate(colors):
        if horizontal:
            flag[i * h // n:(i + 1) * h // n] = col
        else:
            flag[:, i * w // n:(i + 1) * w // n] = col
    return flag


def japan(size=(60, 90)):
    h, w = size
    flag = np.full((h, w, 3), 255, np.uint8)
    y, x = np.ogrid[:h, :w]
    flag[(x - w / 2) ** 2 + (y - h / 2) ** 2 <= (h * 0.3) ** 2] = (188, 0, 45)
    return flag


def nordic(bg, cross, inner=None, size=(60, 90)):
    h, w = size
    flag = np.full((h, w, 3), bg, np.uint8)
    flag[h // 2 - 7:h // 2 + 7, :] = cross
    flag[:, w // 3 - 7:w // 3 + 7] = cross
    if inner is not None:
        flag[h // 2 - 3:h // 2 + 3, :] = inner
        flag[:, w // 3 - 3:w // 3 + 3] = inner
    return flag


flags = [
    stripes([(0, 0, 0), (221, 0, 0), (255, 206, 0)]),
    stripes([(0, 85, 164), (255, 255, 255), (239, 65, 53)], horizontal=False),
    japan(),
    nordic((0, 106, 167), (254, 204, 0)),
    nordic((186, 12, 47), (255, 255, 255), (0, 32, 91)),
    stripes([(200, 16, 46), (255, 255, 255), (200, 16, 46)]),
]

pad = lambda f: np.pad(f, ((8, 8), (5, 5), (0, 0)), mode='constant', constant_values=225)
image = np.vstack([np.hstack([pad(f) for f in flags[i:i + 3]]) for i in (0, 3)])
print(image.shape)
