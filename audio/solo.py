"""One voice alone as a source of sound: what `render --voice` writes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio import audition as hearing
from audio.listening import Listening
from audio.messages import Mix, Touched
from audio.mix.loudness import Meter
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Audition
from worlds.signals import Signals


class Solo:
    """A voice as its audition lets it be heard, dry and at its natural level, as a `Source` for `Mixdown`."""

    def __init__(self, kind: str, audition: Audition, seed: int) -> None:
        """Raises KeyError for no such kind."""
        self.block, self.sample_rate_hz = BLOCK, SAMPLE_RATE_HZ
        self.power = 0.0
        """Mean K-weighted power of the block rendered last."""
        voice = hearing.voice(kind, audition, seed, SAMPLE_RATE_HZ, BLOCK)
        self._blocks = hearing.blocks(voice, hearing.over_time(audition, seed), audition.notes)
        self._meter = Meter(SAMPLE_RATE_HZ, BLOCK)

    def hear(self, signals: Signals) -> None:
        """It keeps to the signals of its audition."""

    def mix(self, mix: Mix) -> None:
        """It is alone."""

    def listen(self, listening: Listening) -> None:
        """It stands nowhere."""

    def kept(self, ratio: float) -> None:
        """It has no level of its own to mend."""

    def touch(self, touched: Touched) -> None:
        """Nobody touches it."""

    def bell(self, strength: float) -> None:
        """It has no bell."""

    def render(self, out: NDArray[np.float32]) -> None:
        """Write the next block to `out`, shape (2, block)."""
        out[...] = next(self._blocks)
        self.power = self._meter.power(out)


def named(name: str) -> tuple[str, Audition]:
    """The kind and audition called so: "wind", or "wind/pines" for another of its auditions.

    Raises LookupError if nothing is.
    """
    kind, _, which = name.partition("/")
    for audition in hearing.auditions(kind):
        if audition.name == which:
            return kind, audition
    raise LookupError(name)


def names() -> list[str]:
    """All that `named` knows."""
    return [
        f"{kind}/{audition.name}".rstrip("/") for kind in hearing.kinds() for audition in hearing.auditions(kind)
    ]
