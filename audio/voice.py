"""What a voice is: something that adds blocks of sound to a mix."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from audio.score.tuning import Tuning
from worlds.follow import Followed
from worlds.format.kinds import kind_of
from worlds.format.voice import VoiceModel
from worlds.seeds import generator
from worlds.signals import Signals

SAMPLE_RATE_HZ = 48000
BLOCK = 2048
"""Samples in a block of the engine: 43 ms. Half as many cost a third more, for nothing that could be heard."""

Block = NDArray[np.float32]
"""Stereo samples, shape (2, block), float32, C-contiguous."""

M = TypeVar("M", bound=VoiceModel)


@dataclass(frozen=True)
class Setup:
    """What a voice is built for."""

    sample_rate_hz: int
    block: int
    """Samples in every block this voice will render."""
    seed: int
    name: str
    """Tells this voice's random streams from every other's, e.g. "voice/2"."""

    def generator(self, *purpose: str | int) -> np.random.Generator:
        """A random stream of this voice's own, one for each purpose."""
        return generator(self.seed, self.name, *purpose)


@dataclass(frozen=True, slots=True)
class Note:
    """One note for an instrument."""

    frequency_hz: float
    strength: float
    """How firmly it is played, 0..1."""
    delay_s: float = 0.0
    """How long after the start of the next block."""
    duration_s: float = 4.0


def no_notes(*_: float) -> Iterable[Note]:
    """What a voice is given that sounds of itself."""
    return ()


@dataclass(frozen=True)
class Audition:
    """How a voice is heard alone: what `render --voice` and docs/voices.md let hear, and what every voice is
    tested and brought to its natural level with."""

    name: str = ""
    """What tells it from other auditions of this kind, e.g. "pines"; empty for the first."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What is written in the model beside its kind."""
    hour: float = 6.0
    """When it is heard: birds at dawn,"""
    daylight: float = 0.5
    """crickets at night."""
    notes: Callable[[float, float], Iterable[Note]] = no_notes
    """What an instrument is given from one moment to the next, in seconds; see `audio.notes`."""
    bed: bool = False
    """Whether it is a steady, wide sound, under which everything else lies."""
    breathing: bool = False
    """Whether the visitor breathes meanwhile, 4 s in and 6 s out; else the breath stays at one half."""
    sparse: bool = False
    """Whether it is silent most of the time, so that its level wants a longer listening."""


class Voice(ABC, Generic[M]):
    """One thing you hear. Banks and buffers are made in `__init__` and `complete`; what `render` makes anew is
    small and goes again, so that memory never grows while it sounds.

    In its auditions it renders at -23 LUFS: the mixer brings it to `model.loudness_db` and to its place.
    """

    auditions: ClassVar[tuple[Audition, ...]] = (Audition(),)
    """How it is heard alone; the first as it is with no field written, the others for what a field changes."""

    def __init__(self, model: M, setup: Setup) -> None:
        self.model = model
        self.setup = setup
        self.values = Followed(model)
        """Present values of the model's continuous fields; updated before every render."""
        self._block_s = setup.block / setup.sample_rate_hz

    def complete(self) -> None:
        """Make what the first seconds do without; called once, perhaps from another thread while it sounds."""

    def follow(self, signals: Signals) -> None:
        """Take the signals of this block; called once before each `render`."""
        self.signals = signals
        if not self.values.settled:
            self.values.update(signals, self._block_s)

    def attune(self, tuning: Tuning) -> None:
        """Keep to the scale and the centre that the score of the world has come to: called between blocks, first
        before any, then whenever they change. What has a pitch of its own moves it there; most have none."""

    @abstractmethod
    def render(self, out: Block) -> None:
        """Add the next block to `out`. Never locks, logs, raises or grows; smooths its own parameters."""


class Instrument(Voice[M]):
    """A voice that sounds only when given notes, by the score or by a touch."""

    @abstractmethod
    def play(self, note: Note) -> None:
        """Let a note sound; its onset is soft (50 ms or more). Too many at once: the quietest gives way."""


_VOICES: dict[type[VoiceModel], type[Voice[Any]]] = {}

V = TypeVar("V", bound=type[Voice[Any]])


def sounds(model: type[VoiceModel]) -> Callable[[V], V]:
    """Declare, above a voice class, the model it gives sound to."""

    def declare(voice: V) -> V:
        _VOICES[model] = voice
        return voice

    return declare


def voice_for(model: type[VoiceModel]) -> type[Voice[Any]]:
    """The class that gives sound to this model. Raises LookupError if no file in `audio/voices` declares one."""
    _import_voices()
    found = _VOICES.get(model)
    if found is None:
        raise LookupError(f"no file in audio/voices sounds the kind {kind_of(model)!r}")
    return found


@cache
def _import_voices() -> None:
    """Import every module of `audio.voices`; being there is all the declaration a voice needs."""
    home = importlib.import_module("audio.voices")
    for module in pkgutil.iter_modules(home.__path__, prefix="audio.voices."):
        importlib.import_module(module.name)
