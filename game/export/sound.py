"""The sound of a visit, block after block, without a device."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from audio.engine import Engine
from audio.listening import Listening
from audio.messages import Hear, Listen, Touched
from audio.mixdown import Mixdown, Source
from audio.solo import Solo
from audio.voice import SAMPLE_RATE_HZ, Audition
from game.export.fingers import Fingers
from game.export.visit import Visit

LONGEST_FADE_IN_S, LONGEST_FADE_OUT_S = 1.0, 3.0
FADE_RATIO = 0.2
"""Of a short file, at most this much fades at either end."""


def visit_sound(visit: Visit, at_s: float, seconds: float) -> Iterator[NDArray[np.float32]]:
    """Yield (2, n) float32 blocks at 48 kHz, `seconds` in all, from a world time on; the same array every time.

    Signals and touches are those of `visit_frames`. It begins and ends softly.
    """
    source, fingers = visit.source, Fingers(visit, at_s)

    def during(t_s: float, length_s: float) -> Iterator[Hear | Touched]:
        yield Hear(source.at(at_s + t_s))
        yield from fingers.during(at_s + t_s, length_s)

    return _softly(Engine(visit.world, visit.seed, SAMPLE_RATE_HZ), seconds, during, visit.listening)


def solo_sound(kind: str, audition: Audition, seed: int, seconds: float) -> Iterator[NDArray[np.float32]]:
    """The same of one voice alone."""
    return _softly(Solo(kind, audition, seed), seconds, lambda *_: iter(()))


def _softly(
    source: Source,
    seconds: float,
    during: Callable[[float, float], Iterator[Hear | Touched]],
    listening: Listening = "headphones",
) -> Iterator[NDArray[np.float32]]:
    """So many seconds of a source, faded in and out. `during` tells what happens from a moment on, for so long."""
    mixdown = Mixdown(SAMPLE_RATE_HZ)
    length_s = mixdown.block / SAMPLE_RATE_HZ
    mixdown.take(Listen(listening))
    mixdown.play(source, min(LONGEST_FADE_IN_S, seconds * FADE_RATIO))
    fade_out_s = min(LONGEST_FADE_OUT_S, seconds * FADE_RATIO)
    total = round(seconds * SAMPLE_RATE_HZ)
    fades_at = total - round(fade_out_s * SAMPLE_RATE_HZ)
    block, ending = np.zeros((2, mixdown.block), np.float32), False
    for start in range(0, total, mixdown.block):
        for message in during(start / SAMPLE_RATE_HZ, length_s):
            mixdown.take(message)
        if start >= fades_at and not ending:
            mixdown.play(None, fade_out_s)
            ending = True
        mixdown.render(block)
        yield block[:, : min(mixdown.block, total - start)]
