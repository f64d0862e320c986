"""The pattern meter catches stripes, still and moving, and lets pass what only resembles them."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from game.comfort.patterns import PatternMeter

WIDTH, HEIGHT, FPS = 320, 180, 30.0
ACROSS, DOWN = np.meshgrid((np.arange(WIDTH) + 0.5) / WIDTH, (np.arange(HEIGHT) + 0.5) / WIDTH)
"""Both in widths of the screen."""
EVERYWHERE = np.ones_like(ACROSS, bool)

Light = NDArray[np.float64]
"""Relative luminance, (180, 320)."""
Painter = Callable[[float], Light]
DARK, BRIGHT = 0.1, 0.7


def shown(light: Light) -> NDArray[np.uint8]:
    encoded = np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055)
    return np.repeat(np.round(np.clip(encoded, 0, 1) * 255).astype(np.uint8)[..., None], 3, axis=2)


def measured(painter: Painter, seconds: float = 0.05) -> PatternMeter:
    meter = PatternMeter(FPS)
    for n in range(math.ceil(seconds * FPS)):
        meter.see(shown(painter(n / FPS)))
    return meter


def bars(turns: Light, duty_ratio: float = 0.5) -> Light:
    """1 for so much of each turn, 0 for the rest, with an edge a tenth of a turn wide."""
    return np.clip((duty_ratio / 2 - np.abs(turns % 1 - 0.5)) * 10 + 0.5, 0, 1)


def grating(
    pairs: float,
    angle_deg: float = 0.0,
    *,
    drift_hz: float = 0.0,
    dark: float = DARK,
    bright: float = BRIGHT,
    duty_ratio: float = 0.5,
    area: NDArray[np.bool_] = EVERYWHERE,
) -> Painter:
    """So many pairs to a screen's width; outside of the area everything is plain."""
    angle = math.radians(angle_deg)
    along = ACROSS * math.cos(angle) + DOWN * math.sin(angle)

    def at(t_s: float) -> Light:
        stripes = bars(along * pairs + drift_hz * t_s, duty_ratio)
        return np.where(area, dark + (bright - dark) * stripes, (dark + bright) / 2)

    return at


def left(area_ratio: float) -> NDArray[np.bool_]:
    return np.less(ACROSS, area_ratio)


def rings(_: float) -> Light:
    return DARK + (BRIGHT - DARK) * bars(np.hypot(ACROSS - 0.5, DOWN - 0.28) * 24)


def chequers(_: float) -> Light:
    return DARK + (BRIGHT - DARK) * ((np.floor(ACROSS * 40) + np.floor(DOWN * 40)) % 2)


def pearls(_: float) -> Light:
    """Rows of small bright things."""
    return np.where((bars(ACROSS * 40) > 0.5) & (bars(DOWN * 20, 0.4) > 0.5), BRIGHT, DARK)


def half_in_shade(t_s: float) -> Light:
    return grating(20)(t_s) * (0.25 + 0.75 * ACROSS)


@pytest.mark.parametrize("pairs", [8, 11, 20, 40, 90])
@pytest.mark.parametrize("angle_deg", [0, 35])
def test_many_still_stripes_over_the_screen_are_caught_and_counted(pairs: float, angle_deg: float) -> None:
    meter = measured(grating(pairs, angle_deg))
    assert not meter.calm
    assert meter.still.area_ratio > 0.9
    angle = math.radians(angle_deg)
    assert meter.still.pairs == pytest.approx(pairs * (math.cos(angle) + math.sin(angle) * HEIGHT / WIDTH), rel=0.1)
    assert meter.moving.area_ratio == 0


@pytest.mark.parametrize("painter", [grating(20, 90), rings, chequers, pearls, half_in_shade])
def test_stripes_of_any_build_are_caught(painter: Painter) -> None:
    assert not measured(painter).calm


@pytest.mark.parametrize("duty_ratio", [0.15, 0.85])
def test_thin_lines_are_caught(duty_ratio: float) -> None:
    assert not measured(grating(20, dark=0.0, bright=0.75, duty_ratio=duty_ratio)).calm


def test_stripes_under_grain_are_caught() -> None:
    grain = np.random.default_rng(1).normal(0, 0.15, (HEIGHT, WIDTH))
    assert not measured(lambda t_s: grating(20)(t_s) + grain).calm


@pytest.mark.parametrize(
    "painter", [grating(5, drift_hz=0.7), grating(6, drift_hz=2.0), grating(12, 90, drift_hz=0.4)]
)
def test_five_pairs_that_move_are_too_many_and_still_are_not(painter: Painter) -> None:
    meter = measured(painter, 1.2)
    assert not meter.calm
    assert meter.still.area_ratio == 0
    assert measured(lambda _: painter(0.0)).calm


