"""The melody: phrases and rests."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection

import numpy as np

from audio.score.answering import Answering
from audio.score.density import Density
from audio.score.fitting import fitted, shape_of
from audio.score.hand import Hand
from audio.score.ladder import Ladder
from audio.score.line import Line
from audio.score.memory import OCTAVE_CENTS, Memory, steps_of
from audio.score.moment import Moment, Operator
from audio.score.register import Register
from audio.score.tuning import Steps
from audio.voice import Note

_COUNTS, _LIKELY = (3, 4, 5, 6), (0.25, 0.35, 0.25, 0.15)
_QUICKEST_S, _SLOWEST_S = 1.1, 4.5
"""Between two notes."""
_GAP_SHARE = 0.42
"""Of the time a note has on average, the gap between two where nobody breathes."""
_UNASKED_PER_MIN = 8.0
"""How densely touches are answered where no melody is asked for."""
_REST_GAPS = 1.5
_ANSWER_WITHIN_S = 30.0


class Melody(Operator):
    """Phrases that begin where breathing out begins and last about as long; between them it rests.

    A phrase is what the visitor touched some time ago, or the answer to the phrase before, or a new line. With no
    notes a minute there are no new lines, and so no answers to them; what was touched comes back all the same.
    """

    def __init__(self, chance: np.random.Generator, memory: Memory, parts: Collection[str]) -> None:
        """Of the parts that are heard, "melody" sings new lines, and "answer" answers, or else the melody does."""
        self._chance, self._memory = chance, memory
        self._sings = "melody" in parts
        self._answering_part = "answer" if "answer" in parts else "melody"
        self._density, self._hand = Density(chance), Hand(chance)
        self._line = Line(chance, Register(chance))
        self._answering = Answering(chance)
        self._ladder: Ladder | None = None
        self._call: Steps | None = None
        self._over_s = 0.0

    def step(self, now: Moment) -> None:
        """Begin a phrase when one is due and the breath turns out."""
        self._density.step(now)
        if not self._due(now):
            return
        for due_s, part, sing in self._sources(now):
            if now.may_begin(max(due_s, self._over_s), now.breathing_out):
                steps = sing(self._tuned(now), now)
                if len(steps):
                    self._play(part, steps, now)
                    return

    def _due(self, now: Moment) -> bool:
        """Whether anything is due, breath or not: asked in every block, and nearly always it is not."""
        due_s = min(self._memory.due_s(now.now_s), self._density.due_s if self._sings else math.inf)
        return now.now_s >= self._over_s and (self._call is not None or now.now_s >= due_s)

    def _sources(self, now: Moment) -> list[tuple[float, str, Callable[[Ladder, Moment], Steps]]]:
        """What may be sung, from when, and by whom; what comes first goes before."""
        answer_s = math.inf if self._call is None else self._over_s
        return [
            (self._memory.due_s(now.now_s), self._answering_part, self._remembered),
            (answer_s, self._answering_part, self._answer),
            (self._density.due_s if self._sings else math.inf, "melody", self._new),
        ]

    def _remembered(self, ladder: Ladder, now: Moment) -> Steps:
        """What was touched, as near to where it was touched as it fits the chord."""
        self._call = None
        motif = self._memory.next
        line = steps_of(motif, ladder)
        found = fitted(shape_of(line), int(line[0]), ladder, now, widest_cents=OCTAVE_CENTS)
        self._memory.put_off(motif, now.now_s, came=len(found) > 0)
        return found

    def _answer(self, ladder: Ladder, now: Moment) -> Steps:
        """The answer to the last phrase, unless that is forgotten by now."""
        call, self._call = self._call, None
        if call is None or now.now_s > self._over_s + _ANSWER_WITHIN_S:
            return np.zeros(0, np.intp)
        return self._answering.answer(call, ladder, now)

    def _new(self, ladder: Ladder, now: Moment) -> Steps:
        """A new line, which may be answered."""
        count = int(self._chance.choice(_COUNTS, p=_LIKELY))
        if now.out_s:
            count = min(count, max(_COUNTS[0], 1 + int(now.out_s / _QUICKEST_S)))
        steps = self._line.invent(count, ladder, now)
        self._call = steps if self._chance.random() < now.asked["answer_ratio"] else None
        return steps

    def _play(self, part: str, steps: Steps, now: Moment) -> None:
        gaps = max(len(steps) - 1, 1)
        rate_per_min = self._density.rate_per_min(now) or _UNASKED_PER_MIN
        gap_s = now.out_s / gaps if now.out_s else _GAP_SHARE * 60.0 / rate_per_min
        gap_s = min(max(gap_s, _QUICKEST_S), _SLOWEST_S)
        played = self._hand.play(steps, gap_s * gaps)
        for note in played:
            sound = Note(now.tuning.hz(note.step), note.strength, duration_s=note.length_s)
            now.agenda.plan(now.now_s + note.after_s, part, sound)
        self._line.go_on_from(steps)
        self._over_s = now.now_s + played[-1].after_s + _REST_GAPS * gap_s
        self._density.spend(len(steps))

    def _tuned(self, now: Moment) -> Ladder:
        """The ladder of the present tuning; the line, and the phrase to be answered, come over to it."""
        before = self._ladder
        if before is None or before.tuning is not now.tuning:
            self._ladder = ladder = Ladder(now.tuning)
            if before is not None:
                self._line.retune(before, ladder)
                self._call = None
            return ladder
        return before
