"""A frame of a baked garden: its maps under the light of now."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from arcade.gl import Program, Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.baking import Box
from game.scenery.garden.composition import LAMP_HEIGHT_RATIO, Composition
from game.scenery.garden.court import WALL_M
from game.scenery.garden.daylight import to_light
from game.scenery.garden.leaf_shade import LeafShade
from game.scenery.garden.maps import Maps
from game.scenery.garden.patches import around
from game.scenery.garden.sky_light import added, afterglow, air, by_moon, leaves_deep, open_sky, scaled
from game.scenery.garden.view import POST_RATIO, View
from game.scenery.light import LightNow, Rgb, linear
from game.scenery.stage import Stage, set_uniforms

SUN_GAIN = 2.75
"""How bright direct light of strength 1 lies on white; more when it comes in low, as eyes grow used to it."""
BOUNCE_RATIO = 0.22
"""How much sunlight the sand throws back into what lies in shade."""
CLEAR_M = 4.0
"""Nearer than this the air is clear."""
RIM_RATIO = 0.004
"""Half the strip of the screen along the wall's top that is partly garden, partly what stands behind."""
UNEVEN_M = 0.20
"""How far a hedge's top goes up and down."""
STRIPS = 8
DRAW_PX = 1000
"""Pixels that take as long as beginning to draw another box."""
GLOW_RATIO = 0.36
"""How far a flame's glow is seen, in screen heights; see `garden_relit.glsl`."""
FLAME_PERIODS_S, FLAME_RATIOS = (3.7, 9.1), (0.05, 0.03)


class Shaders:
    """The programs of a frame: by day, by night with lamps, and for rims."""

    def __init__(self, stage: Stage) -> None:
        self.day = stage.program("garden.frag", "garden.vert")
        self.night = stage.program("garden.frag", "garden.vert", define="LAMPS")
        self.glow = stage.program("garden.frag", "garden.vert", define="LAMPS GLOW")
        self.rim = stage.program("garden_rim.frag", "garden.vert")


class Relit:
    """Draws the garden of one size."""

    def __init__(self, stage: Stage, shaders: Shaders, made: Composition, maps: Maps, shade: LeafShade) -> None:
        self._stage = stage
        self._shaders = shaders
        self._made = made
        self._textures = {
            "u_skin": maps.skin,
            "u_lit": maps.joined,
            "u_leaf_shade": shade.texture,
            "u_form": maps.form,
        }
        self._walled = maps.walled
        self._lamp_colour = linear(made.model.lamp_colour)
        self._foot_px, self._rims = _parts(stage, made)
        self._glow, self._round_it = _glow_parts(stage, made, self._foot_px)
        self._reach = shade.reach
        self._fixed = {**made.view.uniforms(), "u_reach": shade.reach, "u_lamp_at": _lamp_at(made)}

    def draw(self, frame: Frame, canvas: Canvas, between: float, shown: float, values: Any) -> None:
        """Below the wall's top it covers all, and is blended only while it comes out of the veil (`shown` < 1)."""
        if shown < 1.0:
            canvas.blend_over()
        now = {**self._fixed, **self._now(frame, between, shown, values), **_units(self._textures)}
        for unit, texture in enumerate(self._textures.values()):
            texture.use(unit)
        shaders = self._shaders
        if now["u_lamp"][0] > 0.0:
            self._fill(canvas, shaders.glow, now, self._glow)
            self._fill(canvas, shaders.night, now, self._round_it)
        else:
            self._fill(canvas, shaders.day, now, [(0, 0, self._stage.size_px[0], self._foot_px)])
        canvas.blend_over()
        self._fill(canvas, shaders.rim, now, self._rims)
        canvas.target.scissor = None

    def _fill(self, canvas: Canvas, program: Program, now: Mapping[str, Any], boxes: Sequence[Box]) -> None:
        """Draw parts of the screen."""
        if boxes:
            set_uniforms(program, **now)
        for box in boxes:
            canvas.target.scissor = box
            self._stage.quad.render(program)

    def lamp(self, frame: Frame, lamp_ratio: float) -> Rgb:
        """Out by day; at night a slow unsteady flame: under 0.3 Hz and within 8 %."""
        night = lamp_by_night(frame.light)
        flame = 1.0 + sum(
            ratio * math.sin(math.tau * (frame.moving_s / period % 1.0))
            for period, ratio in zip(FLAME_PERIODS_S, FLAME_RATIOS, strict=True)
        )
        return scaled(self._lamp_colour, night * lamp_ratio * flame)

    def _now(self, frame: Frame, between: float, shown: float, values: Any) -> dict[str, Any]:
        light, top = frame.light, max(self._stage.course.sun_top_ratio, self._stage.course.moon_top_ratio)
        lamp, (x, y, z) = self.lamp(frame, values["lamp_ratio"]), to_light(light, top, self._walled)
        eye_m, (left, near, across, along) = self._made.view.court.eye_m, self._reach
        sun = scaled(light.sun, light.strength * SUN_GAIN / (0.40 + 0.80 * y))
        return {
            "u_sky": open_sky(light),
            "u_shade": added(afterglow(light), scaled(sun, BOUNCE_RATIO)),
            "u_sun": sun,
            "u_lamp": lamp,
            "u_moon": by_moon(light),
            "u_air_left": air(light, 0.0),
            "u_air_right": air(light, 1.0),
            "u_shade_slope": (x / y, z / y),
            "u_shade_from": (-(x / y * eye_m + left) * across, -(z / y * eye_m + near) * along),
            "u_between": between,
            "u_haze": _haze_per_m(values["haze_per_m"]),
            "u_leaf_ratio": values["leaf_shade_ratio"] * leaves_deep(light),
            "u_ready": shown,
        }


