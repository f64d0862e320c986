"""Lanterns: instanced quads whose way is a function of the time, so that no state is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import tau
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Framebuffer, Program, Texture2D
from numpy.typing import NDArray

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import mixing
from game.scenery.releases import MOST, releases
from game.scenery.shapes import CORNERS, Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.lanterns import Lanterns

WHOLE = (0.0, 1.0)
ROUND = 6
"""Lives until a lantern goes the very same way again."""
SWAY_PERIODS_S = (9.7, 23.0, 61.0)
NEAR_RATIO = 0.7
DEPTHS = 64
"""Rows of the table that tells between where the water lies open, by distance."""
EASE = 5
"""How many of those rows lanterns begin to make way before they must."""
FAR_EYES = 16.0
"""How far off lanterns are put on the water, in heights of the eye; the nearest at 1 is at the bottom edge."""


@draws(Lanterns)
class LanternsLayer(Layer[Lanterns]):
    """Draws the `lanterns` layer; water behind it asks for its image."""

    def prepare(self) -> Iterator[None]:
        model, stage = self.model, self.stage
        chance = stage.generator(self.name)
        rows = chance.random((model.count * 2, 8), dtype=np.float32)
        near = rows[:, 2]
        far = max(model.far_ratio, 1e-6)
        close = (near - model.far_ratio) / max(1.0 - model.far_ratio, 1e-6)
        rows[:, 2] = np.where(near < model.far_ratio, near / far * 0.55, 0.5 + 0.5 * close.clip(0, 1) ** 1.6)
        order = np.argsort(rows[: model.count * 2, 2], kind="stable")
        self._rows = rows if model.where == "water" else rows[order]
        kind = "FLOATING" if model.where == "water" else "RISING"
        self._program, self._halo = self._pair(kind)
        yield
        self._free, self._free_halo = self._pair("RELEASED")
        self._frame: Frame | None = None
        self._known: dict[str, Any] = {}
        yield
        self._quads: Quads | None = None
        self._open: Texture2D | None = None
        self._open_for = 0.0, b""
        self._buffer = stage.ctx.buffer(reserve=MOST * 16)
        self._loose = stage.ctx.geometry(
            [
                BufferDescription(stage.ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"]),
                BufferDescription(self._buffer, "4f", ["in_way"], instanced=True),
            ],
            mode=stage.ctx.TRIANGLE_STRIP,
        )
        self._centre = 0.5 + chance.uniform(-0.13, 0.13)
        self._drift = chance.choice([-1.0, 1.0]) * chance.uniform(0.05, 0.22)
        self._colours = {f"u_{name}": linear(getattr(model, name)) for name in ("colour", "other_colour", "paper")}
        stage.reflect(self.name, self)

    def _pair(self, kind: str) -> tuple[Program, Program]:
        """Programs for paper and for the light round it, which costs next to nothing a pixel."""
        shaders = "lanterns.frag", "lanterns.vert"
        return self.stage.program(*shaders, define=kind), self.stage.program(*shaders, define=f"{kind} HALO")

    def resize(self) -> None:
        """How many there are depends on the shape of the screen; `rebake` counts them out."""

    def rebake(self) -> Iterator[None]:
        """As many as belong on a screen of this shape."""
        stage = self.stage
        count = max(round(self.model.count * min(stage.aspect / 2, 2.0)), 1)
        chosen = np.linspace(0, len(self._rows) - 1, min(count, len(self._rows))).astype(int)
        self._quads = Quads(stage.ctx, self._rows[chosen], "4f 4f", ["in_way", "in_self"])
        yield

    def _keep_to_open_water(self) -> Texture2D:
        """Where the water lies open. Who leaves its line may be made later: it is asked for at each draw."""
        stage = self.stage
        line = stage.line("shore", self.name)
        known = stage.horizon_ratio, b"" if line is None else line.tobytes()
        if self._open is None or known != self._open_for:
            table = open_water(np.zeros(2) if line is None else line, stage.horizon_ratio)
            self._open = stage.ctx.texture((DEPTHS, 1), components=2, dtype="f4", data=table.tobytes())
            self._open.filter = stage.ctx.NEAREST, stage.ctx.NEAREST
            self._open_for = known
        return self._open

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        canvas.blend_over()
        halos = self.values["glow_ratio"] > 0.02
        self._paint(frame, (self._halo, self._free_halo) if halos else (), WHOLE, 0.0)
        self._paint(frame, (self._program, self._free), WHOLE, 0.0)

    def paint_image(self, frame: Frame, target: Framebuffer, band: tuple[float, float]) -> None:
        """Paint what a mirror in the water shows of them into a target of a band of the screen."""
        self.values.update(frame.signals, 0.0)
        target.use()
        ctx = self.stage.ctx
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))
        self._paint(frame, (self._program, self._free), band, 1.0)

    def _paint(self, frame: Frame, programs: Sequence[Program], band: tuple[float, float], image: float) -> None:
        """Paint those on their way by the first of two programs, and those released by the second."""
        if not programs:
            return
        own, free = programs
        looks = {**self._looks(frame), "u_onto": band, "u_image": image}
        if self._quads is not None and self.model.count and self.values["amount_ratio"] > 0.01:
            self._keep_to_open_water().use(0)
            set_uniforms(own, **looks)
            self._quads.render(own)
        alive = releases(frame.touches, frame.t_s) if self.model.released else ()
        if len(alive):
            self._buffer.write(np.ascontiguousarray(alive).tobytes())
            set_uniforms(free, **looks)
            self._loose.render(free, instances=len(alive))

    def _looks(self, frame: Frame) -> dict[str, Any]:
        """The same for all that is painted of one frame, so that it is worked out once."""
        if frame is not self._frame:
            self._frame, self._known = frame, self._looks_of(frame)
        return self._known

    def _looks_of(self, frame: Frame) -> dict[str, Any]:
        t_s, light = frame.moving_s, frame.light
        flame = _flame(self.values["glow_ratio"])
        seen = 1.0 - 0.85 * min(flame, 1.0)  # of plain paper, beside its own light
        ambient = tuple(0.85 * a + 0.5 * b for a, b in zip(light.shade, light.sky_middle, strict=True))
        return {
            **air(frame, self.stage),
            **self._colours,
            "u_open": 0,
            "u_turn": t_s / self.model.life_s / ROUND % 1.0,
            "u_round": float(ROUND),
            "u_sway": tuple(tau * (t_s / period % 1.0) for period in SWAY_PERIODS_S),
            "u_size": self.model.size_ratio,
            "u_amount": self.values["amount_ratio"],
            "u_glow": flame * (0.94 + 0.08 * frame.signals.breath),
            "u_centre": self._centre,
            "u_drift": self._drift * (0.7 + 0.6 * frame.signals.drift_a if not frame.stilled else 1.0),
            "u_far": FAR_EYES,
            "u_height_px": float(self.stage.size_px[1]),
            "u_still": float(frame.stilled),
            "u_light": tuple(
                (a + 0.5 * s * light.strength) * seen for a, s in zip(ambient, light.sun, strict=True)
            ),
            "u_lean": lean_shift(frame, NEAR_RATIO),
        }


def _flame(glow: float) -> float:
    """How bright paper burns: a flame outshines dusk long before the night has come."""
    return 1.0 - (1.0 - glow) ** 3 if glow < 1.0 else glow


def open_water(shore: NDArray[np.float64], horizon: float) -> NDArray[np.float32]:
    """Left and right end (x of the screen) of the way that lies open at `DEPTHS` distances, shape (1, DEPTHS, 2).

    `shore` is the line where water begins, in screen heights over the horizon, margins included; distances are even
    from 1 (the bottom edge) to `FAR_EYES`, in heights of the eye. The way never narrows or widens in a jerk.
    """
    across = np.linspace(-MARGIN, 1 + MARGIN, len(shore))
    found = np.empty((DEPTHS, 2))
    before = 0.0, 1.0
    for i, z in enumerate(np.linspace(1.0, FAR_EYES, DEPTHS)):
        free = np.concatenate([[False], shore > -horizon / z - 1e-9, [False]])
        edges = np.flatnonzero(free[1:] != free[:-1]).reshape(-1, 2) - [0, 1]
        if len(edges):
            ways = across[edges]
            shared = np.minimum(ways[:, 1], before[1]) - np.maximum(ways[:, 0], before[0])
            before = tuple(ways[np.argmax(shared)])
        found[i] = before
    left, right = _slowly(found[:, 0], 1.0), _slowly(found[:, 1], -1.0)
    middle = (left + right) / 2
    return np.stack([np.minimum(left, middle), np.maximum(right, middle)], axis=1)[None].astype(np.float32)


def _slowly(bound: NDArray[np.float64], inward: float) -> NDArray[np.float64]:
    """A bound drawn inward (1 to the right, -1 to the left) well before and after what stands there."""
    padded = np.pad(bound * inward, EASE, mode="edge")
    kept = np.lib.stride_tricks.sliding_window_view(padded, 2 * EASE + 1).max(axis=1)
    padded = np.pad(kept, EASE, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * EASE + 1).mean(axis=1) * inward)
