# Request: "Create a synthetic microscope picture of cells and show it segmented by watershed with coloured overlays and outlines."
import numpy as np
from scipy import ndimage as ndi
from skimage import color, draw, feature, filters, measure, morphology, segmentation
import matplotlib.pyplot as plt

H, W = 300, 400
rng = np.random.default_rng(77)

# --- fake nuclei: record array with position, axes and angle ------------------
n = 70
cells = np.rec.fromarrays(
    [rng.uniform(10, H - 10, n), rng.uniform(10, W - 10, n),
     rng.gamma(30, 0.45, n), rng.gamma(30, 0.36, n),
     rng.uniform(-np.pi, np.pi, n), rng.beta(6, 3, n)],
    names="row,col,a,b,angle,level",
)
raw = np.zeros((H, W))
for cell in cells:
    rr, cc = draw.ellipse(cell.row, cell.col, cell.a, cell.b, shape=(H, W), rotation=cell.angle)
    np.maximum.at(raw, (rr, cc), cell.level)

# --- optics: blur, uneven illumination, shot noise ----------------------------
yy, xx = np.mgrid[0:1:H * 1j, 0:1:W * 1j]
illumination = 1.0 - 0.35 * ((yy - 0.5) ** 2 + (xx - 0.4) ** 2)
micro = filters.gaussian(raw, 1.6) * illumination + 0.06
micro = rng.poisson(micro * 180) / 180.0
micro = np.clip(micro / micro.max(), 0, 1)

# --- segmentation -------------------------------------------------------------
smooth = filters.gaussian(micro, 1.5)
mask = smooth > filters.threshold_otsu(smooth)
mask = ndi.binary_fill_holes(morphology.binary_opening(mask, morphology.disk(2)))
distance = filters.gaussian(ndi.distance_transform_edt(mask), 1.0)
peaks = feature.peak_local_max(distance, min_distance=7, labels=measure.label(mask))
markers = np.zeros((H, W), dtype=int)
markers[tuple(peaks.T)] = np.arange(1, len(peaks) + 1)
labels = segmentation.watershed(-distance, markers, mask=mask)
labels = segmentation.clear_border(labels)
labels, _, _ = segmentation.relabel_sequential(labels)

areas = [p.area for p in measure.regionprops(labels)]
print(f"{labels.max()} whole cells, median area {np.median(areas):.0f} px")

# --- overlay ------------------------------------------------------------------
overlay = color.label2rgb(labels, image=micro, alpha=0.35, bg_label=0)
image = segmentation.mark_boundaries(overlay, labels, color=(1, 1, 0.3), mode="inner")

# small cross at every centroid
for p in measure.regionprops(labels):
    r, c = map(int, p.centroid)
    image[max(r - 2, 0):r + 3, c] = (1, 0, 0)
    image[r, max(c - 2, 0):c + 3] = (1, 0, 0)

plt.imshow(image)
plt.axis("off")
plt.show()
