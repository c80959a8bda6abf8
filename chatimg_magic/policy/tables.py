"""What generated code may contain: the policy's allow-lists, to be read by people.

Anything that is not named here is refused.
"""

from __future__ import annotations

import builtins
import re
import unicodedata
from functools import lru_cache
from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SYNTAX = _words("""
    Module Expr Assign AugAssign AnnAssign Pass If For While Break Continue Return FunctionDef arguments arg
    ClassDef Lambda Global Nonlocal Import ImportFrom alias Try ExceptHandler Raise Assert With withitem Yield YieldFrom
    Match match_case MatchValue MatchSingleton MatchSequence MatchStar MatchAs MatchOr
    Name Load Store Del Constant Attribute Subscript Slice Starred Call keyword Tuple List Dict Set
    ListComp SetComp DictComp GeneratorExp comprehension IfExp JoinedStr FormattedValue
    BinOp UnaryOp BoolOp Compare And Or Not UAdd USub Invert
    Add Sub Mult Div FloorDiv Mod Pow MatMult LShift RShift BitAnd BitOr BitXor
    Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
""")

BUILTINS = _words("""
    abs all any bin bool chr complex dict divmod enumerate filter float frozenset hash hex int isinstance iter len list map
    max min next object oct ord pow print property range repr reversed round set slice sorted staticmethod classmethod
    str sum super tuple zip bytes
    ArithmeticError AssertionError AttributeError Exception ImportError IndexError KeyError LookupError MemoryError
    ModuleNotFoundError NameError NotImplementedError OSError OverflowError RuntimeError StopIteration TypeError
    ValueError ZeroDivisionError FileNotFoundError NotImplemented Ellipsis
""")

PYTHON = frozenset(dir(builtins)) | _words("get_ipython display exit quit help")
"""What Python and notebooks have without an import: what a name is again when the code's own is taken away."""

NEVER_RENAMED = _words("dict isinstance super property staticmethod classmethod")
"""Builtins that not even a function may give to a variable of its own."""

NOTEBOOK_NAMES = ("__", "_repr_", "_ipython_", "_render_")
"""How names begin that Python or a notebook uses by itself; see :data:`SPECIAL_METHODS`."""

SPECIAL_METHODS = _words("""
    __init__ __post_init__ __call__ __len__ __iter__ __next__ __getitem__ __contains__ __repr__ __str__ __eq__ __lt__
    __hash__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __floordiv__ __mod__ __pow__ __neg__ __abs__
    __matmul__ __iadd__ __isub__ __imul__ __setitem__ __gt__ __le__ __ge__ __ne__ __bool__
""")

NUMPY = _words("""
    abs absolute acos add all allclose amax amin angle any append apply_along_axis arange arccos arccosh arcsin arcsinh
    arctan arctan2 arctanh argmax argmin argpartition argsort argwhere around array array_equal array_split asarray
    ascontiguousarray asanyarray asin astype atan atan2 atleast_1d atleast_2d atleast_3d average bartlett bincount
    bitwise_and bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor
    blackman block bool bool_ broadcast_arrays broadcast_shapes broadcast_to byte c_ cbrt ceil choose clip column_stack
    complex128 complex64 compress concat concatenate conj conjugate convolve copy copysign copyto corrcoef correlate cos
    cosh count_nonzero cov cross cumprod cumsum cumulative_prod cumulative_sum deg2rad degrees delete diag diag_indices
    diagflat diagonal diff digitize divide divmod dot double dsplit dstack dtype e ediff1d einsum empty empty_like equal
    errstate euler_gamma exp exp2 expand_dims expm1 extract eye fabs fill_diagonal finfo fix flatnonzero flip fliplr
    flipud float16 float32 float64 float_power floor floor_divide fmax fmin fmod frexp fromfunction fromiter full
    full_like gcd geomspace gradient greater greater_equal half hamming hanning heaviside histogram histogram2d hsplit
    hstack hypot i0 identity iinfo imag in1d indices inf inner insert int16 int32 int64 int8 int_ intc integer interp
    intersect1d intp invert isclose isfinite isin isinf isnan issubdtype ix_ kaiser kron lcm ldexp left_shift less
    less_equal lexsort linspace log log10 log1p log2 logaddexp logical_and logical_not logical_or logical_xor logspace
    mask_indices matmul matrix_transpose max maximum mean median meshgrid mgrid min minimum mod modf moveaxis multiply
    nan nan_to_num nanargmax nanargmin nanmax nanmean nanmedian nanmin nanpercentile nanstd nansum nanvar ndenumerate
    ndim ndindex negative newaxis nonzero not_equal number ogrid ones ones_like outer packbits pad partition percentile
    permute_dims pi piecewise place polyfit polyval positive pow power prod ptp put put_along_axis putmask quantile r_
    rad2deg radians ravel ravel_multi_index real reciprocal remainder repeat reshape resize right_shift rint roll
    rollaxis roots rot90 round s_ searchsorted select shape sign signbit sin sinc single sinh size sort split sqrt square
    squeeze stack std subtract sum swapaxes take take_along_axis tan tanh tensordot tile trace transpose trapezoid tri
    tril tril_indices triu triu_indices true_divide trunc ubyte uint uint16 uint32 uint64 uint8 uintp union1d unique
    unpackbits unravel_index unwrap vander var vdot vectorize vsplit vstack where zeros zeros_like
    array2string ndarray setdiff1d setxor1d floating generic
""")

