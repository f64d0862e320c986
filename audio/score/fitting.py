"""Bringing the shape of a phrase to another place, where it fits the chord."""

from __future__ import annotations

import numpy as np

from audio.score.ladder import LEAP_CENTS, Ladder
from audio.score.moment import Moment
from audio.score.tuning import Steps


def fitted(shape: Steps, near: int, ladder: Ladder, now: Moment, widest_cents: float = LEAP_CENTS) -> Steps:
    """The shape, counted in steps from its first note, begun as near to a step as it fits; empty if nowhere.

    It fits where it has no wider leap, rests on no semitone beside a tone of a chord that sounds, and ends on a
    tone of the chord; it also begins on one if that can be.
    """
    calm = dict(zip(ladder.steps.tolist(), (~ladder.rubbing(now.sounding)).tolist(), strict=True))
    in_chord = dict(zip(ladder.steps.tolist(), ladder.in_chord(now.chord).tolist(), strict=True))
    found = shape[:0]
    for start in sorted(ladder.steps.tolist(), key=lambda step: abs(step - near)):
        line = np.asarray(start + shape, np.intp)
        if not ladder.holds(line, widest_cents) or not in_chord[int(line[-1])]:
            continue
        if all(calm[step] for step in line.tolist()):
            if in_chord[start]:
                return line
            found = found if len(found) else line
    return found


def shape_of(line: Steps) -> Steps:
    """A line counted in steps from its first note."""
    return np.asarray(line - line[0], np.intp)
