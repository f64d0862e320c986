"""Is there a gap or a click in the sound while the window runs? `python -m tests.tools.gaps --minutes 10`

A null sound card, a screen of its own, the real window on it, a restless visitor: what the card was given is
compared, sample by sample, with what it swallowed. Needs the packages named in `tests/system/null_sound_card.py`,
Xvfb and xdotool. Exit code 1 if there was a break or a click.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from game.bench.picture import memory_mb
from tests.system.continuity import RATE, Break, Sound, breaks, clicks
from tests.system.null_sound_card import NullSoundCard
from tests.system.screen import Playing, playing, virtual_screen
from tests.tools.overheard import COPY

SIZE_PX = (1280, 720)
CHANNELS = ("left", "right")
EVERY_S = 60.0
"""How often the world is changed and memory looked at."""


@dataclass(frozen=True)
class Memory:
    """What the two processes hold at one time, in MB of their resident sets."""

    at_s: float
    picture_mb: float
    sound_mb: float


def main() -> None:
    """Play, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--world", default="dusk_lake", help="the first; after each minute the next one is played")
    parser.add_argument("--fps", default="30")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="gaps-") as folder:
        memory = play(Path(folder), arguments.minutes * 60.0, arguments.world, arguments.fps)
        sound = compared(Path(folder))
    print("load of the machine over 1, 5 and 15 minutes:", *(f"{load:.1f}" for load in os.getloadavg()))
    for moment in memory:
        print(f"{moment.at_s:6.0f} s: picture {moment.picture_mb:.0f} MB, sound {moment.sound_mb:.0f} MB")
    raise SystemExit(1 if sound else 0)


def play(folder: Path, seconds: float, world: str, fps: str) -> list[Memory]:
    """Play for so long; leaves `heard` and `written-PID` in the folder."""
    card = NullSoundCard(folder / "card")
    os.environ.update(card.environment)
    os.environ[COPY] = str(folder)
    card.start()
    recorder = card.recorder("heard")
    try:
        with virtual_screen("{}x{}".format(*SIZE_PX)) as display:
            given = ["play", world, "--size", "{}x{}".format(*SIZE_PX), "--fps", fps]
            with playing(display, folder, *given, start=("-m", "tests.tools.overheard")) as running:
                running.wait_for("world")
                return list(visited(running, seconds))
    finally:
        recorder.stop()
        card.kill()


def visited(running: Playing, seconds: float) -> Iterator[Memory]:
    """A visitor who touches and draws all over the picture, now and then goes to another world, and leaves."""
    chance, begun_s, minute = random.Random(1), time.monotonic(), 0
    while (now_s := time.monotonic() - begun_s) < seconds:
        touch(running, chance)
        running.wait_for("frames")
        if now_s >= (minute + 1) * EVERY_S:
            minute += 1
            yield memory_of(running.process.pid, now_s)
            running.do("key", str(minute % 3 + 1))
    yield memory_of(running.process.pid, now_s)
    running.do("key", "Escape")
    running.wait_for("left")


def touch(running: Playing, chance: random.Random) -> None:
    """A press, and half of the time a stroke of some steps from there."""
    x, y = (chance.randrange(40, side - 40) for side in SIZE_PX)
    running.do("mousemove", str(x), str(y), "mousedown", "1")
    if chance.random() < 0.5:
        for _ in range(12):
            x, y = (stepped(at, side, chance) for at, side in zip((x, y), SIZE_PX, strict=True))
            running.do("mousemove", str(x), str(y))
    running.do("mouseup", "1")


def stepped(at: int, side: int, chance: random.Random) -> int:
    """A little further along one side of the picture."""
    return min(max(at + chance.randrange(-60, 60), 10), side - 10)


def memory_of(pid: int, at_s: float) -> Memory:
    """Of a window and of the largest process it started, which is the one that makes the sound."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return Memory(at_s, memory_mb(pid), max((memory_mb(int(child)) for child in children), default=0.0))


def compared(folder: Path) -> bool:
    """Compare both channels and tell; whether anything was wrong."""
    copies = sorted(folder.glob("written-*"))
    if len(copies) != 1:
        print(f"{len(copies)} audio processes had the sound card; there should have been one")
        return True
    heard, written = (np.memmap(path, np.float32, "r") for path in (folder / "card" / "heard", copies[0]))
    lateness = Lateness(np.fromfile(folder / copies[0].name.replace("written", "times")).reshape(-1, 3))
    wrong = False
    for channel, name in enumerate(CHANNELS):
        ours = whole(written[channel::2])
        wrong |= told(name, heard[channel : len(heard) // 2 * 2 : 2], ours, lateness)
    return wrong


class Lateness:
    """Whose fault a break is: how long our blocks and how long the card took around a moment."""

    def __init__(self, times: NDArray[np.float64]) -> None:
        samples, there_s, taken_s = times.T
        self._at_s = np.cumsum(samples) / RATE
        self.made_s = np.concatenate([[0.0], there_s[1:] - taken_s[:-1]])
        """From the card's taking one block to the next being there."""
        self.taken_s = taken_s - there_s

    def around(self, at_s: float) -> str:
        """What took longest in the second before a moment of what was written."""
        near = (self._at_s > at_s - 1.0) & (self._at_s < at_s + 0.1)
        ours_ms, card_ms = (1000 * float(part[near].max()) for part in (self.made_s, self.taken_s))
        return f"longest wait for our block {ours_ms:.0f} ms, for the card {card_ms:.0f} ms"


def whole(written: Sound) -> Sound:
    """Without its end: what was still on its way when the device was closed is lost, after the fade."""
    return written[: -RATE // 2]


def told(name: str, heard: Sound, written: Sound, lateness: Lateness) -> bool:
    """Say what is wrong with one channel; whether anything is."""
    gaps, sharp = breaks(heard, written), clicks(written)
    length_s, peak = len(written) / RATE, float(np.abs(written).max())
    print(f"{name}: {length_s:.1f} s compared (peak {peak:.3f}): {len(gaps)} breaks, {len(sharp)} clicks")
    for gap in gaps:
        print(f"  {described(gap)}; {lateness.around(gap.at_s)}")
    for at_s in sharp:
        print(f"  a click at {at_s:.3f} s")
    return bool(gaps or sharp)


def described(gap: Break) -> str:
    """One break in words."""
    kinds = {True: f"{gap.slip} samples put in", False: f"{-gap.slip} samples lost"}
    what = kinds[gap.slip > 0] if gap.slip else "samples changed"
    return f"at {gap.at_s:.3f} s: {what}; whole again after {gap.length_s:.1f} s"


if __name__ == "__main__":
    main()
