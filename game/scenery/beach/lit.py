"""The light of the hour upon sea, sand and foam."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenery.air import plain_light
from game.scenery.light import LightNow, Rgb, smooth_step

BRIGHT = 1.4
"""Strength of a daylight by which white foam on the move is drawn at its softest, so that nothing flickers."""
NIGHT_BLUE = (0.74, 0.97, 1.26)
COOL = 0.88, 0.96, 1.22
"""Tint of grey sand under a coloured sky."""
ROSY = 0.2
"""How much of the low sky's colour lies on everything at dusk, in place of some of the shade's."""
DULLED = 0.75
"""How much of their colour things lose by moonlight, and what they take on instead."""


def by_night(colour: Rgb, light: LightNow) -> Rgb:
    """A colour as eyes see it by this light: moonlight leaves little but blue and grey (Purkinje)."""
    dulled = DULLED * (1.0 - light.daylight)
    grey = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    r, g, b = (c + (grey * blue - c) * dulled for c, blue in zip(colour, NIGHT_BLUE, strict=True))
    return r, g, b


def _cooled(sand: Rgb, low: float) -> Rgb:
    """Sand while the sun is low: it is the sky that lights level ground then, and takes its own yellow from it."""
    grey = 0.2126 * sand[0] + 0.7152 * sand[1] + 0.0722 * sand[2]
    r, g, b = (c + (grey * cool - c) * 0.8 * low for c, cool in zip(sand, COOL, strict=True))
    return r, g, b


def lighting(light: LightNow, colours: Mapping[str, Rgb], moonlight: Rgb, glitter_ratio: float) -> dict[str, Any]:
    """What the shaders of a beach are told of the light; `colours` in plain daylight, by the names of uniforms."""
    low = 1.0 - smooth_step(0.35, 1.1, light.source_height)
    glitter = glitter_ratio * min(1.5 * light.strength, 1.0) * (1.0 - light.starlit)
    path = tuple(min(0.10 + 1.1 * c**0.8, 1.0) for c in light.sun)
    strength = light.strength * (0.16 + 0.6 * min(max(light.source_height, 0.0), 1.0))
    plain = plain_light(light, 0.9, 0.42)
    dusky = zip(plain["u_ambient"], light.sky_low, strict=True)
    return {
        **plain,
        "u_ambient": tuple(a + (ROSY * low_sky - 0.4 * a) * light.twilight for a, low_sky in dusky),
        **{name: by_night(colour, light) for name, colour in colours.items()},
        "u_sand": by_night(_cooled(colours["u_sand"], low * light.daylight), light),
        "u_bright": min(light.daylight * light.strength / BRIGHT, 1.0),
        "u_low": low,
        "u_grazing": 0.66 - 0.36 * low,
        "u_spread": glitter * (1.0 - 0.94 * light.sun_ratio * smooth_step(0.35, 1.1, light.source_height)),
        "u_path": tuple(a + (b - a) * light.moon_ratio for a, b in zip(path, moonlight, strict=True)),
        "u_day": tuple(
            0.5 * middle + 0.3 * below + sun * strength
            for middle, below, sun in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
        ),
    }
