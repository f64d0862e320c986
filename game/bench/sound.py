"""What the sound of a world costs. Run `measure` in a process of its own, see `game.machine.probe`."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import Any

SECONDS = 20.0
WARM_BLOCKS = 200
HOUR = 18.5
SEED = 1


def measure(world_folder: str) -> dict[str, Any]:
    """Render sound without a device, as the audio process does.

    Returns `sound_rate` (seconds of sound for each second of processor time), the list `block_ratio` (time of each
    block as a share of the time it sounds) and `sound_memory_mb` of this process.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    from audio.voice import SAMPLE_RATE_HZ
    from game.bench.picture import memory_mb
    from game.export.sound import visit_sound
    from game.export.visit import Visit
    from worlds.reading import read_world

    visit = Visit(read_world(Path(world_folder)), SEED, HOUR)
    blocks = visit_sound(visit, 0.0, SECONDS + 10.0)
    for _ in range(WARM_BLOCKS):
        next(blocks)
    gc.collect()
    gc.freeze()
    block_ratio, sounded_s, cpu_s = [], 0.0, time.process_time()
    while sounded_s < SECONDS:
        begun_s = time.perf_counter()
        length_s = next(blocks).shape[1] / SAMPLE_RATE_HZ
        block_ratio.append((time.perf_counter() - begun_s) / length_s)
        sounded_s += length_s
    cpu_s = time.process_time() - cpu_s
    return {"sound_rate": sounded_s / cpu_s, "block_ratio": block_ratio, "sound_memory_mb": memory_mb()}
