"""Level 5: objects and scenes. What is measured stands in ``level5_judges``, the drawings in ``level5_scenes``."""

from __future__ import annotations

import numpy as np

from chatimg_magic.bench import level5_judges as judges
from chatimg_magic.bench import level5_scenes as scenes
from chatimg_magic.bench.canvas import BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Canvas
from chatimg_magic.bench.spec import Spec
from chatimg_magic.request import Mode, Size

SMILEY = Spec(
    id="l5_smiley",
    level=5,
    prompt="Create a 256 x 256 smiley on a white background: a large centred yellow face circle, two black round eyes "
    "side by side in the upper half of the face, and a red smiling mouth (corners turned up) in the lower half.",
    size=Size(256, 256),
    mode=Mode.RGB,
    judge=judges.smiley,
    reference=scenes.smiley,
    equal={
        "outlined_half_disc": lambda: scenes.smiley(100, mouth="half", outline=True),
        "pale_yellow_big_eyes": lambda: scenes.smiley(118, eye_radius=20, face=(255, 255, 102), lips=(200, 0, 0)),
        "small_gold": lambda: scenes.smiley(85, ((-25, -30), (-25, 30)), 9, face=(255, 204, 0)),
        "parabola_mouth": scenes.parabola_mouth,
    },
    wrong={
        "on_its_side": scenes.face_on_its_side,
        "frown": lambda: scenes.smiley(mouth_row=85, frown=True),
        "one_eye": lambda: scenes.smiley(eyes=[(-35, 0)]),
        "three_eyes": lambda: scenes.smiley(eyes=[(-35, -40), (-35, 0), (-35, 40)]),
        "square_face": scenes.square_face,
        "straight_mouth": lambda: scenes.smiley(mouth="line"),
        "no_mouth": lambda: scenes.smiley(mouth=""),
        "eyes_below": lambda: scenes.smiley(eyes=[(45, -38), (45, 38)], frown=True),
        "blue_face": lambda: scenes.smiley(face=(80, 160, 255)),
        "black_square": lambda: np.zeros((256, 256, 3)),
    },
    harmless=frozenset({"scale80"}),
)

BASKETBALL = Spec(
    id="l5_basketball",
    level=5,
    prompt="Create a 256 x 256 image of a basketball on a white background: a centred orange circle with black seams: "
    "a straight horizontal line and a straight vertical line through its centre, and two curved lines, one left and "
    "one right, that bulge towards the centre.",
    size=Size(256, 256),
    mode=Mode.RGB,
    judge=judges.basketball,
    reference=scenes.ball,
    equal={
        "outlined": lambda: scenes.ball(thickness=4, outline=True),
        "dark_orange_thick": lambda: scenes.ball(115, 7, colour=(207, 100, 10)),
        "parabolas": scenes.ball_with_parabolas,
        "small": lambda: scenes.ball(70, 4),
    },
    wrong={
        "no_seams": lambda: scenes.ball(horizontal=False, vertical=False, sides=""),
        "cross_only": lambda: scenes.ball(sides=""),
        "straight_sides": lambda: scenes.ball(sides="straight"),
        "bulging_outwards": lambda: scenes.ball(sides="out"),
        "one_thick_line": lambda: scenes.ball(thickness=40, vertical=False, sides=""),
        "one_thin_line": lambda: scenes.ball(thickness=3, vertical=False, sides=""),
        "all_black": lambda: np.zeros((256, 256)),
        "shaded_sphere": scenes.shaded_sphere,
        "no_vertical": lambda: scenes.ball(vertical=False),
        "blue": lambda: scenes.ball(colour=(40, 80, 220)),
    },
    harmless=frozenset({"scale80"}),
)

