"""Everyone who sounds in a world: its voices, the instruments of its score, the answers to touches, the bell."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from audio.answers import Answer, model_for
from audio.messages import Touched
from audio.mix.strip import Strip
from audio.score.score import Score
from audio.score.tuning import Tuning
from audio.voice import Instrument, Note, Setup, Voice, voice_for
from worlds.format.score import Score as ScoreModel
from worlds.format.touch import Touch
from worlds.format.voice import VoiceModel
from worlds.format.voices.bowl import Bowl
from worlds.format.world import World
from worlds.said import said
from worlds.signals import Signals

LOG = logging.getLogger(__name__)
BELL = Bowl(loudness_db=-24.0)
BELL_HEIGHT = 0.12
"""Height, as of a touch, at which the bell is tuned."""


class Ensemble:
    """Builds all voices of a world on strips, and lets instruments play what score and visitor ask for."""

    def __init__(self, world: World, seed: int, sample_rate_hz: int, block: int) -> None:
        self._seed, self._rate_hz, self._block = seed, sample_rate_hz, block
        self.strips: list[Strip] = []
        for index, model in enumerate(world.voices):
            self._add(model, f"voice/{index}")
        score = world.score or ScoreModel()
        self._score = Score(score, self._setup("score"))
        self._score_fault = ""
        self._tells_notes, self._root_hz = True, score.root_hz
        self._tuning: Tuning | None = None
        self._players: dict[str, Instrument[Any]] = {}
        if world.score:
            self._seat_players(world.score)
        self._answers = self._seat_answers(world)
        self._bell = self._instrument(BELL, "bell", absolute=True)
        self._bells: list[float] = []
        """Strengths of bells to be struck as soon as it is known which chord they meet."""

    def advance(self, signals: Signals, dt_s: float) -> None:
        """Go on by a block: the score's notes for the next block are handed to its instruments."""
        for answer in self._answers:
            answer.wait(dt_s)
        if self._players:
            self._go_on(signals)
        while self._bells:
            self._strike(self._bells.pop(0))

    def _go_on(self, signals: Signals) -> None:
        """Let the score go on by a block, and its instruments play what comes in it."""
        try:
            notes = list(self._score.advance(signals))
        except Exception:
            self._score_fault = said("The music failed, and rests from now on.")
            LOG.exception(self._score_fault)
            self._players.clear()
            return
        for name, note in notes:
            self._play(self._players[name], note)
        if self._score.now.tuning is not self._tuning:
            self._attune(self._score.now.tuning)

    @property
    def fault(self) -> str:
        """What is not heard since it failed, and why, in a sentence; of several the first."""
        return next((strip.fault for strip in self.strips if strip.fault), self._score_fault)

    def touch(self, touched: Touched) -> None:
        """Answer a touch; higher is a higher note of the scale."""
        pitch_hz = partial(self._in_tune, self._score.frequency_for)
        for answer in self._answers:
            self._strip(answer.instrument).attempt(answer.to, touched, pitch_hz)

    def bell(self, strength: float) -> None:
        """Strike the bell with the next block."""
        self._bells.append(strength)

    def _strike(self, strength: float) -> None:
        frequency_hz = self._in_tune(partial(self._score.struck, ring_s=BELL.longest_ring_s), BELL_HEIGHT)
        self._play(self._bell, Note(frequency_hz, strength, duration_s=20.0))

    def _attune(self, tuning: Tuning) -> None:
        """Let all that have a pitch of their own come over to where the score has come."""
        self._tuning = tuning
        for strip in self.strips:
            strip.attempt(strip.voice.attune, tuning)

    def _in_tune(self, asked: Callable[[float], float], height: float) -> float:
        """The note the score gives for a height when asked; if it fails, an octave of its root."""
        if self._tells_notes:
            try:
                return asked(height)
            except Exception:
                LOG.exception("the score tells no notes for touches and gives its root from now on")
                self._tells_notes = False
        return self._root_hz * 2.0 ** round(2.0 * height)

    def _play(self, instrument: Instrument[Any], note: Note) -> None:
        self._strip(instrument).attempt(instrument.play, note)

    def _strip(self, voice: Voice[Any]) -> Strip:
        return next(strip for strip in self.strips if strip.voice is voice)

    def _seat_players(self, score: ScoreModel) -> None:
        for part, model in score.players.items():
            self._players[part] = self._instrument(model, f"score/{part}")

    def _seat_answers(self, world: World) -> list[Answer]:
        """One instrument for each sound at each loudness, however many touches share it."""
        seated: list[Instrument[Any]] = []
        answers: list[Answer] = []
        for touch in world.touch:
            model = model_for(touch, world.score or ScoreModel())
            if model is None:
                continue
            player = next((instrument for instrument in seated if instrument.model == model), None)
            if player is None:
                player = self._instrument(model, _name_of_answer(touch, seated), absolute=True)
                seated.append(player)
            chance = player.setup.generator("drag", len(answers))
            answers.append(Answer(touch, player, self._remember, chance))
        return answers

    def _remember(self, frequency_hz: float) -> None:
        """Let the score know a note that was touched, so that it answers it later."""
        if not self._players:
            return
        try:
            self._score.remember(frequency_hz)
        except Exception:
            LOG.exception("the score could not remember a note that was touched")

    def _instrument(self, model: VoiceModel, name: str, absolute: bool = False) -> Instrument[Any]:
        voice = self._add(model, name, absolute)
        if not isinstance(voice, Instrument):
            raise TypeError(f"{type(voice).__name__} cannot play notes, but {name} needs an instrument")
        return voice

    def _add(self, model: VoiceModel, name: str, absolute: bool = False) -> Voice[Any]:
        voice = voice_for(type(model))(model, self._setup(name))
        self.strips.append(Strip(voice, absolute))
        return voice

    def _setup(self, name: str) -> Setup:
        return Setup(self._rate_hz, self._block, self._seed, name)


def _name_of_answer(touch: Touch, seated: list[Instrument[Any]]) -> str:
    """What the instrument that answers it is known by, beside those seated already."""
    name = f"touch/{touch.answering_kind}/{touch.loudness_db}"
    others = sum(instrument.setup.name.startswith(name) for instrument in seated)
    return f"{name}/{others}" if others else name
