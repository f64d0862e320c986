"""Finding an output: each way in its order, and why the others could not be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audio.output.file import File
from audio.output.none import TimeKeeper
from audio.output.output import NoOutput, Output
from audio.output.portaudio import PortAudio
from audio.output.sdl import Sdl

WAYS: Mapping[str, Callable[[], Output]] = {way.name: way for way in (PortAudio, Sdl, TimeKeeper)}


SOON_S, LATER_S = 1.5, 2.5
"""Between two searches, at first and after a minute in vain: each starts the sound libraries anew, for 20 ms of one
core. However late a device comes, it is then heard within 3 s."""
HOPE_S = 60.0
MOST_IN_VAIN = 120
"""Searches in vain after which a process is used up: each leaves 12 to 140 kB behind in the sound libraries."""


class SearchPace:
    """When to search: soon after a device was lost, less often where there has been none for long."""

    def __init__(self, now_s: float) -> None:
        self._had_s, self._searched_s = now_s, now_s - LATER_S
        self._in_vain = 0

    def due(self, now_s: float, found: bool) -> bool:
        """Whether to search now; `found` is whether there is an output."""
        if found:
            self._had_s, self._in_vain = now_s, 0
        hopeful = now_s - self._had_s < HOPE_S
        return not found and now_s - self._searched_s >= (SOON_S if hopeful else LATER_S)

    def searched(self, now_s: float) -> None:
        """Note that a search was begun."""
        self._searched_s = now_s
        self._in_vain += 1

    @property
    def used_up(self) -> bool:
        """Whether this process has searched so often that a fresh one had better go on."""
        return self._in_vain > MOST_IN_VAIN


@dataclass(frozen=True)
class Found:
    """An open output, and what was said by those tried before it."""

    output: Output
    refusals: dict[str, str] = field(default_factory=dict)
    """By name, a sentence each."""


def search(names: Sequence[str], file: Path | None = None) -> Found:
    """Open the first of these outputs that can be had; if none can, one that only keeps time.

    A `file` that was named is tried before all others: whoever names one wants it.
    """
    ways = [(name, WAYS[name]) for name in names]
    if file is not None:
        ways.insert(0, (File.name, lambda: File(file)))
    refusals: dict[str, str] = {}
    for name, opened in ways:
        try:
            return Found(opened(), refusals)
        except NoOutput as refusal:
            refusals[name] = refusal.why
    return Found(TimeKeeper(), refusals)
