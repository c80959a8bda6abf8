import numpy as np

# Royal tartan: thread count (colour, threads)
sett = "R32 B6 R4 G16 Y2 G16 R4 B6 R8 W2 R8"
colors = dict(R=(190, 20, 30), B=(25, 40, 110), G=(20, 90, 50), Y=(235, 200, 40), W=(240, 240, 235))

threads = []
for token in sett.split():
    name, count = token[0], int(token[1:])
    threads += [colors[name]] * count
threads += threads[::-1]
threads = np.array(threads, dtype=np.uint8)

SIZE = 256
idx = np.arange(SIZE) % len(threads)
warp = np.broadcast_to(threads[idx][None, :, :], (SIZE, SIZE, 3))
weft = np.broadcast_to(threads[idx][:, None, :], (SIZE, SIZE, 3))

i, j = np.indices((SIZE, SIZE))
over = ((i + j) % 4) < 2          # 2/2 twill
image = np.where(over[..., None], warp, weft)
image = (image * np.where(over, 1.0, 0.9)[..., None]).astype(np.uint8)
print(f"Sett of {len(threads)} threads, image {image.shape}")
