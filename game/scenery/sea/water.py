"""The one light and haze of everything under water."""

from __future__ import annotations

from collections.abc import Mapping
from math import tau
from typing import Any

import numpy as np
from arcade.gl import Texture2D

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.stage import Stage

BLUE = "blue"
"""Name under which `depths` leaves its small picture: what far things fade into."""
NET = "net"
"""Name under which it leaves its net of light: two nets, a grain of sand, and waves of sand; it repeats."""
FROM_HEIGHT = 1.06
"""Where the light comes in: however low the sun, water bends its light down steeply."""
INWARD = 0.7
"""How far the place where light comes in follows sun or moon from the middle of the screen."""
BLUE_UNIT, NET_UNIT = 1, 2
SHADE_RATIO, SKY_RATIO = 0.5, 0.22


def light_from(frame: Frame) -> tuple[float, float]:
    """Where the light comes in, on the screen."""
    return 0.5 + (frame.light.source_x - 0.5) * INWARD, FROM_HEIGHT


def under_water(frame: Frame, stage: Stage, canvas: Canvas) -> Mapping[str, Any]:
    """Everything `air.glsl` and `sea.glsl` want to know; binds the blue to `BLUE_UNIT`."""
    return {
        **air(frame, stage),
        **plain_light(frame.light, SHADE_RATIO, SKY_RATIO),
        **only_water(frame, stage, canvas),
    }


def only_water(frame: Frame, stage: Stage, canvas: Canvas) -> Mapping[str, Any]:
    """What `sea.glsl` wants besides the air and the plain light; binds the blue to `BLUE_UNIT`."""
    blue(frame, stage, canvas).use(BLUE_UNIT)
    return {"u_from": light_from(frame), "u_fog_map": BLUE_UNIT}


def blue(frame: Frame, stage: Stage, canvas: Canvas) -> Texture2D:
    """What `depths` left; without it one pixel of the world's haze, left for the others too."""
    if BLUE not in canvas.shared:
        haze = np.clip(np.sqrt(frame.light.fog), 0, 1) * 255
        pixel = np.array([*haze, 255]).round().astype(np.uint8)
        canvas.shared[BLUE] = stage.ctx.texture((1, 1), components=4, data=pixel.tobytes())
    return canvas.shared[BLUE]


def net_of(stage: Stage, canvas: Canvas) -> Texture2D:
    """The net of light that `depths` left; without it one even pixel, left for the others too."""
    if NET not in canvas.shared:
        canvas.shared[NET] = stage.ctx.texture((1, 1), components=4, data=bytes((70, 70, 128, 128)))
    return canvas.shared[NET]


def phases(t_s: float, *periods_s: float) -> tuple[float, ...]:
    """Where waves of these periods are, 0..tau."""
    return tuple(tau * (t_s / period % 1.0) for period in periods_s)
