"""`Score`: one slow piece that never ends, made as it is heard."""

from __future__ import annotations

from audio.score.agenda import Agenda, Played
from audio.score.breath import Breath
from audio.score.centre import Centre
from audio.score.chords import Chords
from audio.score.marks import Marks
from audio.score.melody import Melody
from audio.score.memory import Memory
from audio.score.modes import Modes
from audio.score.moment import Moment, Operator
from audio.score.touching import note_at
from audio.score.tuning import Tuning
from audio.voice import Setup
from worlds.follow import Followed
from worlds.format.score import Score as ScoreModel
from worlds.signals import Signals


class Score:
    """A row of operators, each one musical idea, that take the piece from block to block over one random source.

    Same seed, same signals, same touches: same notes; another scale or root has another stream. All pitches lie in
    one just scale at any moment.
    """

    def __init__(self, model: ScoreModel, setup: Setup) -> None:
        chance = setup.generator("score", model.scale, str(model.root_hz))
        players = model.players
        self._values = Followed(model)
        self._memory = Memory(chance)
        self._operators: tuple[Operator, ...] = (
            Breath(),  # when the visitor's breath turns
            Modes(model),  # the scale of the hour
            Centre(chance),  # home, and its slow wander
            Chords(model.root_hz, chance, players.get("chords")),  # chords, led voice by voice
            Marks(chance, players.get("marks")),  # a stroke on some of the chords
            Melody(chance, self._memory, players),  # phrases and rests
        )
        self.now = Moment(
            step_s=setup.block / setup.sample_rate_hz,
            asked=self._values,
            agenda=Agenda(players),
            tuning=Tuning(model.root_hz, model.scale),
        )
        """Where the piece stands."""

    def advance(self, signals: Signals) -> list[Played]:
        """Go on by one block, and return what is to sound in the next, each with its delay."""
        now = self.now
        now.signals = signals
        self._values.update(signals, now.step_s)
        for operator in self._operators:
            operator.step(now)
        played = now.agenda.due(now.now_s, now.step_s)
        now.now_s += now.step_s
        return played

    def frequency_for(self, height: float) -> float:
        """The note for a touch at a height (0 bottom, 1 top): always in tune with what sounds now."""
        return note_at(height, self.now)

    def struck(self, height: float, ring_s: float) -> float:
        """The note for a bell that falls by 60 dB in `ring_s`; no chord comes that would rub with it."""
        frequency_hz = self.frequency_for(height)
        self.now.ring(frequency_hz, self.now.now_s, ring_s)
        return frequency_hz

    def remember(self, frequency_hz: float) -> None:
        """Know a note that the visitor has touched, to answer it later."""
        self._memory.hear(frequency_hz, self.now.now_s)
