"""What a garden gets of the sky: blue from above at dusk, warm from its rim, faint leaves by moonlight."""

from __future__ import annotations

import pytest

from game.scenery.garden.sky_light import afterglow, in_the_dark, leaves_deep, luminance, open_sky
from game.scenery.light import light_at
from worlds.format.light import Light

LIGHT = Light()


def test_at_dusk_open_ground_is_lit_by_a_bluer_sky_than_what_stands_upright() -> None:
    dusk = light_at(LIGHT, LIGHT.sunset_hour + 0.4)
    (r, _, b), (shade_r, _, shade_b) = open_sky(dusk), afterglow(dusk)
    assert b / r > 1.5
    assert b / r > shade_b / shade_r


def test_by_day_and_in_deep_night_dusk_adds_nothing() -> None:
    for hour in (12.0, 0.0):
        now = light_at(LIGHT, hour)
        assert afterglow(now) == pytest.approx(now.shade, abs=1e-3)


def test_leaves_cast_faint_shadows_by_moonlight_and_change_while_there_are_none() -> None:
    assert leaves_deep(light_at(LIGHT, 12.0)) == 1.0
    assert leaves_deep(light_at(LIGHT, 0.0)) == pytest.approx(0.30)
    between = [light_at(LIGHT, LIGHT.sunset_hour + 0.05 * step) for step in range(60)]
    assert all(now.strength < 0.05 for now in between if 0.3001 < leaves_deep(now) < 1.0)


def test_by_day_what_lies_in_shade_is_cooler_than_the_sky_in_sight() -> None:
    morning = light_at(LIGHT, LIGHT.sunrise_hour + 0.8)
    (r, _, b), seen = open_sky(morning), morning.sky_low
    shade = morning.shade
    assert min(seen[2] / seen[0], shade[2] / shade[0]) < b / r < max(seen[2] / seen[0], shade[2] / shade[0])
    assert abs(b / r - shade[2] / shade[0]) < abs(b / r - seen[2] / seen[0]) * 3


def test_in_the_dark_hardly_any_colour_is_left() -> None:
    red = 0.6, 0.1, 0.05
    assert in_the_dark(red, 1.0) == pytest.approx(red)
    r, g, b = in_the_dark(red, 0.0)
    assert (r - b) < 0.33 * (red[0] - red[2])
    assert luminance((r, g, b)) == pytest.approx(luminance(red))
