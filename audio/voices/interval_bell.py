"""The sound of `interval_bell`."""

from __future__ import annotations

from audio.score.tuning import Tuning
from audio.voice import Audition, Block, Note, Setup, Voice, sounds
from audio.voices.bowl import BowlVoice
from worlds.format.voices.bowl import Bowl
from worlds.format.voices.interval_bell import IntervalBell
from worlds.signals import Signals

_APART_S = 7.0
_FIRMEST, _SOFTEST = 0.95, 0.25


@sounds(IntervalBell)
class IntervalBellVoice(Voice[IntervalBell]):
    """The bowl's own modes, pairs and mallet (`BowlVoice`, sources there), struck by the clock.

    Intervals are counted in samples, so that after hours the bell is still where it should be. What is changed
    while it waits counts at once: an interval that grows shorter is not waited out.
    """

    auditions = (Audition(fields={"every_s": 15.0}, sparse=True),)

    def __init__(self, model: IntervalBell, setup: Setup) -> None:
        super().__init__(model, setup)
        self._bowl = BowlVoice(Bowl(ring_s=model.ring_s, mallet_ms=model.mallet_ms), setup)
        self._chance = setup.generator("looseness")
        self._strokes: list[float] = []
        self._waited_s = 0.0
        self._tuning: Tuning | None = None
        self._uneven = self._drawn()

    def follow(self, signals: Signals) -> None:
        """Take the signals of this block; the bowl follows them too."""
        super().follow(signals)
        self._bowl.follow(signals)

    def attune(self, tuning: Tuning) -> None:
        """Be struck at the note of the score that is nearest to its own."""
        self._tuning = tuning

    def render(self, out: Block) -> None:
        """Add the next block."""
        self._waited_s += self._block_s
        over_s = min(self._waited_s - self._due_s, self._block_s)
        if over_s > 0.0:
            self._waited_s = over_s
            self._uneven = self._drawn()
            # As far apart as they fit before the next interval is over; what is left of the last still comes.
            apart_s = min(_APART_S, self._due_s / self.model.strokes)
            self._strokes += [self._block_s - over_s + index * apart_s for index in range(self.model.strokes)]
        self._strike()
        self._bowl.render(out)

    def _strike(self) -> None:
        """Strike what is due in this block; the others come nearer."""
        soft = self.values["softness_ratio"]
        strength = _FIRMEST + (_SOFTEST - _FIRMEST) * soft
        for delay_s in (stroke_s for stroke_s in self._strokes if stroke_s < self._block_s):
            self._bowl.play(Note(self._pitch_hz, strength, delay_s))
        self._strokes = [stroke_s - self._block_s for stroke_s in self._strokes if stroke_s >= self._block_s]

    @property
    def _due_s(self) -> float:
        """How long the present interval is."""
        return self.values["every_s"] * (1.0 + self.values["loose_ratio"] * self._uneven)

    @property
    def _pitch_hz(self) -> float:
        pitch_hz = self.values["pitch_hz"]
        return self._tuning.nearest_hz(pitch_hz) if self._tuning else pitch_hz

    def _drawn(self) -> float:
        return float(self._chance.uniform(-1.0, 1.0))
