"""The light of a world at one instant, resolved from the pack's `[light]` table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from worlds.format.light import Light, LightKey
from worlds.seeds import spread

Rgb = tuple[float, float, float]
"""Linear light, 0 and up."""
Point = tuple[float, float]
"""Across the screen, and over the horizon; as in `LightNow`."""

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
    """Every colour (linear) and direction of light at one hour. No field ever jumps, at any hour.

    Positions: x is 0 at the left edge and 1 at the right (it may leave that); heights are 0 on the horizon and
    1 at the top edge of the screen, negative below the horizon.
    """

    sky_top: Rgb
    sky_middle: Rgb
    sky_low: Rgb
    horizon: Rgb
    sun: Rgb
    """Colour of the direct light, whichever of the two gives it."""
    shade: Rgb
    fog: Rgb
    strength: float
    """Strength of the direct light; 0 while it changes from sun to moon or back."""
    source_x: float
    """Where the direct light comes from: sun, or at night moon; glides between them while `strength` is 0."""
    source_height: float
    sun_x: float
    sun_height: float
    moon_x: float
    moon_height: float
    sun_ratio: float
    """How much of the sun's direct light reaches the world: 0 once it is well set, 1 by day."""
    moon_ratio: float
    """How much of the moon's does: 0 by day or before it rises, 1 once it stands high at night."""
    starlit: float
    """How much of the direct light comes from no disc: 1 at night while the moon is down, else 0."""
    twilight: float
    """0 by day and in deep night, 1 while the sun stands on the horizon."""
    daylight: float
    """0 in full night, 1 in full day."""


MOON_LOWER = 1.8
"""How much lower than written a seed's moon may stay at its highest, for each share its path may be shifted."""
COLOURS = ("sky_top", "sky_middle", "sky_low", "horizon", "sun", "shade", "fog")
SUN_GONE, SUN_FULL = -0.10, 0.04
MOON_FIRST, MOON_FULL = 0.20, 0.45
"""Sine-like heights between which the direct light of sun and moon comes and goes. Between -SUN_GONE and
MOON_FIRST neither shines: there the direction of the light changes."""
MOON_RISEN, MOON_CLEAR = -0.05, 0.15
"""Heights of the moon between which its light comes and goes at night."""
NIGHT_RATIO = 0.45
"""Direct light of a night without a moon, as a share of one with a full moon: no night is too dark to see."""
STARLIGHT_HEIGHT = 1.6
"""It comes from high up, out of sight: stars have no disc that water would mirror or air would glow around."""


@dataclass(frozen=True)
class SunPath:
    """Where sun and moon cross the screen, after the seed has had its say."""

    rise_x: float
    set_x: float
    moon_ratio: float = 1.0
    """How high the moon climbs, as a share of what is written."""


def sun_path(light: Light, seed: int) -> SunPath:
    """The way of the sun over the screen for one seed."""
    shift = (2 * spread(seed, "light", "path") - 1) * light.seed_shift_ratio
    rise_x, set_x = light.sunrise_x_ratio + shift, light.sunset_x_ratio + shift
    if light.seed_mirror and seed % 2 == 0:
        rise_x, set_x = 1 - rise_x, 1 - set_x
    return SunPath(rise_x, set_x, 1 - MOON_LOWER * light.seed_shift_ratio * spread(seed, "light", "moon"))


