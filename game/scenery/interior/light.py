"""How strong each of a room's lights is at an hour, and in which colour."""

from __future__ import annotations

from game.scenery.light import LightNow, Rgb, smooth_step

FIRE, WINDOW = 11.0, 12.0
FIRE_BY_DAY = 0.52
"""What the eye, used to daylight, sees of the fire's light at noon."""


def fire_light(colour: Rgb, light: LightNow) -> Rgb:
    """The fire's, brightest to an eye used to the dark."""
    by_day = 1.0 - (1.0 - FIRE_BY_DAY) * light.daylight
    r, g, b = colour
    return r * FIRE * by_day, g * FIRE * by_day, b * FIRE * by_day


def window_light(light: LightNow, ratio: float) -> Rgb:
    """The sky's that comes in, and what the snow throws up."""
    sky = zip(light.sky_top, light.sky_middle, light.sky_low, light.sun, strict=True)
    r, g, b = (ratio * WINDOW * (0.25 * t + 0.40 * m + 0.35 * w + 0.22 * light.strength * s) for t, m, w, s in sky)
    return r, g, b


def candle_light(colour: Rgb, strength: float, light: LightNow) -> Rgb:
    """The candle's: out by day."""
    burns = 4.0 * strength * (1.0 - smooth_step(0.35, 0.75, light.daylight))
    return colour[0] * burns, colour[1] * burns, colour[2] * burns
