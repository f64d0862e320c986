"""`Moment`: where a piece stands; what its operators read, and leave for one another."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field

import numpy as np

from audio.score.agenda import Agenda
from audio.score.ladder import cents_of
from audio.score.tuning import Cents, Steps, Tuning
from worlds.follow import Followed
from worlds.signals import Signals

PATIENCE_S = 11.0
"""How long music waits for the breath to turn; then it goes on by itself."""
_HEARD = 0.6
"""A stroke is heard, beside a chord, until it has fallen by so many of its 60 dB."""


@dataclass
class Moment:
    """The present of a piece. Each operator finds here what those before it have left."""

    step_s: float
    """Length of a block."""
    asked: Followed
    """The present numbers of the `[score]` table."""
    agenda: Agenda
    tuning: Tuning
    """The scale and centre that sound."""
    signals: Signals = field(default_factory=Signals)
    now_s: float = 0.0
    breathing_in: bool = False
    """Whether breathing in begins with this block."""
    breathing_out: bool = False
    """Whether breathing out begins with it."""
    out_s: float = 0.0
    """How long the visitor breathes out; 0 while nobody is heard to breathe."""
    scale: str = ""
    """The scale the hour asks for; chords lead there when they can."""
    fifths: int = 0
    """How many fifths above the root the centre is wished; chords lead there when they can."""
    chord: Steps = field(default_factory=lambda: np.zeros(0, np.intp))
    """The tones that are held, rising."""
    chord_begins: bool = False
    """Whether they are new with this block."""
    fading: Cents = field(default_factory=lambda: np.zeros(0))
    """Pitches of the chord before, while they still ring."""
    strokes: list[tuple[float, float]] = field(default_factory=list)
    """Marks and bells that ring on whatever chord comes: of each the pitch in cents, and until when it is heard."""

    def may_begin(self, due_s: float, turned: bool) -> bool:
        """Whether what is due then may begin now: it waits for the breath to turn, but not for ever."""
        return self.now_s >= due_s and (turned or self.now_s >= due_s + PATIENCE_S)

    def ring(self, frequency_hz: float, at_s: float, ring_s: float) -> None:
        """Know of a stroke at a time that falls by 60 dB in `ring_s`; what has rung out is forgotten."""
        heard = [stroke for stroke in self.strokes if stroke[1] > self.now_s]
        self.strokes = [*heard, (cents_of(frequency_hz), at_s + _HEARD * ring_s)]

    @property
    def ringing(self) -> Cents:
        """Pitches of strokes that can still be heard, or are about to be."""
        return np.array([cents for cents, until_s in self.strokes if until_s > self.now_s])

    @property
    def sounding(self) -> Cents:
        """Pitches of all tones of chords, and of strokes, that can be heard."""
        return np.concatenate([self.tuning.cents(self.chord), self.fading, self.ringing])


class Operator(ABC):
    """One musical idea: it takes the piece a block further in its own respect."""

    @abstractmethod
    def step(self, now: Moment) -> None:
        """Go on by one block."""
