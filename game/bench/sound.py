"""What the sound of a world costs. Run `measure` in a process of its own, see `game.machine.probe`."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import Any

SECONDS = 60.0
WARM_BLOCKS = 100
"""Made before time is taken, so that neither the start nor the first chord counts: 4 s, as of csound."""
FADE_S = 1.0
HOUR = 18.5
SEED = 1


def measure(world_folder: str) -> dict[str, Any]:
    """Render sound without a device, as the audio process does.

    Returns `sound_rate` (seconds of sound for each second of processor time), the list `block_ratio` (time of each
    block as a share of the time it sounds) and `sound_memory_mb` of this process.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy as np

    from audio.engine import Engine
    from audio.messages import Hear
    from audio.mixdown import Mixdown
    from game.bench.picture import memory_mb
    from game.export.visit import Visit
    from worlds.reading import read_world

    visit, mixdown = Visit(read_world(Path(world_folder)), SEED, HOUR), Mixdown()
    length_s = mixdown.block / mixdown.sample_rate_hz
    count = round(SECONDS / length_s)
    # Signals are another process's work.
    heard = [Hear(visit.source.at(index * length_s)) for index in range(WARM_BLOCKS + count)]
    block = np.zeros((2, mixdown.block), np.float32)
    mixdown.take(heard[0])
    mixdown.play(Engine(visit.world, visit.seed), FADE_S)
    for hear in heard[:WARM_BLOCKS]:
        mixdown.take(hear)
        mixdown.render(block)
    gc.collect()
    gc.freeze()
    block_ratio, cpu_s = [], time.process_time()
    for hear in heard[WARM_BLOCKS:]:
        begun_s = time.perf_counter()
        mixdown.take(hear)
        mixdown.render(block)
        block_ratio.append((time.perf_counter() - begun_s) / length_s)
    cpu_s = time.process_time() - cpu_s
    return {"sound_rate": count * length_s / cpu_s, "block_ratio": block_ratio, "sound_memory_mb": memory_mb()}
