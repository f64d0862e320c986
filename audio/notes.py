"""Notes for an instrument that is heard alone, and the octave of one that has but one."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator

from audio.voice import Note


def every(period_s: float, *notes: Note) -> Callable[[float, float], Iterator[Note]]:
    """Notes one after another, each so long after the last, and from the beginning again."""

    def play(since_s: float, until_s: float) -> Iterator[Note]:
        first = math.ceil(since_s / period_s - 1e-9)
        for index in itertools.count(first):
            if index * period_s >= until_s - 1e-9:
                return
            yield notes[index % len(notes)]

    return play


def at_once(*notes: Note) -> Callable[[float, float], Iterator[Note]]:
    """All notes together, at the beginning."""
    return lambda since_s, until_s: iter(notes if since_s <= 0.0 < until_s else ())


def always(note: Note) -> Callable[[float, float], Iterator[Note]]:
    """The same note in every block: what is drawn or blown has to be told all the time."""
    return lambda *_: iter((note,))


def octave_under(highest_hz: float, frequency_hz: float) -> float:
    """The pitch of the same note in the octave below `highest_hz`."""
    return frequency_hz * 2.0 ** math.floor(math.log2(highest_hz / frequency_hz))
