import numpy as np
from skimage import color, filters, measure, morphology, segmentation, util
from scipy import ndimage as ndi

rng = np.random.default_rng(10)
H, W = 200, 260
yy, xx = np.mgrid[:H, :W]
gray = np.zeros((H, W))

# synthetic overlapping coins
for cy, cx, r in zip(rng.integers(25, H - 25, 14), rng.integers(25, W - 25, 14), rng.integers(14, 26, 14)):
    d = np.hypot(yy - cy, xx - cx)
    gray = np.maximum(gray, np.where(d < r, 0.6 + 0.3 * np.cos(d / r * 1.4), 0))
gray = util.random_noise(gray, mode="gaussian", var=0.004, rng=1)

smooth = filters.gaussian(gray, sigma=1.5)
binary = smooth > filters.threshold_otsu(smooth)
binary = morphology.opening(binary, morphology.disk(3))

distance = ndi.distance_transform_edt(binary)
peaks = morphology.h_maxima(distance, 1.5)
markers = measure.label(peaks)
labels = segmentation.watershed(-distance, markers, mask=binary)

overlay = color.label2rgb(labels, image=smooth, alpha=0.45, bg_label=0, bg_color=(0.05, 0.05, 0.15))
image = segmentation.mark_boundaries(overlay, labels, color=(1, 1, 0))
image = util.img_as_ubyte(np.clip(image, 0, 1))

for region in measure.regionprops(labels)[:3]:
    print(f"label {region.label}: area={region.area:.0f} centroid=({region.centroid[0]:.1f}, {region.centroid[1]:.1f})")
