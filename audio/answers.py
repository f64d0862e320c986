"""Answers to touches: what sounds when the visitor presses, drags, holds or hovers; always in tune."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    waited_s: float = 10.0

    def wait(self, dt_s: float) -> None:
        """Time goes on."""
        self.waited_s += dt_s

    def to(self, touched: Touched, frequency_hz: float) -> None:
        """Sound, if it is this gesture and not too soon after the last."""
        if touched.gesture != self.touch.on:
            return
        model = self.instrument.model
        if model.stroked:
            self.instrument.play(Note(frequency_hz, touched.strength))
        elif self.waited_s >= REPEAT_S[touched.gesture] and touched.strength > MOVING:
            self.instrument.play(Note(frequency_hz, touched.strength))
            self.waited_s = 0.0
            if isinstance(model, InstrumentModel):
                self.remember(frequency_hz)
