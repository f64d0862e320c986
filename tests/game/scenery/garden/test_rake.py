"""From touches to marks on the ground."""

from __future__ import annotations

import numpy as np

from game.scenery.garden.rake import HALF_WIDTH_M, PILE_RATIO, Rake
from game.scenery.garden.view import View
from game.scenery.touches import TouchEvent

VIEW = View(16 / 9, 0.77)


def pull(xs: list[float], y: float = 0.3) -> list[TouchEvent]:
    first = TouchEvent("press", xs[0], y, 0.0, 1)
    return [first, *[TouchEvent("move", x, y, 0.1 * i, 1) for i, x in enumerate(xs[1:], 1)]]


def test_ground_and_screen_agree() -> None:
    x, z = VIEW.on_ground(0.3, 0.25)
    assert np.allclose(VIEW.on_screen(x, 0.0, z), (0.3, 0.25))


def test_a_straight_pull_is_as_wide_as_the_rake() -> None:
    strip = np.array(list(Rake(VIEW).marks(pull([0.3, 0.35, 0.4]))))[96:]
    assert np.isclose(np.ptp(strip[:, 1]), 2 * HALF_WIDTH_M * PILE_RATIO)


def test_marks_do_not_depend_on_how_touches_are_cut() -> None:
    touches = pull([0.2 + 0.01 * i for i in range(20)])
    rake = Rake(VIEW)
    cut = [vertex for i in range(0, 20, 3) for vertex in rake.marks(touches[i : i + 3])]
    assert cut == list(Rake(VIEW).marks(touches))


def test_turning_back_lifts_the_rake_and_never_tears_the_strip() -> None:
    marks = np.array(list(Rake(VIEW).marks(pull([0.3, 0.4, 0.3, 0.4]))))
    across = np.hypot(marks[96:, 3], marks[96:, 4])
    assert np.isfinite(marks).all()
    assert np.allclose(across, 1.0)


def test_a_press_alone_leaves_rings() -> None:
    marks = np.array(list(Rake(VIEW).marks([TouchEvent("press", 0.5, 0.3, 0.0, 1)])))
    assert len(marks) == 96
    assert marks[:, 2].max() == PILE_RATIO