TRAFFIC_LIGHT = Spec(
    id="l5_traffic_light",
    level=5,
    prompt="Create an image with 256 rows and 200 columns of an upright traffic light on a white background: a tall "
    "dark-grey or black rectangle that contains three circles of equal size one below the other: red on top, yellow "
    "in the middle, green at the bottom.",
    size=Size(256, 200),
    mode=Mode.RGB,
    judge=judges.traffic_light,
    reference=scenes.traffic_light,
    equal={
        "black_amber_pole": scenes.light_on_a_pole,
        "small_lamps": lambda: scenes.traffic_light(radius=18, housing=(70, 70, 70)),
    },
    wrong={
        "green_on_top": lambda: scenes.traffic_light((scenes.LAMP_GREEN, YELLOW, RED)),
        "horizontal": lambda: scenes.traffic_light(lying=True),
        "square_lamps": lambda: scenes.traffic_light(square=True),
        "no_yellow": lambda: scenes.traffic_light((RED, scenes.LAMP_GREEN), rows=(58, 198)),
        "yellow_first": lambda: scenes.traffic_light((YELLOW, RED, scenes.LAMP_GREEN)),
        "lamps_outside": lambda: scenes.traffic_light(col=165),
        "no_housing": lambda: scenes.traffic_light(housing=WHITE),
    },
    harmless=frozenset({"fliplr", "shift10", "scale80"}),
)

LANDSCAPE = Spec(
    id="l5_landscape",
    level=5,
    prompt="Create a simple landscape image with 200 rows and 300 columns: blue sky in the upper two thirds, green "
    "grass in the lower third, a round yellow sun in the upper right part of the sky and one white cloud in the upper "
    "left part.",
    size=Size(200, 300),
    mode=Mode.RGB,
    judge=judges.landscape,
    reference=scenes.landscape,
    equal={
        "oval_cloud": scenes.oval_cloud,
        "graded_sky": scenes.graded_sky,
        "big_sun": lambda: scenes.landscape((45, 250), 35, sun_colour=(255, 255, 0)),
    },
    wrong={
        "sun_left": lambda: scenes.landscape((40, 60), cloud=[(50, 220), (45, 240), (52, 260)]),
        "no_cloud": lambda: scenes.landscape(cloud=()),
        "two_clouds": lambda: scenes.landscape(cloud=[(40, 40), (40, 60), (60, 130), (60, 150)]),
        "sun_in_grass": lambda: scenes.landscape((170, 250)),
        "upside_down": lambda: scenes.landscape()[::-1],
        "half_grass": lambda: scenes.landscape(horizon=90),
        "red_sun": lambda: scenes.landscape(sun_colour=RED),
        "no_sun": lambda: scenes.landscape(None),
    },
    harmless=frozenset({"shift10"}),  # the horizon stays within its tolerance
)

TREE = Spec(
    id="l5_tree",
    level=5,
    prompt="Create an image with 256 rows and 200 columns of a tree on a white background: an upright brown trunk with "
    "a much wider green crown on top of it.",
    size=Size(256, 200),
    mode=Mode.RGB,
    judge=judges.tree,
    reference=scenes.tree,
    equal={
        "conifer": lambda: scenes.tree((155, 85, 240, 115), conifer=True),
        "three_discs": lambda: (
            Canvas(256, 200, WHITE)
            .rect(100, 92, 240, 110, (160, 82, 45))
            .discs([(80, 70), (80, 130)], 40, GREEN)
            .disc(50, 100, 45, (0, 128, 0))
            .pixels
        ),
    },
    wrong={
        "upside_down": lambda: scenes.tree()[::-1],
        "detached": lambda: scenes.tree((190, 88, 240, 112)),
        "crown_aside": lambda: scenes.tree(crown=(95, 160, 35)),
        "wide_trunk": lambda: scenes.tree((150, 30, 236, 170)),
        "red_crown": lambda: scenes.tree(leaves=RED),
        "no_trunk": lambda: scenes.tree((0, 0, 0, 0)),
        "grey_trunk": lambda: scenes.tree(bark=(120, 120, 120)),
    },
    harmless=frozenset({"fliplr", "shift10", "scale80"}),
)