def lamp_by_night(light: LightNow) -> float:
    """How far lamps are turned up at a time of day, 0..1; by day they are out."""
    return min(max((0.85 - light.daylight) / 0.55, 0.0), 1.0)


def _units(textures: Mapping[str, Texture2D]) -> dict[str, int]:
    return {name: unit for unit, name in enumerate(textures)}


def _haze_per_m(asked: float) -> float:
    """A straight line through the haze of the wall: what lies between is too near to tell."""
    way = WALL_M - CLEAR_M
    return asked / (1.0 + way * asked)


def _parts(stage: Stage, made: Composition) -> tuple[int, list[Box]]:
    """Up to which row the garden fills the screen, and the boxes above where it stands before something else."""
    (width, height), view = stage.size_px, made.view
    foot = min(max(math.floor((_rim(view, 0.0, 1.0)[0]) * height), 0), height)
    rims = [box for n in range(STRIPS) if (box := _strip(view, (width, height), foot, n))]
    for thing in made.plan.things:
        left, _, right, high = view.frame_of(thing.ball())
        low_px, high_px = max(math.floor(left * width), 0), min(math.ceil(right * width), width)
        rims.append((low_px, foot, high_px - low_px, min(math.ceil(high * height), height) - foot))
    if side := view.court.post_side:
        wide = math.ceil(POST_RATIO * height)
        rims.append((0 if side < 0 else width - wide, foot, wide, height - foot))
    return foot, _apart(_joined(_apart([box for box in rims if box[2] > 0 and box[3] > 0])))


def _glow_parts(stage: Stage, made: Composition, foot_px: int) -> tuple[list[Box], list[Box]]:
    """Below the wall's top: the box round the flame in which its glow is seen, and those beside it."""
    width, height = stage.size_px
    x, y = (part * side for part, side in zip(_lamp_at(made), stage.size_px, strict=True))
    reach = GLOW_RATIO * height
    left, right = (min(max(round(edge), 0), width) for edge in (x - reach, x + reach))
    low, high = (min(max(round(edge), 0), foot_px) for edge in (y - reach, y + reach))
    if left >= right or low >= high:
        return [], [(0, 0, width, foot_px)]
    beside = [
        (0, 0, width, low),
        (0, high, width, foot_px - high),
        (0, low, left, high - low),
        (right, low, width - right, high - low),
    ]
    return [(left, low, right - left, high - low)], [box for box in beside if box[2] > 0 and box[3] > 0]


def _strip(view: View, size_px: tuple[int, int], foot: int, n: int) -> Box | None:
    """The wall's top within one of the upright strips that the screen is cut into."""
    left, right = round(size_px[0] * n / STRIPS), round(size_px[0] * (n + 1) / STRIPS)
    top = _rim(view, left / size_px[0], right / size_px[0])[1]
    return left, foot, right - left, min(math.ceil(top * size_px[1]), size_px[1]) - foot


def _rim(view: View, low_x: float, high_x: float) -> tuple[float, float]:
    """Below the first row there is nothing but garden, above the second none of its wall."""
    uneven = UNEVEN_M if view.court.style == "hedge" else 0.0
    rows = [
        row
        for up_m in (view.court.top_m - uneven, view.court.top_m + uneven)
        for deep_m in (WALL_M - 0.6, WALL_M)
        for row in view.wall_row(up_m, deep_m, low_x, high_x)
    ]
    return min(rows) - RIM_RATIO, max(rows) + RIM_RATIO


def _apart(boxes: list[Box]) -> list[Box]:
    """Boxes that would be blended twice where they overlap are merged."""
    found: list[Box] = []
    for box in boxes:
        for other in [o for o in found if _overlap(o, box)]:
            found.remove(other)
            box = around(other, box)
        found.append(box)
    return found


def _joined(boxes: list[Box]) -> list[Box]:
    """Neighbours from left to right are drawn as one where that takes less time."""
    found: list[Box] = []
    for box in sorted(boxes):
        both = around(found[-1], box) if found else box
        if found and _area(both) < _area(found[-1]) + _area(box) + DRAW_PX:
            found.pop()
            box = both
        found.append(box)
    return found


def _area(box: Box) -> int:
    return box[2] * box[3]


def _overlap(a: Box, b: Box) -> bool:
    across = a[0] < b[0] + b[2] and b[0] < a[0] + a[2]
    return across and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _lamp_at(made: Composition) -> tuple[float, float]:
    if made.plan.lantern is None:
        return -9.0, -9.0
    thing = made.plan.things[made.plan.lantern]
    return made.view.on_screen(thing.x, LAMP_HEIGHT_RATIO * thing.size[1], thing.z)
