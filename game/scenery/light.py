"""The light of a world at one instant, resolved from the pack's `[light]` table."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from itertools import pairwise

from worlds.format.light import Light, LightKey

Rgb = tuple[float, float, float]
"""Linear light, 0 and up."""

PLAIN_DAY = [
    LightKey(hour=0, sky_top="#060a1c", sky_middle="#0b1430", sky_low="#141f40", horizon="#1c2a4c",
             sun="#9fb4e6", shade="#060912", fog="#18223c", strength=0.25),
    LightKey(hour=6, sky_top="#2b3a6b", sky_middle="#6b6d9c", sky_low="#d99a8c", horizon="#ffd0a0",
             sun="#ffc48c", shade="#2a2c48", fog="#b89aa8", strength=0.8),
    LightKey(hour=12, sky_top="#2f62b4", sky_middle="#5b8fd0", sky_low="#a8c8e6", horizon="#dfeaf0",
             sun="#fff6e4", shade="#4a5874", fog="#b4c8dc", strength=1.4),
    LightKey(hour=18.5, sky_top="#1a1d44", sky_middle="#3c3468", sky_low="#b0566a", horizon="#ffb060",
             sun="#ffb868", shade="#14142c", fog="#8c5a74", strength=0.9),
    LightKey(hour=21, sky_top="#080c22", sky_middle="#101a3a", sky_low="#1c2a50", horizon="#2a3860",
             sun="#a4b8e8", shade="#080b18", fog="#1e2a48", strength=0.3),
]  # fmt: skip
"""Used where a pack says nothing about light."""


@dataclass(frozen=True)
class LightNow:
    """Every colour (linear) and direction of light at one hour."""

    sky_top: Rgb
    sky_middle: Rgb
    sky_low: Rgb
    horizon: Rgb
    sun: Rgb
    shade: Rgb
    fog: Rgb
    strength: float
    source_x: float
    """Where the sun (by day) or moon (by night) stands on the screen, 0 left to 1 right; may leave 0..1."""
    source_height: float
    """Its height: 0 on the horizon, 1 overhead; negative below."""
    daylight: float
    """0 in full night, 1 in full day."""


def linear(colour: str) -> Rgb:
    """A "#rrggbb" sRGB colour as linear light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def sun_height(light: Light, hour: float) -> float:
    """Height of the sun: 1 at the middle of the day, 0 at rise and set, -1 in the middle of the night."""
    day = (light.sunset_hour - light.sunrise_hour) % 24 or 12.0
    since = (hour - light.sunrise_hour) % 24
    if since <= day:
        return math.sin(math.pi * since / day)
    return -math.sin(math.pi * (since - day) / (24 - day))


def daylight(height: float) -> float:
    """How much day there is at a height of the sun: 0 below civil twilight, 1 once it is well up."""
    x = min(max((height + 0.22) / 0.5, 0.0), 1.0)
    return x * x * (3 - 2 * x)


def light_at(light: Light, hour: float) -> LightNow:
    """Resolve a world's light at an hour: keys are mixed in linear light with a smooth step between them."""
    before, after, mix = _around(sorted(light.key or PLAIN_DAY, key=lambda key: key.hour), hour % 24)
    height = sun_height(light, hour)
    colours = {
        name: _mix(linear(getattr(before, name)), linear(getattr(after, name)), mix)
        for name in (f.name for f in fields(LightNow))
        if name in LightKey.model_fields and name != "strength"
    }
    return LightNow(
        **colours,
        strength=before.strength + (after.strength - before.strength) * mix,
        source_x=_source_x(light, hour),
        source_height=abs(height),
        daylight=daylight(height),
    )


def _around(keys: list[LightKey], hour: float) -> tuple[LightKey, LightKey, float]:
    ring = [*keys, keys[0]]
    for before, after in pairwise(ring):
        span = (after.hour - before.hour) % 24 or 24.0
        since = (hour - before.hour) % 24
        if since < span:
            x = since / span
            return before, after, x * x * (3 - 2 * x)
    return keys[-1], keys[0], 0.0


def _source_x(light: Light, hour: float) -> float:
    """The sun moves from where it rises to where it sets; at night the moon takes the same way."""
    day = (light.sunset_hour - light.sunrise_hour) % 24 or 12.0
    since = (hour - light.sunrise_hour) % 24
    way = since / day if since <= day else (since - day) / (24 - day)
    return light.sunrise_x_ratio + (light.sunset_x_ratio - light.sunrise_x_ratio) * way


def _mix(a: Rgb, b: Rgb, x: float) -> Rgb:
    r, g, bl = (p + (q - p) * x for p, q in zip(a, b, strict=True))
    return r, g, bl
