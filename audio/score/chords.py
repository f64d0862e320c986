"""Chords, each led from the one before."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.score.harmony import Harmony
from audio.score.moment import Moment, Operator
from audio.score.tuning import SAME_CENTS, Cents, Tuning
from audio.voice import Note
from worlds.format.instrument import InstrumentModel

_KEPT = 2
"""Tones that stay from one chord to the next, at least."""
_REMEMBERED = 3
"""So many chords are not come back to at once."""
_HEIGHT_CENTS = 1200.0 * math.log2(104.0)
"""From here the height of chords is counted: the middle of the octave that centres lie in."""
_LOWER_BY_NIGHT, _LOWER_SETTLED = 0.35, 0.4
"""Octaves."""
_DRAWN = 1.6
"""How strongly chords are drawn to that height."""
_LONGER_SETTLED = 0.4
_SHORTEST_S = 4.0
_LATEST_S = 2.0
"""How long before an instrument would let go a chord that waits for the breath is held on."""
_FADING_S = 6.0
"""So long the tones of the chord before still ring."""
_ROLL_S = (0.25, 0.5)
"""Between two tones that come in."""


class Chords(Operator):
    """A walk over the consonant chords of a scale, one about every `chord_s`, where breathing in begins.

    Each keeps two tones or more of the one before, whose voices move to near tones; plain chords come oftener than
    rich ones, the tonic often lies lowest, and the last few are avoided. By day they lie higher and are brighter;
    towards night, and as a visit settles, they sink. Another scale or centre is taken up where a chord leads over:
    two tones stay exactly where they are, and none comes that is a comma off one that fades. So just intonation
    stays sensible while the centre moves. Nor does a tone come that would rub with a stroke that still rings.
    """

    def __init__(self, root_hz: float, chance: np.random.Generator, player: InstrumentModel | None) -> None:
        """`player` gives them sound: it holds tones as long as told, or strikes each chord once."""
        self._root_hz, self._chance = root_hz, chance
        self._sustains = player is not None and player.sustains
        self._tones = player.chord_tones if player else 0
        self._harmonies: dict[tuple[str, int], Harmony] = {}
        self._past: list[Cents] = []
        self._due_s, self._held_until_s, self._faded_s = 0.0, math.inf, math.inf

    def step(self, now: Moment) -> None:
        """Change the chord when it is time, or hold it on."""
        if now.now_s >= self._faded_s:
            now.fading, self._faded_s = now.fading[:0], math.inf
        now.chord_begins = not len(now.chord) or now.may_begin(self._due_s, now.breathing_in)
        if now.chord_begins:
            self._change(now)
        elif self._sustains and now.now_s >= self._held_until_s - _LATEST_S:
            self._hold(now, self._held_until_s + 1.0 - now.now_s)

    def _change(self, now: Moment) -> None:
        """Hold the next chord; what it shares with the last is simply held on."""
        self.lead(now)
        length_s = now.asked["chord_s"] * (1.0 + _LONGER_SETTLED * now.signals.settle)
        length_s = max(length_s * math.exp(float(self._chance.normal(0.0, 0.12))), _SHORTEST_S)
        self._due_s = now.now_s + length_s
        self._hold(now, length_s)

    def _hold(self, now: Moment, duration_s: float) -> None:
        """Let the instrument hold the present chord so long from now; new tones come one after another."""
        self._held_until_s = now.now_s + duration_s
        after_s = 0.0
        for step in now.chord[: self._tones].tolist():
            note = Note(now.tuning.hz(step), 0.5, duration_s=duration_s - after_s)
            now.agenda.plan(now.now_s + after_s, "chords", note)
            after_s += float(self._chance.uniform(*_ROLL_S))

    def lead(self, now: Moment) -> None:
        """Go on to another chord, in the scale and centre that are wished for if one leads there; where every
        other would rub with a stroke that rings, stay."""
        if not len(now.chord):
            harmony = self._harmony(now.scale, now.fifths)
            grounded = np.flatnonzero(harmony.chords[:, 0] == 0)
            self._take(now, harmony, int(grounded[np.argmin(harmony.richness[grounded])]))
            return
        before = now.tuning.cents(now.chord)
        wished = self._harmony(now.scale, now.fifths)
        present = next(harmony for harmony in self._harmonies.values() if harmony.tuning is now.tuning)
        for harmony in (wished, present):
            weights = self._weights(harmony, before, now)
            if weights.any():
                break
        else:
            weights = np.where(harmony.kept(before) < len(before), 1.0, 0.0) * ~harmony.rubs(now.ringing)
            if not weights.any():
                return
        self._past = [*self._past, before][-_REMEMBERED:]
        self._take(now, harmony, int(self._chance.choice(len(weights), p=weights / weights.sum())))
        now.fading, self._faded_s = before, now.now_s + _FADING_S

    def _take(self, now: Moment, harmony: Harmony, index: int) -> None:
        now.tuning, now.chord = harmony.tuning, harmony.chords[index]

    def _weights(self, harmony: Harmony, before: Cents, now: Moment) -> NDArray[np.float64]:
        """How likely each chord is to come next, up to a factor."""
        octaves_moved = np.abs(harmony.pitches - before).sum(axis=1) / 1200.0
        height = (harmony.pitches.mean(axis=1) - _HEIGHT_CENTS) / 1200.0
        wish = 1.2 - _LOWER_BY_NIGHT * (1.0 - now.signals.daylight) - _LOWER_SETTLED * now.signals.settle
        size = harmony.tuning.size
        likely = -0.7 * harmony.richness - 0.15 * size * octaves_moved - _DRAWN * size * (height - wish) ** 2
        fits = (harmony.kept(before) >= _KEPT) & ~harmony.beats(before) & ~harmony.rubs(now.ringing)
        for past in (*self._past, before):
            fits &= (np.abs(harmony.pitches - past) > SAME_CENTS).any(axis=1)
        weights: NDArray[np.float64] = harmony.ground * np.exp(likely) * fits
        return weights

    def _harmony(self, scale: str, fifths: int) -> Harmony:
        """The chords of a scale over a centre, worked out when they are first wished for (a millisecond)."""
        key = (scale, fifths)
        if key not in self._harmonies:
            self._harmonies[key] = Harmony(Tuning(self._root_hz, scale, fifths))
        return self._harmonies[key]
