"""Call and answer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audio.score.fitting import fitted, shape_of
from audio.score.ladder import Ladder
from audio.score.moment import Moment
from audio.score.tuning import Steps


def again(shape: Steps) -> Steps:
    """The same from another tone."""
    return shape


def mirrored(shape: Steps) -> Steps:
    """Down where it went up."""
    return -shape


def backwards(shape: Steps) -> Steps:
    """From its end to its beginning."""
    return shape_of(shape[::-1])


def ending(shape: Steps) -> Steps:
    """Its last three notes, as an echo."""
    return shape_of(shape[-3:])


_WAYS: tuple[Callable[[Steps], Steps], ...] = (again, mirrored, backwards, ending)
_LIKELY = (0.4, 0.2, 0.15, 0.25)


class Answering:
    """Makes of a phrase the one that answers it: the same again, mirrored, backwards, or its ending alone."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance

    def answer(self, call: Steps, ladder: Ladder, now: Moment) -> Steps:
        """An answer that fits the present chord; empty if none does. Tries one way after another."""
        shape = shape_of(call)
        for way in self._chance.choice(len(_WAYS), len(_WAYS), replace=False, p=_LIKELY).tolist():
            found = fitted(_WAYS[way](shape), self._near(call), ladder, now)
            if len(found) and not np.array_equal(found, call):
                return found
        return call[:0]

    def _near(self, call: Steps) -> int:
        """Where it begins about: a step or two beside where the call ended."""
        return int(call[-1]) + int(self._chance.integers(-2, 3))
