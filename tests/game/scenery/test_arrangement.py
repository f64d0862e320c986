"""A sill is composed around the view: no glazing bar stands before its main light."""

from __future__ import annotations

import numpy as np
import pytest

from game.scenery.still_life.arrangement import Arrangement, Wishes, arranged

LEAST_SHARE = 0.08


def composed(aspect: float, focus: float, seed: int) -> Arrangement:
    wishes = Wishes(0.10, "any", "none", "none", (0.2, 0.1, 0.05), focus)
    making = arranged(aspect, wishes, np.random.default_rng(seed))
    while True:
        try:
            next(making)
        except StopIteration as done:
            made: Arrangement = done.value
            return made


@pytest.mark.parametrize("aspect", [0.56, 1.33, 1.78, 2.4, 3.56])
@pytest.mark.parametrize("focus", [0.305, 0.365, 0.635, 0.695])
def test_no_bar_stands_before_the_main_light(aspect: float, focus: float) -> None:
    bars = [bar for seed in range(30) for bar in composed(aspect, focus, seed).bars]
    uprights = [place / aspect for way, place in bars if way == "upright"]
    assert uprights
    assert min(abs(place - focus) for place in uprights) >= LEAST_SHARE
