"""Uniforms of `air.glsl`: one light, one haze and one wind for every layer of a world."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from game.scenery.frame import Frame
from game.scenery.light import LightNow, smooth_step
from game.scenery.stage import Stage

GUST_PERIODS_S = (7.3, 3.9, 19.0)
"""Periods of the three waves of the wind; unrelated, so that it never seems to repeat."""


def air(frame: Frame, stage: Stage) -> Mapping[str, Any]:
    """Everything `air.glsl` wants to know at this frame."""
    return {
        **_light(frame.light, stage.horizon_ratio),
        "u_aspect": stage.aspect,
        "u_horizon_ratio": stage.horizon_ratio,
        "u_wind": wind(frame),
    }


def plain_light(light: LightNow, shade: float, sky: float) -> Mapping[str, Any]:
    """`u_ambient`, so much of the shade's and of the sky's light, and `u_direct`, for baked surfaces."""
    ambient = tuple(shade * a + sky * b for a, b in zip(light.shade, light.sky_middle, strict=True))
    return {"u_ambient": ambient, "u_direct": tuple(c * light.strength for c in light.sun)}


def lifted(light: LightNow) -> float:
    """What is left of the mist that lies low over land: all of it while the sun is low, little at noon."""
    return 1.0 - 0.62 * smooth_step(0.3, 1.1, light.sun_height)


def wind(frame: Frame) -> tuple[float, float, float, float]:
    """Strength (0..1) and the phases of the gusts, wrapped; a stilled world has no wind."""
    if frame.stilled:
        return 0.0, 0.0, 0.0, 0.0
    a, b, c = (math.tau * (frame.t_s / period % 1.0) for period in GUST_PERIODS_S)
    return frame.signals.wind, a, b, c


def on_screen(x: float, height: float, horizon_ratio: float) -> tuple[float, float]:
    """A place in the sky (0 the horizon, 1 the top edge) as screen coordinates."""
    return x, horizon_ratio + (1.0 - horizon_ratio) * height


@lru_cache(maxsize=4)
def _light(light: LightNow, horizon_ratio: float) -> Mapping[str, Any]:
    """Kept while the light stands: several layers ask for it in every frame."""
    return {
        "u_sky_top": light.sky_top,
        "u_sky_middle": light.sky_middle,
        "u_sky_low": light.sky_low,
        "u_horizon": light.horizon,
        "u_sun": light.sun,
        "u_fog": light.fog,
        "u_shade": light.shade,
        "u_source_at": on_screen(light.source_x, light.source_height, horizon_ratio),
        "u_sun_at": on_screen(light.sun_x, light.sun_height, horizon_ratio),
        "u_strength": light.strength,
        "u_twilight": light.twilight,
        "u_daylight": light.daylight,
    }
