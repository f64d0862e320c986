"""The sound of a visit, block after block, without a device."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from audio.engine import Engine
from audio.messages import Hear
from audio.mixdown import Mixdown
from audio.voice import SAMPLE_RATE_HZ
from game.export.fingers import Fingers
from game.export.visit import Visit

LONGEST_FADE_IN_S, LONGEST_FADE_OUT_S = 1.0, 3.0
FADE_RATIO = 0.2
"""Of a short file, at most this much fades at either end."""


def visit_sound(visit: Visit, at_s: float, seconds: float) -> Iterator[NDArray[np.float32]]:
    """Yield (2, n) float32 blocks at 48 kHz, `seconds` in all, from a world time on; the same array every time.

    Signals and touches are those of `visit_frames`. It begins and ends softly.
    """
    mixdown = Mixdown(SAMPLE_RATE_HZ)
    source = visit.source
    mixdown.take(Hear(source.at(at_s)))
    mixdown.play(Engine(visit.world, visit.seed, SAMPLE_RATE_HZ), min(LONGEST_FADE_IN_S, seconds * FADE_RATIO))
    fade_out_s = min(LONGEST_FADE_OUT_S, seconds * FADE_RATIO)
    total = round(seconds * SAMPLE_RATE_HZ)
    fades_at = total - round(fade_out_s * SAMPLE_RATE_HZ)
    block = np.zeros((2, mixdown.block), np.float32)
    length_s = mixdown.block / SAMPLE_RATE_HZ
    fingers = Fingers(visit, at_s)
    ending = False
    for start in range(0, total, mixdown.block):
        t_s = at_s + start / SAMPLE_RATE_HZ
        mixdown.take(Hear(source.at(t_s)))
        for touched in fingers.during(t_s, length_s):
            mixdown.take(touched)
        if start >= fades_at and not ending:
            mixdown.play(None, fade_out_s)
            ending = True
        mixdown.render(block)
        yield block[:, : min(mixdown.block, total - start)]