@lru_cache(maxsize=1024)
def linear(colour: str) -> Rgb:
    """A "#rrggbb" sRGB colour as linear light."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def smooth_step(low: float, high: float, x: float) -> float:
    """0 below `low`, 1 above `high`, a soft S between."""
    y = min(max((x - low) / (high - low), 0.0), 1.0)
    return y * y * (3 - 2 * y)


def sun_height(light: Light, hour: float) -> float:
    """Height of the sun: 1 at the middle of the day, 0 at rise and set, -1 in the middle of the night."""
    night, way = _way(light, hour)
    return -math.sin(math.pi * way) if night else math.sin(math.pi * way)


def _shown(height: float, linger: float) -> float:
    """Where a sun that lingers at the horizon is shown: slower there, and the faster the higher it is."""
    return height * (1 - linger * (1 - height * height))


def daylight(height: float) -> float:
    """How much day there is at a height of the sun: 0 below civil twilight, 1 once it is well up."""
    return smooth_step(-0.22, 0.28, height)


def light_at(light: Light, hour: float, seed: int = 0) -> LightNow:
    """Resolve a world's light at an hour: keys are mixed in linear light with a smooth step between them.

    It is taken at whole seconds of the day, between which no eye sees a change: what did not change need not be
    told to the driver anew in every frame.
    """
    hour = round(hour * 3600) / 3600
    before, after, mix = _around(light, hour)
    path, height = sun_path(light, seed), sun_height(light, hour)
    sun = _sun_x(light, path, hour), _shown(height, light.sun_linger_ratio) * light.sun_top_ratio
    moon, up = _moon(light, path, hour)
    sun_ratio, night = smooth_step(SUN_GONE, SUN_FULL, height), smooth_step(MOON_FIRST, MOON_FULL, -height)
    source = _mixed(((path.rise_x + path.set_x) / 2, STARLIGHT_HEIGHT), moon, up)
    source = _mixed(sun, source, smooth_step(-SUN_GONE, MOON_FIRST, -height))
    lit = sun_ratio + night * (NIGHT_RATIO + (1 - NIGHT_RATIO) * up * moonlight_ratio(light))
    return LightNow(
        **colours_at(light, hour),
        strength=(before.strength + (after.strength - before.strength) * mix) * lit,
        source_x=source[0],
        source_height=source[1],
        sun_x=sun[0],
        sun_height=sun[1],
        moon_x=moon[0],
        moon_height=moon[1],
        sun_ratio=sun_ratio,
        moon_ratio=night * up,
        starlit=night * (1.0 - up),
        twilight=math.exp(-((height / 0.25) ** 2)),
        daylight=daylight(height),
    )


def colours_at(light: Light, hour: float) -> dict[str, Rgb]:
    """The colours of a world at an hour, by name (`COLOURS`): the part of its light that no seed moves."""
    before, after, mix = _around(light, hour)
    return {name: _mix(linear(getattr(before, name)), linear(getattr(after, name)), mix) for name in COLOURS}


def _way(light: Light, hour: float) -> tuple[bool, float]:
    """Whether it is night, and how far through the night or the day, 0..1."""
    day = (light.sunset_hour - light.sunrise_hour) % 24 or 12.0
    since = (hour - light.sunrise_hour) % 24
    return (True, (since - day) / (24 - day)) if since > day else (False, since / day)


def _sun_x(light: Light, path: SunPath, hour: float) -> float:
    """By day from where it rises to where it sets; by night back, out of sight, so that nothing jumps."""
    night, way = _way(light, hour)
    return _across(path, 1 - way if night else way)


def moonlight_ratio(light: Light) -> float:
    """How bright the moon of this light is beside a full one: a half moon seems more than half as bright."""
    return math.sqrt(0.5 + 0.5 * math.cos(math.radians(15.0 * light.moon_lag_hours)))


def _moon(light: Light, path: SunPath, hour: float) -> tuple[Point, float]:
    """Where the moon stands, and how much of its light comes over the horizon."""
    late = hour - light.moon_lag_hours
    return _full_moon(light, path, late), smooth_step(MOON_RISEN, MOON_CLEAR, -sun_height(light, late))


def _full_moon(light: Light, path: SunPath, hour: float) -> Point:
    """It rises as the sun sets, and takes the same way through the night."""
    night, way = _way(light, hour)
    x = _across(path, way if night else 1 - way)
    return x, -sun_height(light, hour) * light.moon_top_ratio * path.moon_ratio


def _mixed(a: Point, b: Point, x: float) -> Point:
    return a[0] + (b[0] - a[0]) * x, a[1] + (b[1] - a[1]) * x


def _across(path: SunPath, way: float) -> float:
    """Eased at both ends, so that it turns there without a jerk."""
    return path.rise_x + (path.set_x - path.rise_x) * (0.5 - 0.5 * math.cos(math.pi * way))


def _key_hour(light: Light, hour: float) -> float:
    """The hour of the keys at which the sun stands as it does now: day goes over to day and night to night."""
    rise = light.sunrise_hour if light.keys_sunrise_hour is None else light.keys_sunrise_hour
    set_ = light.sunset_hour if light.keys_sunset_hour is None else light.keys_sunset_hour
    if (rise, set_) == (light.sunrise_hour, light.sunset_hour):
        return hour
    day = (set_ - rise) % 24 or 12.0
    night, way = _way(light, hour)
    return (set_ + way * (24 - day) if night else rise + way * day) % 24


def _around(light: Light, hour: float) -> tuple[LightKey, LightKey, float]:
    hour = _key_hour(light, hour)
    keys = sorted(light.key or PLAIN_DAY, key=lambda key: key.hour)
    for before, after in pairwise([*keys, keys[0]]):
        span = (after.hour - before.hour) % 24 or 24.0
        since = (hour % 24 - before.hour) % 24
        if since < span:
            return before, after, smooth_step(0.0, 1.0, since / span)
    return keys[-1], keys[0], 0.0


def _mix(a: Rgb, b: Rgb, x: float) -> Rgb:
    r, g, bl = (p + (q - p) * x for p, q in zip(a, b, strict=True))
    return r, g, bl
