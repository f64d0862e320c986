"""Uniforms of `air.glsl`: one light, one haze and one wind for every layer of a world."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from game.scenery.frame import Frame
from game.scenery.light import LightNow, smooth_step
from game.scenery.stage import Stage
from worlds.weather import level

GUST_PERIODS_S = (7.3, 3.9, 19.0)
"""Periods of three waves that things sway in; unrelated, so that they never seem to repeat."""
GUST_STEP_S = 0.75
"""Between those values of the signal `gust` that a shader joins."""
GUSTS_AHEAD = 8
"""How many of the 32 are still to come where it is heard: they blow left of the middle already."""


def air(frame: Frame, stage: Stage) -> Mapping[str, Any]:
    """Everything `air.glsl` wants to know at this frame."""
    return {
        **_light(frame.light, stage.horizon_ratio),
        "u_aspect": stage.aspect,
        "u_horizon_ratio": stage.horizon_ratio,
        "u_wind": wind(frame),
        **_gusts(stage.seed, frame.moving_s),
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


def _gusts(seed: int, t_s: float) -> Mapping[str, Any]:
    """The gusts of the world about now, as they pass through the picture (Taylor's frozen turbulence)."""
    step = math.floor(t_s / GUST_STEP_S)
    return {**_knots(seed, step), "u_gust_at": GUSTS_AHEAD + step - t_s / GUST_STEP_S}


@lru_cache(maxsize=4)
def _knots(seed: int, step: int) -> Mapping[str, Any]:
    newest = step + GUSTS_AHEAD
    knots = [2.0 * level(seed, "gust", (newest - n) * GUST_STEP_S) - 1.0 for n in range(32)]
    return {"u_gusts_near": tuple(knots[:16]), "u_gusts_far": tuple(knots[16:])}


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
