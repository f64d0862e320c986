"""Finding an output: each way in its order, and why the others could not be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audio.output.file import File
from audio.output.none import Silence
from audio.output.output import NoOutput, Output
from audio.output.portaudio import PortAudio
from audio.output.sdl import Sdl

WAYS: Mapping[str, Callable[[], Output]] = {"portaudio": PortAudio, "sdl": Sdl, "none": Silence}


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
            refusals[name] = str(refusal)
    return Found(Silence(), refusals)
