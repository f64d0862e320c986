"""Answers to touches: what sounds when the visitor presses, drags, holds or hovers; always in tune."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from audio.messages import Touched
from audio.voice import Instrument, Note
from worlds.format.instrument import InstrumentModel
from worlds.format.score import Score
from worlds.format.touch import Touch
from worlds.format.voice import Place, VoiceModel
from worlds.format.voices import TOUCHABLE

REPEAT_S = {"press": 0.07, "drag": 0.3, "hold": 2.5, "hover": 1.5}
"""Least time between two notes of a gesture: a storm of touches becomes a soft tremolo, no machine gun."""
MOVING = 0.05
"""A drag slower than this rests."""
DRAG_RATIOS = (1.0, 1.6, 3.2)
"""Least, likeliest and longest time between two notes of a drag, beside `REPEAT_S`: no hand is even."""
DRAG_WANDERS = 0.09
"""Deviation of where a note of a drag falls, as a part of the picture's height: about a step of a scale."""
DRAG_UNEVEN = 0.3
"""Deviation of the logarithm of its strength."""


def model_for(touch: Touch, score: Score) -> VoiceModel | None:
    """The voice that answers this touch, at its loudness; None if it is silent.

    It sounds as its touch has it written, and where. If only its kind is named, an instrument that has a part in
    the score sounds as it does there (in the melody rather than in the chords), heard from before the visitor.
    """
    if touch.instrument is not None:
        return touch.instrument.only_played().model_copy(update={"loudness_db": touch.loudness_db})
    model = TOUCHABLE.get(touch.sound)
    if model is None:
        return None
    fields = {**(model.answering or {}), "loudness_db": touch.loudness_db}
    playing = next((player for player in reversed(score.players.values()) if type(player) is model), None)
    if playing is not None:
        return playing.model_copy(update={**fields, "place": Place()})
    return model.model_validate({**fields, "kind": touch.sound})


@dataclass
class Answer:
    """One `[[touch]]` with a sound, and the instrument that gives it."""

    touch: Touch
    instrument: Instrument[VoiceModel]
    remember: Callable[[float], None]
    """Told the pitch in Hz of each note that an instrument has answered with."""
    chance: np.random.Generator
    """What makes the notes of a drag unlike each other."""
    waited_s: float = 10.0
    rest_s: float = field(init=False)
    """How long it waits between this note and the next."""

    def __post_init__(self) -> None:
        self.rest_s = REPEAT_S[self.touch.on]

    def wait(self, dt_s: float) -> None:
        """Time goes on."""
        self.waited_s += dt_s

    def to(self, touched: Touched, pitch_hz: Callable[[float], float]) -> None:
        """Sound, if it is this gesture and not too soon after the last; `pitch_hz` tells the note of a height."""
        if touched.gesture != self.touch.on:
            return
        model = self.instrument.model
        if model.stroked:
            self.instrument.play(Note(pitch_hz(touched.y), touched.strength))
        elif self.waited_s >= self.rest_s and touched.strength > MOVING:
            note = self._of_drag(touched, pitch_hz) if touched.gesture == "drag" else _plain(touched, pitch_hz)
            self.instrument.play(note)
            self.waited_s = 0.0
            if isinstance(model, InstrumentModel):
                self.remember(note.frequency_hz)

    def _of_drag(self, touched: Touched, pitch_hz: Callable[[float], float]) -> Note:
        """A note about where the hand is, as firm as it is quick, give or take; and when the next may come."""
        least, likeliest, longest = (REPEAT_S["drag"] * ratio for ratio in DRAG_RATIOS)
        self.rest_s = float(self.chance.triangular(least, likeliest, longest))
        height = touched.y + float(self.chance.normal(0.0, DRAG_WANDERS))
        firmness = math.exp(float(self.chance.normal(0.0, DRAG_UNEVEN)) - DRAG_UNEVEN)
        return Note(pitch_hz(min(max(height, 0.0), 1.0)), min(touched.strength * firmness, 1.0))


def _plain(touched: Touched, pitch_hz: Callable[[float], float]) -> Note:
    """The note of where it was touched."""
    return Note(pitch_hz(touched.y), touched.strength)
