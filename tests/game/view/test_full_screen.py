"""Which monitor a window is on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from game.view.full_screen import monitor_at


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
