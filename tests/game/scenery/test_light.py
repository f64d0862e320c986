"""The light of a world glides through the day: no field of it ever jumps."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from game.scenery.light import light_at, sun_path
from worlds.catalogue import entries
from worlds.format.light import Light
from worlds.reading import read_world

STEP_H = 1 / 240
LIGHTS = [
    Light(),
    Light(sunrise_hour=4.0, sunset_hour=22.0, seed_shift_ratio=0.2, seed_mirror=True),
    *(Light(moon_lag_hours=lag) for lag in (-11.5, -6.0, 3.0, 8.0)),
]


def _numbers(light: Light, hour: float) -> list[float]:
    flat: list[float] = []
    for value in astuple(light_at(light, hour, 7)):
        flat.extend(value if isinstance(value, tuple) else (value,))
    return flat


@pytest.mark.parametrize("light", [*LIGHTS, *(read_world(entry.folder).light for entry in entries())])
def test_no_field_jumps_in_24_hours(light: Light) -> None:
    """A quarter of a minute of the day never changes any number by more than 0.03."""
    before = _numbers(light, 24.0 - STEP_H)
    for step in range(round(24 / STEP_H)):
        now = _numbers(light, step * STEP_H)
        assert max(abs(a - b) for a, b in zip(before, now, strict=True)) < 0.03, step * STEP_H
        before = now


def test_the_direct_light_is_out_while_it_changes_from_sun_to_moon() -> None:
    light = Light()
    for step in range(round(24 / STEP_H)):
        now = light_at(light, step * STEP_H)
        between = now.source_x not in (now.sun_x, now.moon_x)
        assert not between or now.strength == 0.0 or now.sun_x == now.moon_x


def test_the_moon_shines_at_midnight_and_the_sun_at_noon() -> None:
    noon, night = light_at(Light(), 12.25), light_at(Light(), 0.25)
    assert noon.sun_ratio == 1.0
    assert noon.moon_ratio == 0.0
    assert noon.source_x == noon.sun_x
    assert night.moon_ratio == 1.0
    assert night.sun_ratio == 0.0
    assert night.source_x == pytest.approx(night.moon_x)


def test_a_seed_may_mirror_the_way_of_the_sun() -> None:
    light = Light(seed_mirror=True, sunset_x_ratio=0.7)
    assert {round(sun_path(light, seed).set_x, 3) for seed in range(20)} == {0.3, 0.7}


def test_a_sun_that_lingers_stays_low_for_longer_and_stands_as_high_at_noon() -> None:
    plain, slow = Light(), Light(sun_linger_ratio=0.8)
    low = [light_at(light, light.sunset_hour - 1.0).sun_height for light in (plain, slow)]
    assert 0.0 < low[1] < 0.5 * low[0]
    assert light_at(slow, 12.25).sun_height == pytest.approx(light_at(plain, 12.25).sun_height)
    assert light_at(slow, slow.sunset_hour).sun_height == pytest.approx(0.0, abs=1e-9)


def test_a_night_without_a_moon_is_dimmer_but_never_dark() -> None:
    full, new = light_at(Light(), 0.25), light_at(Light(moon_lag_hours=-11.9), 0.25)
    assert new.moon_height < 0.0
    assert new.moon_ratio == 0.0
    assert (full.starlit, new.starlit) == (0.0, 1.0)
    assert 0.4 * full.strength < new.strength < 0.6 * full.strength


def test_a_waning_half_moon_rises_at_midnight_and_shines_until_morning() -> None:
    light = Light(sunrise_hour=6.0, sunset_hour=18.0, moon_lag_hours=6.0)
    assert light_at(light, 22.0).moon_height < 0.0 < light_at(light, 1.0).moon_height
    assert light_at(light, 4.0).moon_ratio == 1.0
    assert light_at(light, 4.0).strength > light_at(light, 22.0).strength
