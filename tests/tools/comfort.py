"""Every built-in world, or those named, tried for flashes and stripes: `python -m tests.tools.comfort [ID...]`.

What `check --rendered` does, and the same frames once more through ffmpeg's filter `photosensitivity`, which must
be there: an alarm of other build. It adds up, for a second, by how much 8 x 8 blocks of the picture change, and
tells what it would dim; here nothing is dimmed. Five minutes of processor time a world; with `--quick` half a one.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from game.comfort.clips import FPS, FULL, QUICK, SIZE_PX, Clip, Plan, clips
from game.comfort.told import paragraph, sentences
from game.comfort.trial import tried
from game.headless import open_context
from worlds.catalogue import entries
from worlds.reading import read_world

if TYPE_CHECKING:
    import numpy as np
    from arcade.gl import Context
    from numpy.typing import NDArray

    from worlds.format.world import World

ALARM = 1.0
"""From this badness on the filter, as it is set by itself, would dim a frame."""


class Second:
    """ffmpeg beside our own meters."""

    def __init__(self) -> None:
        self.most = 0.0
        self.alarms: list[str] = []

    def beside(self, clip: Clip) -> Clip:
        """The same clip, seen by ffmpeg as well."""
        return replace(clip, frames=self._piped(clip))

    def _piped(self, clip: Clip) -> Iterator[NDArray[np.uint8]]:
        frames = []
        for frame in clip.frames:
            frames.append(frame.tobytes())
            yield frame
        worst, at_s = badness(frames)
        self.most = max(self.most, worst)
        if worst >= ALARM:
            where = f"hour {clip.hour:g}, seed {clip.seed}" + (", worlds change" if clip.changes else "")
            self.alarms.append(f"ffmpeg at {where}, after {at_s:.1f} s: {worst:.2f}")


def badness(frames: list[bytes]) -> tuple[float, float]:
    """ffmpeg's highest badness of some frames of (180, 320, 3), and the second it came.

    The first frame is given for a second more: the filter takes what comes after nothing for a flash.
    """
    width, height = SIZE_PX
    command = f"ffmpeg -v error -f rawvideo -pix_fmt rgb24 -s {width}x{height} -r {FPS:g} -i - -vf"
    filters = "photosensitivity=bypass=1,metadata=print:file=-"
    settling = round(FPS)
    shown = b"".join([frames[0]] * settling + frames)
    arguments = [*command.split(), filters, "-f", "null", "/dev/null"]
    done = subprocess.run(arguments, input=shown, capture_output=True, check=True)
    found = [float(one) for one in re.findall(r"photosensitivity\.badness=([\d.]+)", done.stdout.decode())][
        settling:
    ]
    worst = max(range(len(found)), key=found.__getitem__)
    return found[worst], worst / FPS


def try_world(ctx: Context, world: World, others: list[World], plan: Plan) -> bool:
    """Tell everything of one; whether both alarms kept silent."""
    second, begun_s = Second(), time.monotonic()
    report = tried(second.beside(clip) for clip in clips(ctx, world, plan, others))
    print(paragraph(world.world.name, plan, report, time.monotonic() - begun_s))
    print(f"  ffmpeg: at most {second.most:.2f} (alarm from {ALARM:g} on)", flush=True)
    for line in [*(" ".join(said) for said in sentences(report)), *second.alarms]:
        print(f"  BEYOND: {line}", flush=True)
    return not report.excesses and not second.alarms


def main() -> int:
    """Run all; 0 if all was well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("worlds", nargs="*")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    packs = [read_world(entry.folder) for entry in entries()]
    ctx, well = open_context(), True
    for index, world in enumerate(packs):
        if not options.worlds or world.world.id in options.worlds:
            others = [packs[(index + step) % len(packs)] for step in (1, 2)]
            well &= try_world(ctx, world, others, QUICK if options.quick else FULL)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