TYPES = _words("ndarray NDArray ArrayLike")
"""Types of arrays: they may stand in annotations and in ``isinstance``, never be called or handed on."""

RANDOM = _words("""
    default_rng Generator seed rand randn randint random random_sample uniform normal choice permutation shuffle
    standard_normal beta binomial exponential gamma poisson triangular laplace lognormal rayleigh integers RandomState
""")

MODULES: dict[str, frozenset[str]] = {
    "numpy": NUMPY,
    "numpy.random": RANDOM,
    "numpy.linalg": _words("norm inv det solve eig eigh eigvals svd qr lstsq matrix_power pinv cross LinAlgError"),
    "numpy.fft": _words("fft ifft fft2 ifft2 fftn ifftn rfft irfft rfft2 irfft2 fftshift ifftshift fftfreq rfftfreq"),
    "numpy.typing": _words("NDArray ArrayLike"),
    "numpy.lib": frozenset(),
    "numpy.lib.stride_tricks": _words("sliding_window_view"),
    "math": _words("""
        acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 fabs
        factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10
        log1p log2 modf nan perm pi pow prod radians remainder sin sinh sqrt tan tanh tau trunc
    """),
    "cmath": _words(
        "acos asin atan cos cosh exp isclose isfinite log log10 phase pi polar rect sin sinh sqrt tan tanh tau e"
    ),
    "random": _words("""
        Random betavariate choice choices expovariate gauss normalvariate randint random randrange sample seed shuffle
        triangular uniform
    """),
    "itertools": _words("""
        accumulate chain combinations combinations_with_replacement compress count cycle dropwhile islice pairwise
        permutations product repeat starmap takewhile zip_longest batched groupby
    """),
    "functools": _words("cache lru_cache partial reduce"),
    "collections": _words("Counter OrderedDict defaultdict deque namedtuple"),
    "dataclasses": _words("dataclass field"),
    "typing": _words("Any Callable Dict Iterable Iterator List Literal NamedTuple Optional Sequence Tuple Union"),
    "abc": _words("ABC abstractmethod"),
    "colorsys": _words("hls_to_rgb hsv_to_rgb rgb_to_hls rgb_to_hsv rgb_to_yiq yiq_to_rgb"),
    "operator": _words("add and_ mul neg or_ sub truediv xor"),
    "statistics": _words("mean median mode pstdev stdev variance"),
    "fractions": _words("Fraction"),
    "copy": _words("copy"),
    "bisect": _words("bisect bisect_left bisect_right insort"),
    "heapq": _words("heapify heappop heappush nlargest nsmallest"),
    "warnings": _words("filterwarnings simplefilter catch_warnings"),
    "__future__": _words("annotations"),
    "matplotlib": frozenset(),
    "matplotlib.pyplot": _words("""
        axis close colorbar figure gca gcf grid imshow margins show subplot subplots subplots_adjust suptitle
        tight_layout title xlabel xticks ylabel yticks
    """),
    "matplotlib.colors": _words("hsv_to_rgb rgb_to_hsv to_rgb to_rgba to_hex"),
    "PIL": frozenset(),
    "PIL.Image": _words("""
        Image new fromarray merge blend composite alpha_composite linear_gradient radial_gradient effect_noise Resampling
        Transpose NEAREST BILINEAR BICUBIC LANCZOS ANTIALIAS FLIP_LEFT_RIGHT FLIP_TOP_BOTTOM ROTATE_90 ROTATE_180 ROTATE_270
        AFFINE PERSPECTIVE
    """),
    "PIL.ImageDraw": _words("Draw ImageDraw floodfill"),
    "PIL.ImageFont": _words("load_default truetype"),
    "PIL.ImageFilter": _words("""
        BLUR BoxBlur CONTOUR DETAIL EDGE_ENHANCE EDGE_ENHANCE_MORE EMBOSS FIND_EDGES GaussianBlur MaxFilter MedianFilter
        MinFilter ModeFilter SHARPEN SMOOTH SMOOTH_MORE UnsharpMask
    """),
    "PIL.ImageOps": _words(
        "autocontrast colorize crop equalize expand fit flip grayscale invert mirror pad posterize solarize"
    ),
    "PIL.ImageChops": _words(
        "add add_modulo blend composite darker difference duplicate invert lighter multiply offset screen subtract"
    ),
    "PIL.ImageEnhance": _words("Brightness Color Contrast Sharpness"),
    "PIL.ImageColor": _words("getcolor getrgb"),
    "scipy": frozenset(),
    "scipy.ndimage": _words("""
        affine_transform binary_closing binary_dilation binary_erosion binary_fill_holes binary_opening center_of_mass
        convolve correlate distance_transform_edt find_objects gaussian_filter gaussian_laplace generate_binary_structure
        grey_dilation grey_erosion label laplace map_coordinates maximum_filter median_filter minimum_filter rotate shift
        sobel uniform_filter zoom
    """),
    "skimage": frozenset(),
    "skimage.draw": _words("""
        bezier_curve circle_perimeter circle_perimeter_aa disk ellipse ellipse_perimeter line line_aa polygon
        polygon_perimeter rectangle rectangle_perimeter set_color
    """),
}
"""Modules that may be imported, and what may be used of each."""

