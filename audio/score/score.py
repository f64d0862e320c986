"""`Score`: one slow piece that never ends, made as it is heard."""

from __future__ import annotations

import math

from audio.score.breath import BreathTurns
from audio.score.chords import Chords
from audio.score.melody import Melody
from audio.score.tuning import Tuning
from audio.voice import Note, Setup
from worlds.follow import Followed
from worlds.format.score import Score as ScoreModel
from worlds.signals import Signals

Played = tuple[str, Note]
"""The part of the score that plays, and its note."""

_PATIENCE_S = 11.0
"""How long a phrase or a chord waits for the breath to turn; then it comes by itself."""
_LATEST_S = 2.0
"""How long before the pad would let go a chord is held on."""
_REST_AFTER_S, _REST_S = (480.0, 720.0), (60.0, 100.0)
"""Every 8 to 12 minutes the melody is silent for a minute or more: pauses are what calms most (Bernardi 2006)."""
_REST_SHARE = 80.0 / 600.0
_SPARSER = 0.5
"""How much of the melody is left out when the visitor has settled."""
_BOWL_SHARE = 0.45
_TOUCH_LOW_HZ, _TOUCH_HIGH_HZ = 196.0, 880.0


class Score:
    """Chords for the pad, a bowl on some of them, and a melody of phrases and rests for the pluck.

    Everything is drawn from one random stream: same seed, same signals, same notes; another scale or root has
    another stream. Phrases begin where breathing out begins, chords where breathing in does. `settle` thins the
    melody and slows the chords; daylight lifts and brightens both. All pitches lie in one just scale.
    """

    def __init__(self, model: ScoreModel, setup: Setup) -> None:
        self._chance = setup.generator("score", model.scale, str(model.root_hz))
        self._step_s = setup.block / setup.sample_rate_hz
        self._values = Followed(model)
        self._plays = frozenset(model.players)
        self.tuning = Tuning(model.root_hz, model.scale)
        self._chords = Chords(self.tuning, self._chance)
        self._melody = Melody(self.tuning, self._chance)
        self._breath = BreathTurns()
        self._agenda: list[tuple[float, str, Note]] = []
        self._now_s = 0.0
        self._chord_due_s = 0.0
        self._held_until_s = math.inf
        self._phrase_due_s = float(self._chance.uniform(6.0, 12.0))
        self._phrase_over_s = 0.0
        self._rest_due_s = float(self._chance.uniform(*_REST_AFTER_S))

    def advance(self, signals: Signals) -> list[Played]:
        """Go on by one block, and return what is to sound in the next, each with its delay."""
        self._values.update(signals, self._step_s)
        self._breath.step(signals.breath)
        if self._ready(self._chord_due_s, self._breath.at_bottom):
            self._change_chord(signals)
        elif self._now_s >= self._held_until_s - _LATEST_S:
            self._hold_chord(self._held_until_s + 1.0 - self._now_s)
        if "melody" in self._plays and self._values["notes_per_min"] > 0.0:
            start_s = max(self._phrase_due_s, self._phrase_over_s)
            if self._ready(start_s, self._breath.at_top):
                self._begin_phrase(signals)
        return self._due()

    def frequency_for(self, y: float) -> float:
        """The note for a touch at height `y` (0 bottom, 1 top): in the scale, and no semitone from the chord."""
        hz = _TOUCH_LOW_HZ * (_TOUCH_HIGH_HZ / _TOUCH_LOW_HZ) ** min(max(y, 0.0), 1.0)
        middle = self.tuning.nearest(hz)
        near = range(middle - 2, middle + 3)
        friendly = [step for step in near if not any(self.tuning.rubs(tone, step) for tone in self._chords.now)]
        return min(
            (self.tuning.hz(step) for step in friendly or [middle]), key=lambda found: abs(math.log2(found / hz))
        )

    def _ready(self, due_s: float, turned: bool) -> bool:
        return self._now_s >= due_s and (turned or self._now_s >= due_s + _PATIENCE_S or due_s == 0.0)

    def _change_chord(self, signals: Signals) -> None:
        """Hold the next chord; what it shares with the last is simply held on."""
        first = self._chord_due_s == 0.0
        chord = self._chords.now if first else self._chords.step(signals.daylight)
        length_s = self._values["chord_s"] * (1.0 + 0.4 * signals.settle)
        length_s *= math.exp(float(self._chance.normal(0.0, 0.12)))
        self._chord_due_s = self._now_s + max(length_s, 4.0)
        self._hold_chord(max(length_s, 4.0))
        if first or self._chance.random() < _BOWL_SHARE:
            at_s = self._now_s + float(self._chance.uniform(1.0, 3.0))
            lowest = min(chord[0], chord[0] % self.tuning.size)
            strike = Note(self.tuning.hz(lowest + self.tuning.size), float(self._chance.uniform(0.35, 0.6)))
            self._plan(at_s, "marks", strike)

    def _hold_chord(self, duration_s: float) -> None:
        """Let the pad hold the present chord so long from now; new tones come one after another."""
        self._held_until_s = self._now_s + duration_s
        for order, step in enumerate(self._chords.now):
            delay_s = 0.4 * order
            self._plan(self._now_s, "chords", Note(self.tuning.hz(step), 0.5, delay_s, duration_s - delay_s))

    def _begin_phrase(self, signals: Signals) -> None:
        rate = self._values["notes_per_min"] * (1.0 - _SPARSER * signals.settle) / (1.0 - _REST_SHARE)
        gap_s = min(max(60.0 / rate * 0.42, 1.3), 5.0)
        notes = self._melody.phrase(self._chords.now, signals.daylight, gap_s)
        for note in notes:
            self._plan(self._now_s + note.after_s, "melody", Note(self.tuning.hz(note.step), note.strength))
        self._phrase_over_s = self._now_s + notes[-1].after_s + 1.5 * gap_s
        # Counted from when this phrase was due, not from when it came, so that waiting never thins the melody.
        share = math.exp(float(self._chance.normal(-0.03, 0.25)))
        self._phrase_due_s = max(self._phrase_due_s, self._now_s - 20.0) + len(notes) * 60.0 / rate * share
        self._take_rest()

    def _take_rest(self) -> None:
        if self._phrase_due_s >= self._rest_due_s:
            self._phrase_due_s += float(self._chance.uniform(*_REST_S))
            self._rest_due_s = self._phrase_due_s + float(self._chance.uniform(*_REST_AFTER_S))

    def _plan(self, at_s: float, name: str, note: Note) -> None:
        if name in self._plays:
            self._agenda.append((at_s + note.delay_s, name, note))

    def _due(self) -> list[Played]:
        end_s = self._now_s + self._step_s
        due = [entry for entry in self._agenda if entry[0] < end_s]
        if due:
            self._agenda = [entry for entry in self._agenda if entry[0] >= end_s]
        played = [
            (name, Note(note.frequency_hz, note.strength, max(at_s - self._now_s, 0.0), note.duration_s))
            for at_s, name, note in due
        ]
        self._now_s = end_s
        return played
