"""What a garden gets of the sky: on open ground, in the shade, and through leaves by moonlight."""

from __future__ import annotations

import math

from game.scenery.light import LightNow, Rgb

SKY_GAIN, SKY_GAIN_BY_DAY = 0.95, 0.68
SHADE_TINT_RATIO = 0.62
"""How much of its colour open ground has from the high sky behind the eye (`shade`), not from the one in sight."""
DUSK_LOW_RATIO, BLUE_GAIN, PALE_RATIO = 0.90, 2.3, 0.45
"""At dusk the warm low sky lights open ground so much less, and the blue one above it so much more."""
AFTERGLOW_RATIO, COOL_AIR_RATIO = 0.24, 0.6
LEAVES_BY_MOON_RATIO = 0.30
"""How deep the shadow of leaves is by moonlight, as a share of that by day."""
COLOUR_BY_NIGHT = 0.25
"""How much of their colour things keep in the dark."""
MOON_SEEN_RATIO = 0.05
"""Where so much of the moon's light has come, all that is to be seen of shadows is the moon's."""


def open_sky(light: LightNow) -> Rgb:
    """What open ground sees of the sky: all of it, the low part most; at dusk the high part."""
    low, middle, top, rim = light.sky_low, light.sky_middle, light.sky_top, light.horizon
    r, g, b = (0.35 * a + 0.30 * m + 0.20 * t + 0.15 * h for a, m, t, h in zip(low, middle, top, rim, strict=True))
    dusk, gain = _dusk(light), SKY_GAIN + (SKY_GAIN_BY_DAY - SKY_GAIN) * light.daylight
    low_part = scaled(_tinted((r, g, b), light.shade), gain * (1.0 - DUSK_LOW_RATIO * dusk))
    return added(low_part, scaled(_blue(light), BLUE_GAIN * dusk))


def _tinted(sky: Rgb, shade: Rgb) -> Rgb:
    """As bright as the sky in sight, but nearer to the colour of shade."""
    as_bright = scaled(shade, luminance(sky) / max(luminance(shade), 1e-4))
    return added(scaled(sky, 1.0 - SHADE_TINT_RATIO), scaled(as_bright, SHADE_TINT_RATIO))


def afterglow(light: LightNow) -> Rgb:
    """What reaches places that see little of the sky: at dusk its rim lights what stands upright."""
    return added(light.shade, scaled(light.horizon, AFTERGLOW_RATIO * _dusk(light)))


def air(light: LightNow, x: float) -> Rgb:
    """What far things fade into at one edge of the screen: lighter towards sun or moon, bluer at dusk."""
    near = max(1.0 - abs(x - light.source_x), 0.0) ** 2 * 0.30 * light.strength
    cool = COOL_AIR_RATIO * _dusk(light)
    fog = added(scaled(light.fog, 1.0 - cool), scaled(_blue(light), cool))
    return added(fog, scaled(light.sun, near))


def by_moon(light: LightNow) -> float:
    """0 while the sun gives the direct light, 1 while the moon does; between them there is none."""
    return min(light.moon_ratio / MOON_SEEN_RATIO, 1.0)


def leaves_deep(light: LightNow) -> float:
    """How deep the shadow of leaves is, as a share of that by day."""
    return 1.0 - (1.0 - LEAVES_BY_MOON_RATIO) * by_moon(light)


def _dusk(light: LightNow) -> float:
    """How much the high sky lights the ground, 0..1: most just after the sun has gone."""
    return math.sqrt(light.twilight) * (1.0 - light.daylight)


def _blue(light: LightNow) -> Rgb:
    """The high sky, paler than it looks: eyes grow used to its colour."""
    r, g, b = (2.4 * t + 0.20 * m for t, m in zip(light.sky_top, light.sky_middle, strict=True))
    grey = (0.3 * r + 0.5 * g + 0.2 * b) * PALE_RATIO
    kept = 1.0 - PALE_RATIO
    return r * kept + grey, g * kept + grey, b * kept + grey


def in_the_dark(colour: Rgb, day: float) -> Rgb:
    """A colour as eyes see it far from any lamp, by so much day (0..1): hardly any at night."""
    kept = COLOUR_BY_NIGHT + (1.0 - COLOUR_BY_NIGHT) * day
    grey = luminance(colour) * (1.0 - kept)
    return added(scaled(colour, kept), (grey, grey, grey))


def luminance(colour: Rgb) -> float:
    """How bright a colour is to the eye (ITU-R BT.709)."""
    r, g, b = colour
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def added(a: Rgb, b: Rgb) -> Rgb:
    """The light of two together."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def scaled(colour: Rgb, by: float) -> Rgb:
    """A colour brighter or darker."""
    return colour[0] * by, colour[1] * by, colour[2] * by
