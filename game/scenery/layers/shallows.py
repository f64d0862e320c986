"""What stands in open water: grown once, drawn upside down as its mirror image and then upright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.shoals import Thing, Waters, What, shoals
from game.scenery.growing.sketch import Sketch
from game.scenery.growing.stones import stone
from game.scenery.growing.trunks import trunk
from game.scenery.growing.waterside import tuft
from game.scenery.layer import Layer, draws
from game.scenery.layers.reeds import THINNEST_PX
from game.scenery.layers.water import FLOW_PER_S, WRAP
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.noise import Array
from game.scenery.packing import packed
from game.scenery.shapes import strips, tight_tiles, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.shallows import Shallows

STRIPS, STEPS = {"stone": 3, "tuft": 3, "trunk": 9}, 3
"""Strips a thing is cut into across, each as tall as it is there, and rows a strip is cut into."""
CATTAILS = 0.35
SWAY = 0.16
"""How far the tip of a reed goes in a full gust, as a share of its height."""
ROOM = 0.036
"""Round things on the sheet they are baked on, in screen heights: as far as a wave reaches for what it shows."""
EDGE = 0.006
"""How far strips reach beyond what stands in them, in screen heights."""
SUNK = 0.004
"""How far all that stands reaches under its waterline, so that no water shows between it and its mirror image."""
MOST_PX = 4096
"""No sheet is larger, however large the screen is."""
Strips = NDArray[np.float32]
Size = tuple[float, float]
BEHIND = 0.45
"""How far a low light in the picture turns them into silhouettes: they stand before water, not before the sky."""
COLOURS = ("stone", "moss", "stem", "blade")


@draws(Shallows)
class ShallowsLayer(Layer[Shallows]):
    """Draws the `shallows` layer, in water below the line "shore"."""

    def prepare(self) -> Iterator[None]:
        self._upright = self.stage.program("shallows.frag", "shallows.vert")
        yield
        self._turned = self.stage.program("shallows.frag", "shallows.vert", define="TURNED")
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in COLOURS}
        self._map = BakedMap(self.stage)
        self._count = 0
        yield

    def resize(self) -> None:
        """Things are laid out for the shape of the screen; `rebake` grows them."""

    def rebake(self) -> Iterator[None]:
        """Grow each thing, bake them side by side. Until that is done what was before stays."""
        if self._map.still_fits():
            return
        made = yield from self.kept("shoals").or_made(self._laid_out())
        self._count = 0
        if "map" in made:
            self._map.show(made["map"])
            self._quads = strips(self.stage.ctx, made["strips"], "4f 3f", ["in_place", "in_cell"], STEPS)
            self._count = len(made["strips"])
            self._sheet = float(made["sheet"][0]), float(made["sheet"][1])

    def _laid_out(self) -> Work:
        chance, model = self.stage.generator(self.name), self.model
        things = shoals(chance, self._waters(), model.groups, model.trunk_ratio)
        if not things:
            return {}
        thinnest = THINNEST_PX / self.stage.size_px[1]
        sun_x = (self.stage.sun_path.set_x + MARGIN) * self.stage.aspect
        sketches = [_grown(thing, chance, thinnest, sun_x) for thing in things]
        yield
        drawn, strips, sheet = _on_a_sheet(things, sketches, self.stage.horizon_ratio)
        surface = triangles(self.stage.ctx, drawn.reshape(-1, 5).astype(np.float32), "2f 3f", ["in_at", "in_face"])
        del sketches, drawn
        fine_px = min(self.stage.size_px[1], MOST_PX / max(sheet))
        size = max(round(fine_px * sheet[0]), 8), max(round(fine_px * sheet[1]), 8)
        pixels = yield from self._map.bake(size, surface, "foliage_bake", u_frame=(0.0, 0.0, *sheet))
        return {"map": pixels, "strips": strips, "sheet": np.array(sheet)}

    def _waters(self) -> Waters:
        stage, model = self.stage, self.model
        shore = stage.line("shore", self.name)
        return Waters(
            width=stage.aspect * (1 + 2 * MARGIN),
            horizon=stage.horizon_ratio,
            first=model.first_ratio,
            last=max(model.first_ratio, model.last_ratio),
            size=model.size_ratio * min(1.0, 0.55 + 0.3 * stage.aspect),
            shore=np.zeros(2) if shore is None else shore,
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._count or self._map.texture is None:
            return
        self._map.texture.use(0)
        canvas.blend_over()
        for program, turned in ((self._turned, 1.0), (self._upright, 0.0)):
            set_uniforms(program, **self._look(frame), u_turned=turned)
            self._quads.render(program, instances=self._count)

    def _look(self, frame: Frame) -> dict[str, Any]:
        return {
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **self._colours,
            "u_map": 0,
            "u_sheet": self._sheet,
            "u_behind": BEHIND,
            "u_margin": MARGIN,
            "u_lean": lean_shift(frame, self.model.near_ratio),
            "u_flow": tuple(frame.moving_s * speed % WRAP for speed in FLOW_PER_S[:2]),
            "u_ripple": self.values["ripple_ratio"],
            "u_sway": self.values["sway_ratio"] * SWAY,
            "u_haze": self.values["haze_ratio"],
            "u_breath": 0.0,
        }


GROWN: dict[What, Callable[[np.random.Generator, Thing, float, float], Sketch]] = {
    "stone": lambda chance, thing, *_: stone(chance, thing.broad),
    "tuft": lambda chance, thing, thinnest, _: tuft(chance, CATTAILS, thinnest / thing.height),
    "trunk": lambda chance, thing, _, sun_x: trunk(chance, 1.0 if sun_x > thing.x else -1.0),
}
"""How each thing grows, in units of its own height; the numbers: how thin a reed may be, and where
the sun sets, to which old trunks lean; in screen heights."""


def _grown(thing: Thing, chance: np.random.Generator, thinnest: float, sun_x: float) -> Sketch:
    """A thing in screen heights, its foot at 0; what would be under water is left out."""
    sketch = GROWN[thing.what](chance, thing, thinnest, sun_x).copy()
    sketch[..., :2] *= thing.height
    sketch[..., 1] = np.where(sketch[..., 1] > 1e-4, sketch[..., 1], -SUNK)
    return sketch


def _on_a_sheet(things: list[Thing], sketches: list[Sketch], horizon: float) -> tuple[Sketch, Strips, Size]:
    """All sketches on one sheet, their strips (see shallows.vert), and the sheet's size in screen heights."""
    low = [sketch[..., :2].min(axis=(0, 1)) for sketch in sketches]
    sizes = [(float(np.ptp(sketch[..., 0])), float(sketch[..., 1].max())) for sketch in sketches]
    places, sheet = packed(sizes, ROOM)
    moved, strips = [], []
    for thing, sketch, (left, _), (width, height), (x, y) in zip(things, sketches, low, sizes, places, strict=True):
        there = sketch.copy()
        there[..., :2] += (x - left, y)
        moved.append(there)
        for at, top, wide in _strips(sketch[..., 0] - left, sketch[..., 1], width, STRIPS[thing.what]):
            stands = thing.x + left + at, horizon - thing.down, wide, top
            bends = 1.0 / height if thing.what == "tuft" else 0.0
            strips.append((*stands, (x + at) / sheet[0], y / sheet[1], bends))
    return np.concatenate(moved), np.array(strips, np.float32), sheet


def _strips(x: Array, y: Array, width: float, count: int) -> Iterator[tuple[float, float, float]]:
    """Upright strips over triangles: where each begins, its top and its width; none where nothing stands."""
    for left, top, share, _ in tight_tiles(x / width, y / max(float(y.max()), 1e-6), count):
        grown = EDGE if count > 1 else 0.0
        yield (
            float(left) * width - grown * (left <= 0),
            float(top) * float(y.max()),
            float(share) * width + grown * ((left <= 0) + (left + share > 0.999)),
        )
