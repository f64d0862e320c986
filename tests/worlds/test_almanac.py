"""Sun and moon stand where almanacs have them, and worlds go by them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from game.scenery.light import light_at, sun_height
from worlds.almanac import LONGEST_DAY_H, SHORTEST_DAY_H, Day, seen_on
from worlds.catalogue import entries
from worlds.format.layers.moon import Moon
from worlds.format.world import World
from worlds.reading import read_world

FULL_MOONS = [date(2026, 1, 3), date(2026, 5, 31), date(2026, 12, 24), date(2030, 6, 15)]
NEW_MOONS = [date(2026, 2, 17), date(2026, 8, 12), date(2024, 4, 8)]
"""Days (UTC) of the phases in published almanacs; the last two new moons were eclipses."""
WORLDS = [read_world(entry.folder) for entry in entries()]


@pytest.mark.parametrize("day", FULL_MOONS)
def test_a_full_moon_is_full_and_rises_as_the_sun_sets(day: date) -> None:
    assert Day(day).moon_full_ratio > 0.97
    assert abs(Day(day).moon_lag_hours) < 1.2


@pytest.mark.parametrize("day", NEW_MOONS)
def test_a_new_moon_is_dark_and_goes_with_the_sun(day: date) -> None:
    assert Day(day).moon_full_ratio < 0.03
    assert abs(Day(day).moon_lag_hours) > 10.8


def test_the_moon_waxes_before_it_is_full_and_rises_later_every_night() -> None:
    nights = [Day(date(2026, 12, 12) + timedelta(days=n)) for n in range(20)]
    lags = [night.moon_lag_hours for night in nights]
    assert all(0.6 < b - a < 1.2 for a, b in pairwise(lags))
    assert nights[5].moon_full_ratio < nights[8].moon_full_ratio < nights[11].moon_full_ratio


@pytest.mark.parametrize(
    ("day", "latitude_deg", "length_h"),
    [
        (date(2026, 6, 21), 51.5, 16.64),
        (date(2026, 12, 21), 51.5, 7.83),
        (date(2026, 12, 21), -33.9, 14.42),
        (date(2026, 3, 20), 0.0, 12.11),
    ],
)
def test_days_are_as_long_as_almanacs_say(day: date, latitude_deg: float, length_h: float) -> None:
    """London, Sydney, and the equator, to three minutes."""
    assert Day(day, latitude_deg).day_length_h == pytest.approx(length_h, abs=0.05)


def test_a_sundial_is_ahead_of_the_clock_in_november_and_behind_in_february() -> None:
    """By 16.4 and 14.2 minutes at the most."""
    assert Day(date(2026, 11, 3)).noon_hour == pytest.approx(12 - 16.4 / 60, abs=0.02)
    assert Day(date(2026, 2, 11)).noon_hour == pytest.approx(12 + 14.2 / 60, abs=0.02)
    assert Day(date(2026, 7, 1), summer_time=True).noon_hour > 13.0


def test_a_polar_winter_keeps_a_short_day_and_its_summer_a_short_night() -> None:
    assert Day(date(2026, 12, 21), 80.0).day_length_h == SHORTEST_DAY_H
    assert Day(date(2026, 6, 21), 90.0).day_length_h == LONGEST_DAY_H


def test_the_seasons_of_the_south_are_those_of_the_north_half_a_year_later() -> None:
    months = [date(2026, month, 15) for month in range(1, 13)]
    north = [Day(day, 50.0).season for day in months]
    assert north == ["winter"] * 2 + ["spring"] * 3 + ["summer"] * 3 + ["autumn"] * 3 + ["winter"]
    assert [Day(day, -35.0).season for day in months] == north[6:] + north[:6]
    assert Day(months[0]).season is None


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.world.id)
def test_colours_stay_with_the_sun_when_the_day_grows_short(world: World) -> None:
    """At sunrise, at noon and at sunset of a winter's day the palette is that of the pack's own."""
    day = Day(date(2026, 12, 21), 52.0)
    seen, light = seen_on(world, day).light, world.light
    middle = light.sunrise_hour + (light.sunset_hour - light.sunrise_hour) % 24 / 2
    for own, real in (
        (light.sunrise_hour, seen.sunrise_hour),
        (middle, day.noon_hour),
        (light.sunset_hour, seen.sunset_hour),
    ):
        before, now = light_at(light, own), light_at(seen, real)
        assert now.sky_top == pytest.approx(before.sky_top, abs=0.01)
        assert now.fog == pytest.approx(before.fog, abs=0.01)
        assert sun_height(seen, real) == pytest.approx(sun_height(light, own), abs=0.01)
    assert (seen.sunset_hour - seen.sunrise_hour) % 24 == pytest.approx(day.day_length_h)
    assert 0.5 <= seen.sun_top_ratio / light.sun_top_ratio < 0.7


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.world.id)
def test_without_a_latitude_only_the_moon_is_todays(world: World) -> None:
    seen = seen_on(world, Day(date(2026, 8, 12)))
    plain = seen.light.model_copy(update={"moon_lag_hours": 0.0})
    assert plain == world.light
    assert (seen.light.moon_lag_hours != 0.0) is (world.light.moon == "real")


def test_a_moon_of_its_makers_own_stays_as_it_is() -> None:
    world = WORLDS[0].model_copy(update={"layer": [Moon(kind="moon", full_ratio=0.9)]})
    (moon,) = seen_on(world, Day(date(2026, 8, 12))).layers
    assert isinstance(moon, Moon)
    assert moon.full_ratio == pytest.approx(0.02, abs=0.005)
    fixed = world.model_copy(update={"light": world.light.model_copy(update={"moon": "full"})})
    assert seen_on(fixed, Day(date(2026, 8, 12))) == fixed


def test_leaves_are_the_seasons_where_the_maker_left_them_to_the_seed() -> None:
    world = next(world for world in WORLDS if world.world.id == "zen_garden")
    seasons = {getattr(layer, "season", None) for layer in seen_on(world, Day(date(2026, 1, 10), 52.0)).layers}
    assert "winter" in seasons
    assert "seed" not in seasons
