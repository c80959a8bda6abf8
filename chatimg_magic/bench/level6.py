"""Level 6: exact constructions, which have to be worked out before they can be drawn."""

from __future__ import annotations

from chatimg_magic.bench import (
    level6_chess,
    level6_circles,
    level6_curves,
    level6_illusions,
    level6_maps,
    level6_mazes,
    level6_plots,
    level6_scenes,
    level6_signs,
    level6_spaces,
    level6_tilings,
    level6_triangles,
)

SPECS = (
    *level6_triangles.SPECS,
    *level6_circles.SPECS,
    *level6_tilings.SPECS,
    *level6_spaces.SPECS,
    *level6_signs.SPECS,
    *level6_chess.SPECS,
    *level6_illusions.SPECS,
    *level6_mazes.SPECS,
    *level6_maps.SPECS,
    *level6_plots.SPECS,
    *level6_curves.SPECS,
    *level6_scenes.SPECS,
)
