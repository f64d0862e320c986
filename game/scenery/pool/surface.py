"""The surface of a pond: its waves, its rings, what it mirrors; a small map of slopes that bends all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt, tau
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Texture2D

from game.scenery.frame import Frame
from game.scenery.mixing import adding, replacing
from game.scenery.pool.drops import DROPS, MOST, rain, rings
from game.scenery.season import heavy_side
from game.scenery.shapes import CORNERS
from game.scenery.stage import Stage, set_uniforms

SMALL = 5.0
WAVES = 8
LONGEST, SHORTER = 9.0, 1.30
"""Wavenumber of the longest wave, in radians a screen height, and how much shorter each next one is."""
CLOUDS_PER_S = (0.010, 0.006, -0.016, 0.009)
WRAP = 4096.0
AFTERGLOW = 0.20
"""How much direct light the glowing horizon still gives once the sun is gone."""


class Surface:
    """Painted once a frame; `slopes` then holds slopes (x, y), what comes through (z) and what is mirrored (w)."""

    def __init__(self, stage: Stage, name: str) -> None:
        self._stage = stage
        chance = stage.generator(name, "waves")
        length = LONGEST * SHORTER ** np.arange(WAVES)
        way = chance.uniform(0, tau) + np.arange(WAVES) * 2.399
        self._number = np.stack([length * np.cos(way), length * np.sin(way)], axis=1)
        self._period_s = 7.5 / np.sqrt(length / LONGEST) * chance.uniform(0.9, 1.1, WAVES)
        self._start = chance.random(WAVES)
        self._height = 0.34 * (length / LONGEST) ** -0.18
        self._drops = chance.random((DROPS, 4))
        self._seed = stage.shader_seed(name, "surface") % 512.0
        self._side = -float(heavy_side(stage))

    def prepare(self) -> Iterator[None]:
        """Programs and the buffer of rings."""
        stage = self._stage
        self._wave = stage.program("pond_wave.frag")
        self._pack = stage.program("pond_pack.frag")
        yield
        self._ring = stage.program("pond_ring.frag", "pond_ring.vert")
        self._places = stage.ctx.buffer(reserve=MOST * 16)
        corners = BufferDescription(stage.ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"])
        places = BufferDescription(self._places, "4f", ["in_ring"], instanced=True)
        self._quads = stage.ctx.geometry([corners, places], mode=stage.ctx.TRIANGLE_STRIP)
        yield

    def resize(self) -> None:
        """The map of slopes is small: water is smooth."""
        self._target = self._stage.target(self._stage.scaled(SMALL), half_float=True)
        self._packed = self._stage.target(self._stage.scaled(SMALL))

    @property
    def slopes(self) -> Texture2D:
        """What `paint` left: bytes, which are read far quicker; `slope_of` in `pond.glsl` opens them."""
        return self._packed.color_attachments[0]

    def paint(self, frame: Frame, ripple: float, rain_ratio: float, mist: float) -> None:
        """Waves of this moment, then the rings on them."""
        t_s, stage = frame.moving_s, self._stage
        phase = tau * ((self._start - t_s / self._period_s) % 1.0)
        waves = np.concatenate([self._number, phase[:, None], self._height[:, None]], axis=1).ravel().tolist()
        self._target.use()
        replacing(stage.ctx)
        stage.full_screen(
            self._wave,
            u_waves=tuple(waves[:16]),
            u_more=tuple(waves[16:]),
            u_aspect=stage.aspect,
            u_seed=self._seed,
            u_ripple=ripple,
            u_mist=mist,
            u_side=self._side,
            u_broken=frame.light.twilight,
            u_clouds=tuple(t_s * speed % WRAP for speed in CLOUDS_PER_S),
        )
        self._paint_rings(frame, rain_ratio)

    def pack(self, looks: Mapping[str, Any]) -> None:
        """Bring what `paint` made into `slopes`; the looks tell how strongly it mirrors."""
        replacing(self._stage.ctx)
        self._packed.use()
        self._stage.full_screen(self._pack, {"u_wave": self._target.color_attachments[0]}, **looks)

    def _paint_rings(self, frame: Frame, rain_ratio: float) -> None:
        aspect = self._stage.aspect
        touched = rings(frame.touches, frame.t_s, aspect)
        alive = np.concatenate([touched, rain(self._drops, rain_ratio, frame.moving_s, aspect)]).astype(np.float32)
        if not len(alive):
            return
        self._places.write(alive.tobytes())
        adding(self._stage.ctx)
        set_uniforms(self._ring, u_aspect=aspect)
        self._quads.render(self._ring, instances=len(alive))


def encoded(colour: Iterable[float]) -> tuple[float, ...]:
    """As `encode` in `prelude.glsl`."""
    return tuple(sqrt(max(c, 0.0) * (1 + c * 0.12) / (1 + c * 0.62)) for c in colour)


def uniforms_of_light(frame: Frame) -> dict[str, Any]:
    """How the pond is lit: from the side the sun or moon stands on, and from above."""
    light = frame.light
    across, glow = (light.source_x - 0.5) * 1.5, AFTERGLOW * light.twilight * (1.0 - light.sun_ratio)
    to_light = np.array([across, 0.75])
    to_light /= np.linalg.norm(to_light)
    return {
        "u_to_light": (float(to_light[0]), float(to_light[1])),
        "u_ambient": tuple(0.55 * a + 0.30 * b for a, b in zip(light.shade, light.sky_middle, strict=True)),
        "u_direct": tuple(c * light.strength + glow * h for c, h in zip(light.sun, light.horizon, strict=True)),
    }
