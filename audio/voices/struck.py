"""What bowl, pluck and piano have in common: notes that are struck once and ring out."""

from __future__ import annotations

from abc import abstractmethod
from typing import TypeVar

from audio.dsp.ringing import Ringing, Tone
from audio.voice import Block, Instrument, Note, Setup
from worlds.format.voice import VoiceModel

M = TypeVar("M", bound=VoiceModel)


class Struck(Instrument[M]):
    """An instrument whose notes are tones of a `Ringing`; a kind tells what tone a note is."""

    def __init__(self, model: M, setup: Setup, slots: int, modes_each: int) -> None:
        """`slots` notes can ring at once, of at most `modes_each` modes."""
        super().__init__(model, setup)
        self._ringing = Ringing(slots, modes_each, setup.sample_rate_hz, setup.block)
        self._notes: list[Note] = []

    def play(self, note: Note) -> None:
        """Strike it with the next block."""
        self._notes.append(note)

    def render(self, out: Block) -> None:
        """Add the next block."""
        if self._notes:
            for note in self._notes:
                self.strike(note, int(note.delay_s * self.setup.sample_rate_hz))
            self._notes.clear()
        self._ringing.render(out)

    def strike(self, note: Note, delay: int) -> None:
        """Begin a note, so many samples into the next block."""
        self._ringing.play(self.tone(note), delay)

    @abstractmethod
    def tone(self, note: Note) -> Tone:
        """The modes of a note."""
