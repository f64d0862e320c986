"""Answers to touches: what sounds when the visitor presses, drags, holds or hovers; always in tune."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from audio.messages import Touched
from audio.voice import Instrument, Note
from worlds.format.score import Score
from worlds.format.touch import Touch
from worlds.format.voice import Place, VoiceModel
from worlds.format.voices.drips import Drips
from worlds.format.voices.purr import Purr
from worlds.format.voices.rake import Rake

REPEAT_S = {"press": 0.07, "drag": 0.3, "hold": 2.5, "hover": 1.5}
"""Least time between two notes of a gesture: a storm of touches becomes a soft tremolo, no machine gun."""
STROKED = frozenset({"rake", "purr"})
"""Sounds that are told every move, and rest of themselves when no more are told."""
MOVING = 0.05
"""A drag slower than this rests."""


def model_for(touch: Touch, score: Score) -> VoiceModel | None:
    """The voice that answers this touch, at its loudness; None if it is silent.

    Plucks and bowls are those of the score, heard from right before the visitor.
    """
    makers: dict[str, Callable[[float], VoiceModel]] = {
        "pluck": lambda db: _near(score.pluck, db),
        "bowl": lambda db: _near(score.bowl, db),
        "drip": lambda db: Drips(kind="drips", loudness_db=db, drips_per_min=0.0),
        "rake": lambda db: Rake(kind="rake", loudness_db=db),
        "purr": lambda db: Purr(kind="purr", loudness_db=db, activity_ratio=0.0),
    }
    maker = makers.get(touch.sound)
    return maker(touch.loudness_db) if maker else None


def _near(model: VoiceModel, loudness_db: float) -> VoiceModel:
    return model.model_copy(update={"loudness_db": loudness_db, "place": Place()})


@dataclass
class Answer:
    """One `[[touch]]` with a sound, and the instrument that gives it."""

    touch: Touch
    instrument: Instrument[VoiceModel]
    waited_s: float = 10.0

    def wait(self, dt_s: float) -> None:
        """Time goes on."""
        self.waited_s += dt_s

    def to(self, touched: Touched, frequency_hz: float) -> None:
        """Sound, if it is this gesture and not too soon after the last."""
        if touched.gesture != self.touch.on:
            return
        if self.touch.sound in STROKED:
            self.instrument.play(Note(frequency_hz, touched.strength))
        elif self.waited_s >= REPEAT_S[touched.gesture] and touched.strength > MOVING:
            self.instrument.play(Note(frequency_hz, touched.strength))
            self.waited_s = 0.0
