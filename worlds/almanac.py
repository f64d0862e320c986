"""The real day: where sun and moon stand on a date, and a world whose light goes by them.

Nothing is looked up: the date and the hour are the machine's, the latitude is what a visitor typed in, or nothing.
Positions after J. Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 25 (the sun, low accuracy: 0.01 degrees)
and chapter 48 (the moon's elongation, main terms: a hundredth of its lit share).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from worlds.format.layer import LayerModel
from worlds.format.layers.moon import Moon
from worlds.format.light import Light
from worlds.format.season import SeasonName
from worlds.format.world import World

J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
REFRACTED_DEG = -0.833
"""Height of the sun's centre when its upper edge is seen to touch the horizon."""
SHORTEST_DAY_H, LONGEST_DAY_H = 4.0, 20.0
"""Near the poles the sun may not rise or set for months: a world keeps some night and some day all the same."""
WINTER_SUN_RATIO = 0.5
"""The lowest a world's noon may come to, as a share of the height its maker wrote."""
FULL_DEG = 180.0
THINNEST_RATIO = 0.02
"""A new moon is drawn as the thinnest crescent the eye ever finds."""
EARLY_DEG = 20.0
"""Leaves go by the months rather than by the sun: each season begins about three weeks before it says so."""


@dataclass(frozen=True)
class Day:
    """One day somewhere on earth."""

    date: date
    latitude_deg: float | None = None
    """-90 (south) to 90 (north); None if the visitor has not said, and then the sun goes as each pack says."""
    summer_time: bool = False
    """Whether clocks are an hour ahead."""

    @property
    def sun_declination_deg(self) -> float:
        """How far north of the equator the sun stands at noon."""
        return math.degrees(math.asin(math.sin(_OBLIQUITY) * math.sin(_sun(self._centuries)[0])))

    @property
    def noon_hour(self) -> float:
        """When the sun stands highest, by the clock, in the middle of its time zone."""
        return 12.0 + (1.0 if self.summer_time else 0.0) - _equation_of_time_h(self._centuries)

    @property
    def day_length_h(self) -> float:
        """From sunrise to sunset, in hours, within `SHORTEST_DAY_H` and `LONGEST_DAY_H`; 12 without a latitude."""
        latitude = math.radians(min(max(self.latitude_deg or 0.0, -89.9), 89.9))
        declination = math.radians(self.sun_declination_deg)
        over = math.sin(math.radians(REFRACTED_DEG)) - math.sin(latitude) * math.sin(declination)
        cosine = over / (math.cos(latitude) * math.cos(declination))
        half_h = math.degrees(math.acos(min(max(cosine, -1.0), 1.0))) / 15.0
        return min(max(2.0 * half_h, SHORTEST_DAY_H), LONGEST_DAY_H)

    @property
    def noon_height_deg(self) -> float:
        """How high the sun climbs; 90 without a latitude."""
        if self.latitude_deg is None:
            return 90.0
        return 90.0 - abs(self.latitude_deg - self.sun_declination_deg)

    @property
    def moon_elongation_deg(self) -> float:
        """How far the moon stands east of the sun at midnight after this day: 0 new, 180 full, 0 to 360."""
        return _elongation_deg(self._centuries + 0.5 / 36525.0)

    @property
    def moon_full_ratio(self) -> float:
        """The lit share of the moon's disc, 0 new to 1 full."""
        return 0.5 - 0.5 * math.cos(math.radians(self.moon_elongation_deg))

    @property
    def moon_lag_hours(self) -> float:
        """How long after a full moon's time it rises: -12 to 12; -6 a waxing half moon, 6 a waning one."""
        return (self.moon_elongation_deg - FULL_DEG) / 15.0

    @property
    def season(self) -> SeasonName | None:
        """The time of year here, after the sun's longitude; None without a latitude."""
        if self.latitude_deg is None:
            return None
        names: tuple[SeasonName, ...] = ("spring", "summer", "autumn", "winter")
        turned = 0.0 if self.latitude_deg >= 0 else 180.0
        return names[int((math.degrees(_sun(self._centuries)[0]) + EARLY_DEG + turned) % 360 // 90)]

    @property
    def _centuries(self) -> float:
        """Julian centuries since 2000, at this day's noon in Greenwich: nobody sees what a zone changes."""
        since = datetime.combine(self.date, time(12), UTC) - J2000
        return since.total_seconds() / 86400.0 / 36525.0


def seen_on(world: World, day: Day) -> World:
    """The world as it is on this day: its hours of light, its moon, its leaves. Its fixed choices stay."""
    light = _light_on(world.light, day)
    return world.model_copy(
        update={"light": light, "layer": [_layer_on(layer, world, day) for layer in world.layer]}
    )


def _light_on(light: Light, day: Day) -> Light:
    changes: dict[str, object] = {}
    if light.moon == "real":
        changes["moon_lag_hours"] = day.moon_lag_hours
    if day.latitude_deg is not None:
        half_h = day.day_length_h / 2
        height = math.sin(math.radians(max(day.noon_height_deg, 0.0)))
        changes |= {
            "sunrise_hour": (day.noon_hour - half_h) % 24,
            "sunset_hour": (day.noon_hour + half_h) % 24,
            "keys_sunrise_hour": light.sunrise_hour if light.keys_sunrise_hour is None else light.keys_sunrise_hour,
            "keys_sunset_hour": light.sunset_hour if light.keys_sunset_hour is None else light.keys_sunset_hour,
            "sun_top_ratio": light.sun_top_ratio * (WINTER_SUN_RATIO + (1 - WINTER_SUN_RATIO) * height),
        }
    return light.model_copy(update=changes)


def _layer_on(layer: LayerModel, world: World, day: Day) -> LayerModel:
    if isinstance(layer, Moon) and world.light.moon == "real":
        return layer.model_copy(update={"full_ratio": max(day.moon_full_ratio, THINNEST_RATIO)})
    if day.season is not None and getattr(layer, "season", None) == "seed":
        return layer.model_copy(update={"season": day.season})
    return layer


_OBLIQUITY = math.radians(23.437)


def _sun(centuries: float) -> tuple[float, float, float]:
    """Apparent longitude, mean longitude and mean anomaly of the sun, radians."""
    mean = math.radians(280.46646 + 36000.76983 * centuries)
    anomaly = math.radians(357.52911 + 35999.05029 * centuries)
    centre = 1.9146 * math.sin(anomaly) + 0.0200 * math.sin(2 * anomaly)
    return mean + math.radians(centre), mean, anomaly


def _equation_of_time_h(centuries: float) -> float:
    """By how much a sundial is ahead of the clock, hours."""
    longitude, mean, _ = _sun(centuries)
    ascension = math.atan2(math.cos(_OBLIQUITY) * math.sin(longitude), math.cos(longitude))
    ahead = math.degrees(mean - ascension) - 0.0057
    return ((ahead + 180.0) % 360.0 - 180.0) / 15.0


def _elongation_deg(centuries: float) -> float:
    """Angle from the sun to the moon along the ecliptic, 0..360."""
    d = math.radians(297.8501921 + 445267.1114034 * centuries)
    sun = _sun(centuries)[2]
    moon = math.radians(134.9633964 + 477198.8675055 * centuries)
    waves = (
        6.289 * math.sin(moon)
        - 2.100 * math.sin(sun)
        + 1.274 * math.sin(2 * d - moon)
        + 0.658 * math.sin(2 * d)
        + 0.214 * math.sin(2 * moon)
        + 0.110 * math.sin(d)
    )
    return (math.degrees(d) + waves) % 360.0
