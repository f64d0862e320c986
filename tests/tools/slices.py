"""Which layers hold a frame up while a world is made: `python -m tests.tools.slices WORLD [WxH]`.

A window gives a coming world 8 ms a frame, in steps that end at each `yield`; a step longer than a frame is seen as
a hitch. Prints every stage of every layer with its longest step, waiting for the GPU after each.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

from game.arguments import size
from game.headless import open_context
from worlds.catalogue import find
from worlds.reading import read_world


def main() -> None:
    """Make one world and print what each step took."""
    entry = find(sys.argv[1])
    assert entry is not None, "no such world"
    ctx = open_context()
    from game.scenery.canvas import Canvas
    from game.scenery.scene import Scene

    scene = Scene(ctx, read_world(entry.folder), 1)

    def report(name: str, steps: Iterator[None]) -> None:
        times_ms = list(_timed(steps, ctx.finish))
        print(f"{name:32s} {len(times_ms):4d} steps, longest {max(times_ms):7.1f} ms, all {sum(times_ms):8.1f} ms")

    for layer in scene.layers:
        report(f"{layer.name} prepare", layer.prepare())
    scene.stage.size_px = size(sys.argv[2]) if len(sys.argv) > 2 else (1280, 720)
    scene.canvas = Canvas(scene.stage)
    for layer in scene.layers:
        report(f"{layer.name} resize", iter([layer.resize()]))
    for layer in scene.layers:
        report(f"{layer.name} rebake", layer.rebake())


def _timed(steps: Iterator[None], finish: Callable[[], None]) -> Iterator[float]:
    while True:
        begun_s = time.perf_counter()
        more = next(steps, StopIteration)
        finish()
        yield (time.perf_counter() - begun_s) * 1000
        if more is StopIteration:
            return


if __name__ == "__main__":
    main()
