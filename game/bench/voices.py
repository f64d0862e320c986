"""What each voice costs. Run `measure` in a process of its own, see `game.machine.probe`."""

from __future__ import annotations

import os
import time
from itertools import islice

SECONDS, WARM_S = 20.0, 4.0
TURNS = 2


def measure(kind: str) -> dict[str, float]:
    """Seconds of sound for each second of processor time, of every audition of a kind, called as `render --voice`
    calls them. The better of two turns, in which the same is played."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    from audio import audition as hearing

    return {
        f"{kind}/{audition.name}".rstrip("/"): max(_rate(kind, number) for _ in range(TURNS))
        for number, audition in enumerate(hearing.auditions(kind))
    }


def _rate(kind: str, number: int) -> float:
    from audio import audition as hearing

    audition = hearing.auditions(kind)[number]
    voice, signals = hearing.voice(kind, audition), hearing.halfway(audition)
    block_s = voice.setup.block / voice.setup.sample_rate_hz
    blocks = hearing.blocks(voice, lambda _: signals, audition.notes)
    warm, count = round(WARM_S / block_s), round(SECONDS / block_s)
    for _ in islice(blocks, warm):
        pass
    cpu_s = time.process_time()
    for _ in islice(blocks, count):
        pass
    return count * block_s / (time.process_time() - cpu_s)
