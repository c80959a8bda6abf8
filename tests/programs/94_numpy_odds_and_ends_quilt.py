import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def steps_to_one(n):
    count = 0
    while n > 1 and (count := count + 1):
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    return count


collatz = np.frompyfunc(lambda n: steps_to_one(n), 1, 1)


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


gen = primes()
first = np.fromiter((next(gen) for _ in range(400)), dtype=np.int64, count=400)

# top left: lengths of Collatz sequences
lengths = collatz(np.arange(2, 2 + 64 * 64)).astype(np.int16).reshape(64, 64)

# top right: gaps between primes, smoothed by a sliding window
gaps = np.diff(first)[:384].astype(float)
smooth = sliding_window_view(np.pad(gaps, 4, mode="wrap"), 9).mean(axis=-1)
table = np.resize(smooth, (64, 64))

# bottom left: rows sorted by two keys
rng = np.random.default_rng(5)
a, b = rng.binomial(20, 0.4, 64), rng.geometric(0.1, 64)
order = np.lexsort((b, a))
sorted_grid = np.take(np.add.outer(a, b), order, axis=0)[:, ::-1]

# bottom right: windows picked with np.ix_ and scattered with np.put
spots = np.zeros((64, 64), dtype=np.int32)
spots[np.ix_(np.r_[4:60:8, 5:60:8], np.r_[4:60:8, 5:60:8])] = 3
np.put(spots, first[first < spots.size], 6)
spots.flat[::65] = 9

panels = [lengths, table, sorted_grid, spots]
normed = [(p - p.min()) / np.ptp(p) for p in panels]
mosaic = np.block([normed[:2], normed[2:]])
ramp = np.array([[13, 8, 60], [120, 20, 130], [230, 90, 80], [250, 240, 160]], dtype=float)
image = np.stack([np.interp(mosaic, np.linspace(0, 1, 4), ramp[:, c]) for c in range(3)], -1)
image = image.astype(np.uint8, copy=False).repeat(2, 0).repeat(2, 1)
image.setflags(write=False)
print(image.shape, image.nbytes, "bytes; largest prime", first[-1])
