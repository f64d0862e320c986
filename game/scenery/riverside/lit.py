"""A baked town in the light of the hour: worked out anew only when that has changed, then shown cell by cell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Geometry
from numpy.typing import NDArray

from game.scenery.frame import Frame
from game.scenery.lean import MARGIN
from game.scenery.light import LightNow
from game.scenery.mixing import replacing
from game.scenery.riverside.baking import MAPS, Sight
from game.scenery.shapes import grid
from game.scenery.stage import Stage, set_uniforms

CELL_PX = (24, 24)
COLOUR_STEPS, PLACE_STEPS = 320.0, 250.0
"""The light is taken in steps too fine to see, so that most frames find the town lit as it was."""


OF_LIGHT = (
    *(f"u_{name}" for name in ("sky_top", "sky_middle", "sky_low", "horizon", "sun", "fog", "shade")),
    *(f"u_{name}" for name in ("source_at", "sun_at", "strength", "twilight", "daylight")),
    *(f"u_{name}" for name in ("aspect", "horizon_ratio")),
)
"""What of the air lights a town; the rest moves with every frame."""


def steady(light: Mapping[str, Any]) -> dict[str, Any]:
    """Those uniforms of the air in such steps: places, colours and numbers."""
    found = {}
    for name in OF_LIGHT:
        value = light[name]
        if name in ("u_source_at", "u_sun_at"):
            found[name] = tuple(round(x * PLACE_STEPS) / PLACE_STEPS for x in value)
        elif isinstance(value, tuple):
            found[name] = tuple((round(math.sqrt(max(x, 0.0)) * COLOUR_STEPS) / COLOUR_STEPS) ** 2 for x in value)
        else:
            found[name] = round(value * COLOUR_STEPS) / COLOUR_STEPS
    return found


def to_light(light: LightNow) -> tuple[float, float, float]:
    """Which way the direct light lies: over the end of the river while it is low, over the eye at noon."""
    height = max(light.source_height, -0.1)
    x, y, z = (light.source_x - 0.5) * 1.8, 0.30 + 0.75 * min(height, 2.0), 0.75 - 1.15 * min(height, 1.3)
    x, y, z = (round(c * PLACE_STEPS) / PLACE_STEPS for c in (x, y, z))
    length = math.sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


class LitTown:
    """One sight of a town: its maps, what they look like now, and the cells that hold anything."""

    def __init__(self, stage: Stage, sight: Sight, maps: Framebuffer, coverage: NDArray[np.uint8]) -> None:
        self._stage, self._sight, self._maps = stage, sight, maps
        self._program = stage.program("riverside_lit.frag", "riverside_lit.vert")
        self._show = stage.program("riverside.frag", "riverside.vert")
        self._lit = stage.target(sight.size_px)
        self._lit.clear()
        self._looks: dict[str, Any] = {}
        some, whole = cells(coverage)
        self._whole = _mesh(stage, whole)
        self._edges = _mesh(stage, some & ~whole)

    def light(self, looks: Mapping[str, Any]) -> None:
        """Bring it into this light, if it is not in it already."""
        if looks == self._looks:
            return
        self._looks = dict(looks)
        self._lit.use()
        replacing(self._stage.ctx)
        for unit, texture in enumerate(self._maps.color_attachments):
            texture.use(unit)
        units = {name: unit for unit, name in enumerate(MAPS)}
        set_uniforms(self._program, **units, u_band=self._sight.band, u_margin=MARGIN, **looks)
        for part in self.cells():
            if part is not None:
                part.render(self._program)

    def cells(self) -> tuple[Geometry | None, Geometry | None]:
        """What is wholly covered, and the rest of what holds anything."""
        return self._whole, self._edges

    def paint(self, part: Geometry | None, lean: tuple[float, float], onto: tuple[float, float]) -> None:
        """Paint some of its cells; `onto`: the heights of the screen that the target in use shows."""
        if part is None:
            return
        self._lit.color_attachments[0].use(0)
        values = {"u_lit": 0, "u_lean": lean, "u_band": self._sight.band, "u_onto": onto, "u_margin": MARGIN}
        set_uniforms(self._show, **values)
        part.render(self._show)


def cells(coverage: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which cells of a map hold something, and which nothing but: of coverage (height, width), row 0 the bottom."""
    height, width = coverage.shape
    rows, columns = max(height // CELL_PX[1], 1), max(width // CELL_PX[0], 1)
    some, whole = np.zeros((rows, columns), bool), np.zeros((rows, columns), bool)
    up, across = np.linspace(0, height, rows + 1), np.linspace(0, width, columns + 1)
    for r in range(rows):
        strip = coverage[max(int(up[r]) - 1, 0) : int(np.ceil(up[r + 1])) + 1]
        most, least = strip.max(axis=0), strip.min(axis=0)
        for c in range(columns):
            here = slice(max(int(across[c]) - 1, 0), int(np.ceil(across[c + 1])) + 1)
            some[r, c], whole[r, c] = most[here].max() > 0, least[here].min() == 255
    return some, whole


def _mesh(stage: Stage, held: NDArray[np.bool_]) -> Geometry | None:
    """The cells that are held, as one mesh of corners 0..1 of the map that share their edges."""
    if not held.any():
        return None
    up, across = (np.linspace(0, 1, count + 1) for count in held.shape)
    points = np.stack(np.meshgrid(across, up), axis=-1).astype(np.float32)
    return grid(stage.ctx, points, "2f", ["in_at"], held)


def looks(frame: Frame, light: Mapping[str, Any], lamps: float, haze: float) -> dict[str, Any]:
    """What the light of a frame comes to for a town, in steps."""
    return {
        **steady(light),
        "u_to_light": to_light(frame.light),
        "u_lamps": round(lamps * COLOUR_STEPS) / COLOUR_STEPS,
        "u_haze": round(haze * COLOUR_STEPS) / COLOUR_STEPS,
    }