HEAVY = ("scipy.ndimage", "skimage.draw", "matplotlib.colors")
"""Modules that the sandbox loads only for code that imports them."""


def heavy_imports(source: str) -> tuple[str, ...]:
    """Return the modules of :data:`HEAVY` that code mentions importing."""
    return tuple(name for name in HEAVY if re.search(rf"\b{name.split('.')[0]}\b.*\b{name.split('.')[1]}\b", source))


ATTRIBUTES = _words("""
    T all any argmax argmin argpartition argsort astype choose clip compress conj conjugate copy cumprod cumsum diagonal
    dot dtype fill flat flatten imag item itemsize max mean min nbytes ndim nonzero partition prod put ravel real repeat
    reshape resize round searchsorted shape size sort squeeze std sum swapaxes take tolist trace transpose var
    integers random normal uniform choice permutation permuted shuffle standard_normal beta binomial exponential gamma
    poisson triangular rand randn randint random_sample sample seed gauss choices randrange lognormal rayleigh laplace
    append extend insert pop popleft appendleft remove index count reverse clear keys values items get setdefault update
    union intersection difference add discard most_common fromkeys
    upper lower strip lstrip rstrip split rsplit splitlines join replace startswith endswith find rfind isdigit isalpha
    isupper islower title capitalize zfill ljust rjust center encode partition isspace format isalnum hex
    bit_length numerator denominator is_integer name value
    at outer reduce accumulate reduceat
    convert crop rotate thumbnail paste point filter getbbox getpixel putpixel getdata putdata putalpha mode width height
    quantize histogram alpha_composite enhance
    arc chord circle ellipse line multiline_text multiline_textbbox pieslice polygon rectangle regular_polygon
    rounded_rectangle text textbbox textlength getmask
    imshow axis set_title set_axis_off set_xticks set_yticks set_aspect set_xlim set_ylim set_facecolor tight_layout
    set_position add_axes add_subplot suptitle subplots_adjust invert_yaxis set_xlabel set_ylabel grid patch
    eps bits tiny NEAREST BILINEAR BICUBIC LANCZOS FLIP_LEFT_RIGHT FLIP_TOP_BOTTOM ROTATE_90 ROTATE_180 ROTATE_270
    args from_iterable
""")
"""Attributes and methods that may be used on any value."""

IN_PLACE = _words("fill sort put partition resize")
"""Methods that change an array in place: not for arrays that are the person's."""

