"""Long runs of the sound: `python -m tests.tools.soak day [WHAT] [--hours 24]`, and `... soak worlds`.

`day` renders every sample of so many hours of a world (an id) or of one voice (its name, as `render --voice` takes
it), as fast as the machine does, and holds the last minutes against the first: see `tests/tools/day.py`. Nothing is
skipped: a world takes about half an hour of processor time for a day, a voice one to eight minutes.

`worlds` lets the audio process play another built-in world every second, without a device, for a minute, then kills
it: was it always the same process, is its memory flat, does another sound within 3 s, is none left at the end?
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from pathlib import Path

from audio.messages import Play
from audio.process import Sound
from game.bench.picture import memory_mb
from tests.tools.day import day
from worlds.catalogue import entries
from worlds.reading import read_world

MOST_GROWN_MB = 4.0
BACK_WITHIN_S = 3.0


def worlds(seconds: int) -> bool:
    """Another world every second; then a violent end."""
    packs, sound, memories = [read_world(entry.folder) for entry in entries()], Sound(outputs=("none",)), []
    sound.start()
    wait(sound, lambda: sound.report.output == "none")
    child = sound.pid
    assert child is not None
    for second in range(seconds):
        sound.send(Play(packs[second % len(packs)], second, 0.5))
        until_s = time.monotonic() + 1.0
        wait(sound, lambda until_s=until_s: time.monotonic() >= until_s)
        memories.append(memory_mb(child))
    same = sound.pid == child
    grown_mb = max(memories[-9:]) - max(memories[len(memories) // 3 : len(memories) // 3 + 9])
    killed_s = time.monotonic()
    os.kill(child, signal.SIGKILL)
    wait(sound, lambda: sound.pid not in (None, child) and sound.report.output == "none")
    back_s, last = time.monotonic() - killed_s, sound.pid
    sound.close(0.1)
    left = [pid for pid in (child, last) if Path(f"/proc/{pid}").exists()]
    print(f"same process: {same}; grown by {grown_mb:.1f} MB; back after {back_s:.2f} s; left behind: {left}")
    return same and grown_mb < MOST_GROWN_MB and back_s < BACK_WITHIN_S and not left


def wait(sound: Sound, event: object) -> None:
    """Tick until something is so."""
    assert callable(event)
    while not event():
        sound.tick()
        time.sleep(0.01)


def main() -> int:
    """Run one; 0 if all was well."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", choices=["day", "worlds"])
    parser.add_argument("what", nargs="?", default="dusk_lake")
    parser.add_argument("--hours", type=float, default=24.0)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    well = day(options.what, options.hours) if options.run == "day" else worlds(options.seconds)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
