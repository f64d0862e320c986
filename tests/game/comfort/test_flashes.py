"""The flash meter catches what it must and lets pass what is calm."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from game.comfort.flashes import FlashMeter

FPS = 30.0
Picture = NDArray[np.uint8]


def measured(picture: Callable[[float], Picture], seconds: float = 4.0, fps: float = FPS) -> FlashMeter:
    meter = FlashMeter(fps)
    for n in range(round(seconds * fps)):
        meter.see(picture(n / fps))
    return meter


def plain(colour: tuple[int, int, int] = (90, 90, 90)) -> Picture:
    return np.full((72, 128, 3), colour, np.uint8)


def blinking(
    rate_hz: float, dark: tuple[int, int, int], bright: tuple[int, int, int], area: tuple[slice, slice]
) -> Callable[[float], Picture]:
    def at(t_s: float) -> Picture:
        picture = plain(dark)
        if t_s * rate_hz % 1.0 < 0.5:
            picture[area] = bright
        return picture

    return at


EVERYWHERE = (slice(None), slice(None))
PATCH = (slice(20, 32), slice(40, 58))
"""9 x 6 cells: more than a hundredth of the screen, less than a quarter of a field."""
SPECK = (slice(20, 28), slice(40, 48))
"""4 x 4 cells: less than a hundredth."""


@pytest.mark.parametrize("rate_hz", [2.5, 4.0, 7.0, 14.0])
def test_a_strobe_is_caught_at_its_rate(rate_hz: float) -> None:
    meter = measured(blinking(rate_hz, (20, 20, 20), (200, 200, 200), EVERYWHERE))
    assert not meter.calm
    assert meter.general.wcag == pytest.approx(rate_hz, abs=1)


def test_a_small_patch_breaks_our_limit_but_not_the_guideline() -> None:
    meter = measured(blinking(5.0, (20, 20, 20), (200, 200, 200), PATCH))
    assert meter.general.wcag == 0
    assert meter.general.ours >= 4
    assert not meter.calm


def test_a_speck_may_twinkle() -> None:
    assert measured(blinking(5.0, (20, 20, 20), (200, 200, 200), SPECK)).general.ours == 0


def test_many_small_specks_apart_may_twinkle_but_not_side_by_side() -> None:
    def checked(step: int) -> Callable[[float], Picture]:
        def at(t_s: float) -> Picture:
            picture = plain((10, 10, 10))
            if t_s * 5 % 1.0 < 0.5:
                for y in range(0, 72, 2 * step):
                    for x in range(0, 128, 2 * step):
                        picture[y : y + 2, x : x + 2] = 220
            return picture

        return at

    assert measured(checked(3)).calm
    assert not measured(checked(1)).calm


def test_one_flash_a_second_is_calm() -> None:
    assert measured(blinking(1.0, (20, 20, 20), (200, 200, 200), EVERYWHERE)).calm


def test_light_that_breathes_is_calm() -> None:
    def breathing(t_s: float) -> Picture:
        level = round(120 + 100 * math.sin(math.tau * t_s / 10))
        return plain((level, level, level))

    assert measured(breathing, 20.0).general.ours == 0


def test_shimmer_below_a_tenth_is_no_flash_however_fast() -> None:
    assert measured(blinking(10.0, (100, 100, 100), (118, 118, 118), EVERYWHERE)).general.ours == 0


def test_bright_shimmer_above_four_fifths_is_no_flash() -> None:
    assert measured(blinking(10.0, (235, 235, 235), (255, 255, 255), EVERYWHERE)).general.ours == 0


def test_grain_does_not_hide_a_strobe() -> None:
    grain = np.random.default_rng(1)

    def grainy(t_s: float) -> Picture:
        base = blinking(4.0, (30, 30, 30), (200, 200, 200), EVERYWHERE)(t_s).astype(np.int16)
        return np.clip(base + grain.integers(-12, 12, base.shape), 0, 255).astype(np.uint8)

    assert measured(grainy).general.wcag >= 3


def test_a_strobe_that_ramps_is_caught_at_its_rate() -> None:
    def ramping(t_s: float) -> Picture:
        level = round(127 + 120 * math.sin(math.tau * 3 * t_s))
        return plain((level, level, level))

    assert measured(ramping).general.ours == 3


def test_red_is_caught_where_its_luminance_hardly_changes() -> None:
    meter = measured(blinking(4.0, (60, 60, 60), (150, 0, 0), EVERYWHERE))
    assert meter.general.calm
    assert meter.red.wcag >= 3
    assert not meter.calm


def test_a_darkroom_red_that_stays_is_calm() -> None:
    assert measured(lambda _: plain((200, 10, 10))).calm
