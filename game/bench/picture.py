"""What the frames of a world cost. Run `measure` in a process of its own, see `game.machine.probe`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

SIZE_PX = (1280, 720)
FRAMES_PER_S = 30.0
WARM_FRAMES, FRAMES = 12, 60
AT_S = 20.0
HOUR = 18.5
SEED = 1


def measure(world_folder: str, next_folder: str) -> dict[str, Any]:
    """Draw a world off screen at full size, each frame waited for; then change to another world.

    Returns lists `frame_ms` and `python_ms` (CPU time of the drawing thread before the wait), `change_world_s`
    (from asking for the other world to its first finished frame) and `memory_mb` of this process.
    """
    from game.export.frames import frame_at, ready_scene
    from game.export.visit import Visit
    from game.headless import open_context
    from worlds.reading import read_world

    ctx = open_context()
    from game.comfort.steady import SteadyPicture
    from game.view.memory import give_back  # needs the context: they must not be first to import arcade

    visit = Visit(read_world(Path(world_folder)), SEED, HOUR)
    scene = ready_scene(ctx, visit.world, SEED, SIZE_PX)
    output, source, steady = scene.stage.target(SIZE_PX), visit.source, SteadyPicture(scene)
    give_back(ctx)
    frame_ms, python_ms = [], []
    for n in range(WARM_FRAMES + FRAMES):
        frame = frame_at(visit, source, AT_S + n / FRAMES_PER_S, 1 / FRAMES_PER_S)
        begun_s, cpu_s = time.perf_counter(), time.thread_time()
        steady.draw(frame, output)
        python_ms.append((time.thread_time() - cpu_s) * 1000)
        ctx.finish()
        frame_ms.append((time.perf_counter() - begun_s) * 1000)
    return {
        "frame_ms": frame_ms[WARM_FRAMES:],
        "python_ms": python_ms[WARM_FRAMES:],
        "memory_mb": memory_mb(),
        "change_world_s": change(ctx, Path(next_folder)),
    }


def change(ctx: Any, folder: Path) -> float:
    """Seconds of work until the first frame of another world is finished; its bakes are kept in the cache folder,
    as the window keeps them."""
    from game import folders
    from game.export.frames import frame_at, ready_scene
    from game.export.visit import Visit
    from game.scenery.bakes import Bakes
    from game.scenery.stamp import stamp
    from worlds.reading import read_world

    bakes = Bakes(folders.cache() / "bakes", lambda: stamp(ctx))
    begun_s = time.perf_counter()
    visit = Visit(read_world(folder), SEED, HOUR)
    scene = ready_scene(ctx, visit.world, SEED, SIZE_PX, bakes)
    scene.draw(frame_at(visit, visit.source, AT_S, 0.0), scene.stage.target(SIZE_PX))
    ctx.finish()
    return time.perf_counter() - begun_s


def memory_mb(pid: int | None = None) -> float:
    """Memory a process, or this one, holds now (its resident set); where that is not told, this one's highest."""
    status = Path(f"/proc/{pid or 'self'}/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
        return int(lines["VmRSS"].split()[0]) / 1024
    import resource
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
