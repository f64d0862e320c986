"""Notes that are to come, handed out when their block is there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from audio.voice import Note

Played = tuple[str, Note]
"""The part of the score that plays, and its note."""


class Agenda:
    """What the parts that are heard will play."""

    def __init__(self, parts: Collection[str]) -> None:
        self._parts = frozenset(parts)
        self._notes: list[tuple[float, str, Note]] = []

    def __len__(self) -> int:
        """How many notes are to come."""
        return len(self._notes)

    def plan(self, at_s: float, part: str, note: Note) -> None:
        """Let a part play a note at a time of the piece; a part that is not heard plays nothing."""
        if part in self._parts:
            self._notes.append((at_s, part, note))

    def due(self, now_s: float, step_s: float) -> list[Played]:
        """What begins within the block from now on, each note with its delay."""
        end_s = now_s + step_s
        due = [entry for entry in self._notes if entry[0] < end_s]
        if due:
            self._notes = [entry for entry in self._notes if entry[0] >= end_s]
        return [(part, replace(note, delay_s=max(at_s - now_s, 0.0))) for at_s, part, note in due]
