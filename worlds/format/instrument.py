"""What is played: voices that sound when they are given notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from worlds.follow import Value, ends
from worlds.format.voice import VoiceModel


class InstrumentModel(VoiceModel):
    """A voice that plays notes of any pitch: it may take a part in a score, and answer a touch."""

    sustains: ClassVar[bool] = False
    """Whether a note sounds for as long as it lasts, and longer when it is given again meanwhile; if not, it is
    struck, and rings out by itself."""
    chord_tones: ClassVar[int] = 4
    """How many tones of a chord it is given, from the lowest up: what is low, or has one voice, takes one."""
    answering: ClassVar[Mapping[str, float] | None] = {}

    @property
    def longest_ring_s(self) -> float:
        """How long its lowest tone takes to fall by 60 dB once it is struck, at the most: `ring_s` of those that
        have one; 0 for what does not outlast its notes."""
        ring_s: Value = getattr(self, "ring_s", 0.0)
        return max(ends(ring_s))
