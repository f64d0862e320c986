"""Which monitor a window is on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from game.view.monitors import area, covering, monitor_at, others


@dataclass
class Monitor:
    x: int
    y: int
    width: int
    height: int


LEFT, RIGHT = Monitor(0, 0, 1920, 1080), Monitor(1920, 200, 1280, 720)


@pytest.mark.parametrize(
    ("x", "y", "monitor"),
    [
        (10, 10, LEFT),
        (1919, 500, LEFT),
        (1920, 500, RIGHT),
        (2500, 50, RIGHT),
        (-300, 40, LEFT),
        (9999, 9999, RIGHT),
    ],
)
def test_the_monitor_under_the_middle_or_else_the_nearest(x: int, y: int, monitor: Monitor) -> None:
    assert monitor_at([LEFT, RIGHT], x, y) is monitor


def test_a_number_beyond_the_last_monitor_means_the_last() -> None:
    assert area([LEFT, RIGHT], 2) == area([LEFT, RIGHT], 7) == (1920, 200, 1280, 720)


def test_all_is_what_holds_every_monitor_and_each_is_the_first_with_the_others_beside_it() -> None:
    assert area([LEFT, RIGHT], "all") == (0, 0, 3200, 1080)
    assert area([LEFT, RIGHT], "each") == (0, 0, 1920, 1080)
    assert others([LEFT, RIGHT], "each") == [(1920, 200, 1280, 720)]
    assert others([LEFT, RIGHT], "all") == others([LEFT, RIGHT], 2) == []


@pytest.mark.parametrize(
    ("other_px", "part"),
    [((640, 360), (0, 0, 1280, 720)), ((360, 640), (438, 0, 405, 720)), ((2560, 720), (0, 180, 1280, 360))],
)
def test_another_shape_shows_as_much_as_it_can_of_the_middle(
    other_px: tuple[int, int], part: tuple[int, int, int, int]
) -> None:
    found = covering((1280, 720), other_px)
    assert all(abs(a - b) <= 1 for a, b in zip(found, part, strict=True))