CAR = Spec(
    id="l5_car",
    level=5,
    prompt="Create an image with 220 rows and 300 columns of a car seen from the side on a white background: a red "
    "body, exactly two round black wheels of equal size at the bottom of the body, and at least one light-blue window "
    "in the upper part.",
    size=Size(220, 300),
    mode=Mode.RGB,
    judge=judges.car,
    reference=lambda: scenes.car().pixels,
    equal={
        "hubs": lambda: scenes.car(hubs=True).pixels,
        "van": scenes.van,
        "road_and_lamp": lambda: (
            scenes.car().rect(192, 0, 220, 300, (128, 128, 128)).rect(125, 252, 137, 262, YELLOW).pixels
        ),
    },
    wrong={
        "one_wheel": lambda: scenes.car([(165, 150)]).pixels,
        "three_wheels": lambda: scenes.car([(165, 75), (165, 150), (165, 225)]).pixels,
        "wheels_on_top": lambda: scenes.car([(60, 90), (60, 210)]).pixels,
        "unequal": lambda: scenes.car([(165, 90)]).disc(165, 210, 38, BLACK).pixels,
        "square_wheels": lambda: scenes.car(square_wheels=True).pixels,
        "no_window": lambda: scenes.car(windows=False).pixels,
        "blue_body": lambda: scenes.car(paint=(20, 40, 210)).pixels,
        "wheels_far_below": lambda: scenes.car([(195, 90), (195, 210)], 20, (80, 40, 130, 260)).pixels,
        "upside_down": lambda: scenes.car().pixels[::-1],
    },
    harmless=frozenset({"fliplr", "shift10", "scale80"}),
)

HEART = Spec(
    id="l5_heart",
    level=5,
    prompt="Create a 256 x 256 white image with one large solid red heart in the centre: two round lobes at the top, "
    "one point at the bottom.",
    size=Size(256, 256),
    mode=Mode.RGB,
    judge=judges.heart,
    reference=scenes.heart,
    equal={
        "discs_and_triangle": scenes.heart_of_discs,
        "curve": scenes.heart_curve,
        "small": lambda: scenes.heart(0.7, colour=(200, 0, 0)),
    },
    wrong={
        "upside_down": lambda: scenes.heart(upside_down=True),
        "triangle": lambda: Canvas(256, 256, WHITE).polygon([(60, 30), (60, 226), (220, 128)], RED).pixels,
        "disc": lambda: Canvas(256, 256, WHITE).disc(127.5, 127.5, 90, RED).pixels,
        "two_discs": lambda: Canvas(256, 256, WHITE).discs([(100, 90), (100, 166)], 45, RED).pixels,
        "outline": scenes.heart_outline,
        "sideways": lambda: scenes.heart().transpose(1, 0, 2),
        "blue": lambda: scenes.heart(colour=BLUE),
        "off_centre": lambda: scenes.heart(0.6, col=60),
    },
    harmless=frozenset({"scale80"}),
)

PACMAN = Spec(
    id="l5_pacman",
    level=5,
    prompt="Create an image with 200 rows and 300 columns of Pac-Man on a black background: a yellow circle on the "
    "left with a wedge-shaped mouth open to the right, and exactly three white dots in a horizontal row to the right "
    "of the mouth at mouth height.",
    size=Size(200, 300),
    mode=Mode.RGB,
    judge=judges.pacman,
    reference=scenes.pacman,
    equal={
        "eye_small_mouth": lambda: scenes.pacman(mouth=25, eye=True),
        "integer_gold": lambda: scenes.pacman(
            60, 45, dots=(170, 210, 250), centre=(100, 80), dot_radius=6, colour=(255, 215, 0)
        ),
    },
    wrong={
        "mouth_left": lambda: scenes.pacman(facing=180),
        "mouth_up": lambda: scenes.pacman(facing=-90),
        "mouth_down": lambda: scenes.pacman(facing=90),
        "closed": lambda: scenes.pacman(mouth=0),
        "two_dots": lambda: scenes.pacman(dots=(190, 240)),
        "four_dots": lambda: scenes.pacman(dots=(175, 205, 235, 265)),
        "dots_below": lambda: scenes.pacman(dots_below=60),
        "mirrored": lambda: scenes.pacman()[:, ::-1],
        "half_disc": lambda: scenes.pacman(mouth=90),
        "white_body": lambda: scenes.pacman(colour=WHITE),
    },
    harmless=frozenset({"flipud", "shift10", "scale80"}),
)

SPECS = (SMILEY, BASKETBALL, TRAFFIC_LIGHT, LANDSCAPE, TREE, CAR, HEART, PACMAN)