OWN = _words("""
    canvas data path state forward render
    a accent active after align alive alpha angle angles arrow b background bands bar before bevel bold bottom
    bottoms bounds box boxes bubble c changed channels children closed col color colors cols contains
    coordinates coords corners counts current d default delta depth diag dim dimension direction domain draw dx
    dy dz edges element elements extent f factor features field fields filled finish finished flip fraction gap
    gradient group h id image images indices interval k key kind label labels layer layers left lefts length
    lines link m margin margins markers mask matrix median minor n norm normalize number nx ny o offset offsets
    order orientation origin outline pad paint palette pan parent parts pick pitch places plot poly pos position
    power product profile r rad radii radius rank rects right rights rotation rows s samples scale scaled shade
    shading shadow shrink sign simple sizes skew slope space spacing span square stack start step stop stretch
    stroke style symbol table tag tags target threshold tile top tops total transform transformed translate
    triangles trim u unit units v vals variance vector vertices visible vmax vmin w wedge weight widths x xmax
    xmin xy y ymax ymin z zmax zmin zoom zorder
""")
"""Attributes of libraries that code may give to objects of its own all the same, because they are harmless everywhere."""

HANDED_OUT = _words("filter getmask getmesh")
"""Methods by which Pillow hands its insides to objects of others: code may not have them."""

BASES = _words("object typing.NamedTuple abc.ABC Exception ValueError RuntimeError")
"""What classes may inherit from, besides the code's own classes."""

INVISIBLE = ("Cf", "Cc", "Co", "Cn", "Cs", "Zl", "Zp")
"""Unicode's categories of characters that cannot be seen, or end a line for some readers and not for Python."""

BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Letters that look like nothing."""

CONTROL = frozenset(map(chr, {*range(32), 127} - {ord("\t")}))

PLAIN_FIELDS = re.compile(r"(?:[^{}]|\{\{|\}\}|\{\w*(?:![rsa])?(?::[^{}]*)?\})*")
"""Texts for ``str.format`` that do not look into objects."""

CONTEXTS = _words("errstate catch_warnings")
"""What may stand in a ``with`` statement."""

REFUSED_KEYWORDS = _words("""
    refcheck buffer buf file like allow_pickle writeable out_file fp
    usetex fontdict fontproperties font_properties formatter override_repr FigureClass
""")
"""Keyword arguments that reach memory or files, or start LaTeX, or change how the notebook prints."""

CLASSES = _words("""
    Counter OrderedDict Fraction Random vectorize errstate ndindex ndenumerate finfo iinfo catch_warnings Image ImageDraw
    Brightness Color Contrast Sharpness BoxBlur GaussianBlur MaxFilter MedianFilter MinFilter ModeFilter UnsharpMask
    ABC NamedTuple Any Callable Dict Iterable Iterator List Literal Optional Sequence Tuple Union LinAlgError Generator
    RandomState partial defaultdict deque Resampling Transpose dataclass
""")
"""Classes of libraries that code could change for the whole session: they may be called, not handed on."""

INDEXED_ONLY = _words("mgrid ogrid r_ c_ s_")
"""Objects of NumPy's that keep settings of their own."""

TEXTS = _words("title suptitle xlabel ylabel set_title set_xlabel set_ylabel")
STATEMENTS_ONLY = TEXTS | _words("text xticks yticks set_xticks set_yticks")
"""Calls whose result, one of matplotlib's texts, would open files and start LaTeX; those of TEXTS with plain text only."""

FONT_USERS = _words("text multiline_text textbbox multiline_textbbox textlength")
"""Pillow's functions that take ``font=``."""

GENERICS = _words("list tuple dict set frozenset")
"""Builtins that stand before brackets in type hints."""

DECORATORS = _words("cache lru_cache staticmethod classmethod property dataclass abstractmethod vectorize")
"""They neither call nor replace what they decorate."""


FIXED = CLASSES | TYPES | INDEXED_ONLY | DECORATORS | CONTEXTS
"""What the rules know by its name: that must mean nothing else."""


def invisible(char: str) -> bool:
    """Whether a character cannot be seen."""
    return unicodedata.category(char) in INVISIBLE or char in BLANK_LETTERS


@lru_cache(maxsize=1)
def taken() -> frozenset[str]:
    """Return the attributes that libraries use: with one of them, code could reach into a library's object."""
    return frozenset(Path(__file__).with_name("taken.txt").read_text("utf-8").split()) | HANDED_OUT
