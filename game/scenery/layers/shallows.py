"""What stands in open water: grown once, each thing drawn with its mirror image."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.shoals import Thing, Waters, shoals
from game.scenery.growing.sketch import Sketch
from game.scenery.growing.stones import stone, trunk
from game.scenery.growing.waterside import tuft
from game.scenery.layer import Layer, draws
from game.scenery.layers.water import FLOW_PER_S, WRAP
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.shapes import quads, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.shallows import Shallows

STEPS = 8
"""Rows a thing is cut into, mirror image included; even, so that one cut lies on the water."""
CATTAILS = 0.35
SWAY = 0.16
"""How far the tip of a reed goes in a full gust, as a share of its height."""
COLOURS = ("stone", "moss", "stem", "blade")


@draws(Shallows)
class ShallowsLayer(Layer[Shallows]):
    """Draws the `shallows` layer, in water below `stage.lines["shore"]`."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("shallows.frag", "shallows.vert")
        yield
        self._baking = self.stage.program("foliage_bake.frag", "foliage_bake.vert")
        self._copy = self.stage.program("copy.frag")
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
        chance, model = self.stage.generator(self.name), self.model
        things = shoals(chance, self._waters(), model.groups, model.trunk_ratio)
        if not things:
            return
        sketches = [_grown(thing, chance) for thing in things]
        yield
        row, places, cells, frame = _side_by_side(things, sketches, self.stage.horizon_ratio)
        surface = triangles(self.stage.ctx, row.reshape(-1, 5).astype(np.float32), "2f 3f", ["in_at", "in_face"])
        height_px = self.stage.size_px[1]
        size = max(round(height_px * frame[2]), 8), max(round(height_px * frame[3]), 8)
        yield from self._map.bake(size, self._copy, surface, self._baking, u_frame=frame)
        instances = np.concatenate([places, cells], axis=1).astype(np.float32)
        self._quads = quads(self.stage.ctx, instances, "4f 4f", ["in_place", "in_cell"], STEPS)
        self._count = len(things)

    def _waters(self) -> Waters:
        stage, model = self.stage, self.model
        return Waters(
            width=stage.aspect * (1 + 2 * MARGIN),
            horizon=stage.horizon_ratio,
            first=model.first_ratio,
            last=max(model.first_ratio, model.last_ratio),
            size=model.size_ratio * min(1.0, 0.55 + 0.3 * stage.aspect),
            shore=stage.lines.get("shore", np.zeros(2)),
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._count or self._map.texture is None:
            return
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **self._colours,
            u_map=0,
            u_behind=1.0,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, self.model.near_ratio),
            u_flow=tuple(frame.moving_s * speed % WRAP for speed in FLOW_PER_S),
            u_ripple=self.values["ripple_ratio"],
            u_sway=self.values["sway_ratio"] * SWAY,
            u_haze=self.values["haze_ratio"],
            u_breath=0.9 + 0.2 * frame.signals.breath,
        )
        self._quads.render(self._program, instances=self._count)


def _grown(thing: Thing, chance: np.random.Generator) -> Sketch:
    """A thing in screen heights, its foot at 0; what would be under water is left out."""
    if thing.what == "stone":
        sketch = stone(chance, thing.broad)
    else:
        sketch = trunk(chance) if thing.what == "trunk" else tuft(chance, CATTAILS)
    sketch = sketch.copy()
    sketch[..., :2] *= thing.height
    sketch[..., 1] = np.maximum(sketch[..., 1], 0.0)
    return sketch


def _side_by_side(
    things: list[Thing], sketches: list[Sketch], horizon: float
) -> tuple[Sketch, np.ndarray[tuple[int, int], np.dtype[np.float64]], np.ndarray[tuple[int, int], np.dtype[np.float64]], tuple[float, float, float, float]]:
    """All sketches in one row, where each stands in the picture and in the row, and the row's frame."""
    room, edge, row, places, cells = 0.006, 0.0, [], [], []
    tall = max(float(sketch[..., 1].max()) for sketch in sketches) + room
    for thing, sketch in zip(things, sketches, strict=True):
        left, right = float(sketch[..., 0].min()) - room, float(sketch[..., 0].max()) + room
        top = min(float(sketch[..., 1].max()) + room, tall)
        moved = sketch.copy()
        moved[..., 0] += edge - left
        row.append(moved)
        places.append((thing.x + left, horizon - thing.down, right - left, top))
        cells.append((edge, right - left, top, 1.0 if thing.what == "tuft" else 0.0))
        edge += right - left
    scale = np.array([1 / edge, 1 / edge, 1 / tall, 1.0])
    return np.concatenate(row), np.array(places), np.array(cells) * scale, (0.0, 0.0, edge, tall)