@pytest.mark.parametrize("rate_hz", [2.5, 7.5, 15.0])
def test_stripes_that_change_places_in_place_move(rate_hz: float) -> None:
    there, back = grating(40)(0.0), grating(40, drift_hz=1.0)(0.5)
    meter = measured(lambda t_s: there if (t_s + 0.001) * rate_hz % 1 < 0.5 else back, 1.0)
    assert meter.moving.area_ratio > 0.9


def test_stripes_that_swing_move_and_those_that_hardly_creep_are_still() -> None:
    swinging = measured(lambda t_s: grating(20, drift_hz=1.0)(0.3 * math.sin(math.tau * t_s)), 1.0)
    assert swinging.moving.area_ratio > 0.9
    creeping = measured(grating(20, drift_hz=0.05), 1.0)
    assert creeping.moving.area_ratio == 0
    assert creeping.still.area_ratio > 0.9


@pytest.mark.parametrize(("area_ratio", "calm"), [(0.2, True), (0.33, False)])
def test_a_quarter_of_the_screen_may_be_stripes_that_move(area_ratio: float, calm: bool) -> None:
    meter = measured(grating(40, drift_hz=1.0, area=left(area_ratio)), 0.7)
    assert meter.calm is calm
    assert meter.moving.area_ratio == pytest.approx(area_ratio, abs=0.07)


@pytest.mark.parametrize(("area_ratio", "calm"), [(0.34, True), (0.5, False)])
def test_two_fifths_of_the_screen_may_be_stripes_that_stand(area_ratio: float, calm: bool) -> None:
    meter = measured(grating(40, area=left(area_ratio)))
    assert meter.calm is calm
    assert meter.still.area_ratio == pytest.approx(area_ratio, abs=0.07)


@pytest.mark.parametrize("pairs", [9, 16, 20, 60])
@pytest.mark.parametrize("times", [2, 4])
def test_the_limits_are_of_the_picture_not_of_its_pixels(pairs: float, times: int) -> None:
    meter = PatternMeter(FPS)
    meter.see(np.kron(shown(grating(pairs)(0.0)), np.ones((times, times, 1), np.uint8)))
    assert meter.still.area_ratio > 0.9
    assert meter.still.pairs == pytest.approx(pairs, rel=0.1)


BLINDS = {
    "seven wide slats": grating(12, 90),
    "a window with blinds": grating(40, 90, area=(ACROSS > 0.3) & (ACROSS < 0.7) & (DOWN > 0.1) & (DOWN < 0.4)),
    "pale blinds": grating(30, 90, dark=0.86, bright=1.0),
    "faint blinds": grating(30, 90, dark=0.4, bright=0.48),
    "raked sand": grating(50, 20, dark=0.3, bright=0.37),
    "four bars that wander": grating(4, drift_hz=0.5),
    "blinds at night": grating(30, 90, dark=0.005, bright=0.06),
}


@pytest.mark.parametrize("painter", BLINDS.values(), ids=BLINDS.keys())
def test_few_small_or_faint_stripes_are_calm(painter: Painter) -> None:
    assert measured(painter, 0.7).calm


@pytest.mark.parametrize("trunks", [10, 16, 25, 40])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_wood_is_no_grating_even_when_it_sways(trunks: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    at, phase = generator.uniform(0, 1, (2, trunks))
    width, light = generator.uniform(0.2, 0.9, trunks) / trunks, generator.uniform(0.02, 0.25, trunks)

    def wood(t_s: float) -> Light:
        picture = np.full((HEIGHT, WIDTH), 0.6)
        for trunk in range(trunks):
            bent = at[trunk] + 0.02 * math.sin(2 * t_s + 6 * phase[trunk]) * (0.56 - DOWN)
            picture[np.abs(ACROSS - bent) < width[trunk] / 2] = light[trunk]
        return picture

    assert measured(wood, 0.8).calm


def test_grain_one_edge_and_slow_light_are_no_stripes() -> None:
    grain = np.random.default_rng(1).random((HEIGHT, WIDTH))
    assert measured(lambda _: grain).still.area_ratio == 0
    assert measured(lambda _: np.where(DOWN < 0.2, 0.9, 0.05)).still.area_ratio == 0
    breathing = measured(lambda t_s: np.full_like(ACROSS, 0.45 + 0.4 * math.sin(math.tau * t_s / 5)), 5.0)
    assert (breathing.still.area_ratio, breathing.moving.area_ratio) == (0, 0)
