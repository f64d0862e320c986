"""What the sound of a world costs. Run `measure` in a process of its own, see `game.machine.probe`."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import Any

SECONDS = 60.0
WARM_S = 4
"""Made before time is taken, so that neither the start nor the first chord counts."""
FADE_S = 1.0
HOUR = 18.5
SEED = 1


def measure(world_folder: str, block: int = 2048) -> dict[str, Any]:
    """Render sound without a device, as the audio process does, in blocks of so many samples.

    Returns `sound_rate` (seconds of sound for each second of processor time), the list `block_ratio` (time of each
    block as a share of the time it sounds) and `sound_memory_mb` of this process.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy as np

    from audio.engine import Engine
    from audio.memory import look_seldom
    from audio.messages import Hear
    from audio.mixdown import Mixdown
    from game.bench.picture import memory_mb
    from game.export.visit import Visit
    from worlds.reading import read_world

    visit, mixdown = Visit(read_world(Path(world_folder)), SEED, HOUR), Mixdown(block=block)
    length_s = block / mixdown.sample_rate_hz
    warm, count = round(WARM_S / length_s), round(SECONDS / length_s)
    # Signals are another process's work.
    heard = [Hear(visit.source.at(index * length_s)) for index in range(warm + count)]
    out = np.zeros((2, block), np.float32)
    mixdown.take(heard[0])
    mixdown.play(Engine(visit.world, visit.seed, block=block), FADE_S)
    for hear in heard[:warm]:
        mixdown.take(hear)
        mixdown.render(out)
    gc.collect()
    gc.freeze()
    look_seldom()
    block_ratio, cpu_s = [], time.process_time()
    for hear in heard[warm:]:
        begun_s = time.perf_counter()
        mixdown.take(hear)
        mixdown.render(out)
        block_ratio.append((time.perf_counter() - begun_s) / length_s)
    cpu_s = time.process_time() - cpu_s
    return {"sound_rate": count * length_s / cpu_s, "block_ratio": block_ratio, "sound_memory_mb": memory_mb()}
