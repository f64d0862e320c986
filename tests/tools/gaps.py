"""Is there a gap or a click in the sound while the window runs? `python -m tests.tools.gaps --minutes 60`

A null sound card, a screen of its own, the real window on it, a restless visitor: what the card was given is
compared, sample by sample, with what it swallowed. Needs the packages named in `tests/system/null_sound_card.py`,
Xvfb and xdotool, and 1.4 GB on the disk for an hour. Ends with one paragraph that tells all: breaks of our own (our
block was not there in time) and of the card's, clicks, and what both processes held at the beginning, in the middle
and at the end. Exit code 1 if there was a break or a click; what was played until then is compared even if the
window ends by itself.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from audio.voice import BLOCK
from game.bench.picture import memory_mb
from tests.system.continuity import RATE, Break, Sound, breaks, clicks
from tests.system.null_sound_card import NullSoundCard
from tests.system.screen import Playing, playing, virtual_screen
from tests.tools.overheard import COPY
from worlds.catalogue import entries

SIZE_PX = (1280, 720)
CHANNELS = ("left", "right")
MOST_SAID, MOST_LISTED = 400, 20
"""Letters of an error, and breaks and clicks of a channel, that are told; all are counted."""
EVERY_S = 60.0
"""How often the world is changed and memory looked at."""
WORLDS = ("dusk_lake", "deep_blue", "lantern_river")
"""Worlds that digit keys reach, without fire and dry leaves: what crackles or rustles is found to click."""


@dataclass(frozen=True)
class Memory:
    """What the two processes hold at one time, in MB of their resident sets."""

    at_s: float
    picture_mb: float
    sound_mb: float


@dataclass
class Told:
    """What was heard, over both channels."""

    length_s: float = 0.0
    ours: int = 0
    """Breaks because our block was not there in time."""
    others: int = 0
    clicks: int = 0
    longest_ms: float = 0.0
    """The longest that our block took to be there after the card had taken the one before."""
    processes: int = 1

    @property
    def whole(self) -> bool:
        """Whether nothing was wrong."""
        return self.processes == 1 and not self.ours + self.others + self.clicks


def main() -> None:
    """Play, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--world", default="dusk_lake", help="the first; each minute another of `WORLDS` is played")
    parser.add_argument("--fps", default="30")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="gaps-") as folder:
        memory, ended = play(Path(folder), arguments.minutes * 60.0, arguments.world, arguments.fps)
        sound = compared(Path(folder))
    print(paragraph(sound, memory, ended))
    raise SystemExit(0 if sound.whole and not ended else 1)


def paragraph(sound: Told, memory: list[Memory], ended: str) -> str:
    """All of it in a few sentences."""
    load = " ".join(f"{load:.1f}" for load in os.getloadavg())
    first, middle, last = memory[0], memory[len(memory) // 2], memory[-1]
    held = [f"{one.picture_mb:.0f} and {one.sound_mb:.0f} MB at {one.at_s:.0f} s" for one in (first, middle, last)]
    return (
        f"{'Whole' if sound.whole and not ended else 'NOT WHOLE'}: {sound.length_s / 60.0:.1f} minutes compared"
        f" sample by sample, {sound.ours} breaks of our own, {sound.others} of the card's, {sound.clicks} clicks;"
        f" {sound.processes} audio process(es); our block was there {sound.longest_ms:.0f} ms after the card had"
        f" taken the one before, at most (a block lasts {BLOCK / RATE * 1000:.0f} ms). Picture and sound held"
        f" {', '.join(held)}. Load of the machine over 1, 5 and 15 minutes: {load}.{ended and ' ' + ended}"
    )


def play(folder: Path, seconds: float, world: str, fps: str) -> tuple[list[Memory], str]:
    """Play for so long; leaves `heard` and `written-PID` in the folder. Returns what the processes held, and in a
    sentence how it ended early, if it did."""
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
                return visited(running, seconds)
    finally:
        recorder.stop()
        card.kill()


def visited(running: Playing, seconds: float) -> tuple[list[Memory], str]:
    """A visitor who touches and draws all over the picture, now and then goes to another world, and leaves."""
    chance, begun_s = random.Random(1), time.monotonic()
    memory = [memory_of(running.process.pid, 0.0)]
    try:
        while (now_s := time.monotonic() - begun_s) < seconds:
            # On a machine with too much to do a touch may miss; the sound may not.
            with suppress(subprocess.SubprocessError):
                touch(running, chance)
            running.wait_for("frames")
            if now_s >= len(memory) * EVERY_S:
                memory.append(memory_of(running.process.pid, now_s))
                running.do("key", key_of(WORLDS[len(memory) % len(WORLDS)]))
        memory.append(memory_of(running.process.pid, now_s))
        leave(running)
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        return memory, f"It ended after {time.monotonic() - begun_s:.0f} s: {str(error)[:MOST_SAID]}"
    return memory, ""


def leave(running: Playing) -> None:
    """Escape closes what random touches may have opened before it leaves: it is pressed until it does."""
    running.do("key", "Escape")
    while (event := running.next())["event"] != "left":
        if event["event"] == "frames":
            running.do("key", "Escape")


def key_of(world: str) -> str:
    """The key that goes to a built-in world."""
    return str([entry.id for entry in entries()].index(world) + 1)


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


def compared(folder: Path) -> Told:
    """Compare both channels and list what is wrong."""
    copies = sorted(folder.glob("written-*"))
    if len(copies) != 1:
        return Told(processes=len(copies))
    heard, written = (np.memmap(path, np.float32, "r") for path in (folder / "card" / "heard", copies[0]))
    lateness = Lateness(np.fromfile(folder / copies[0].name.replace("written", "times")).reshape(-1, 3))
    sound = Told(longest_ms=lateness.longest_ms)
    for channel, name in enumerate(CHANNELS):
        ours = whole(written[channel::2])
        listen(sound, name, heard[channel : len(heard) // 2 * 2 : 2], ours, lateness)
    return sound


class Lateness:
    """Whose fault a break is: how long our blocks and how long the card took around a moment."""

    def __init__(self, times: NDArray[np.float64]) -> None:
        samples, there_s, taken_s = times.T
        self._at_s = np.cumsum(samples) / RATE
        self.made_s = np.concatenate([[0.0], there_s[1:] - taken_s[:-1]])
        """From the card's taking one block to the next being there."""
        self.taken_s = taken_s - there_s

    @property
    def longest_ms(self) -> float:
        """The longest of all waits for a block of ours; the first comes when it comes."""
        return 1000.0 * float(self.made_s[1:].max(initial=0.0))

    def is_ours(self, at_s: float) -> bool:
        """Whether around a moment of what was written a block of ours took longer than a block lasts."""
        near = (self._at_s > at_s - 1.0) & (self._at_s < at_s + 0.1)
        return float(self.made_s[near].max(initial=0.0)) > BLOCK / RATE

    def around(self, at_s: float) -> str:
        """What took longest in the second before a moment of what was written."""
        near = (self._at_s > at_s - 1.0) & (self._at_s < at_s + 0.1)
        ours_ms, card_ms = (1000 * float(part[near].max(initial=0.0)) for part in (self.made_s, self.taken_s))
        return f"longest wait for our block {ours_ms:.0f} ms, for the card {card_ms:.0f} ms"


def whole(written: Sound) -> Sound:
    """Without its end: what was still on its way when the device was closed is lost, after the fade."""
    return written[: -RATE // 2]


def listen(sound: Told, name: str, heard: Sound, written: Sound, lateness: Lateness) -> None:
    """Count and list what is wrong with one channel."""
    gaps, sharp = breaks(heard, written), clicks(written)
    ours = sum(lateness.is_ours(gap.at_s) for gap in gaps)
    sound.length_s = len(written) / RATE
    # Both channels break together: the worse of them counts.
    sound.ours, sound.others = max(sound.ours, ours), max(sound.others, len(gaps) - ours)
    sound.clicks = max(sound.clicks, len(sharp))
    print(f"{name}: {len(gaps)} breaks, {len(sharp)} clicks in {sound.length_s:.1f} s")
    for gap in gaps[:MOST_LISTED]:
        print(f"  {described(gap)}; {lateness.around(gap.at_s)}")
    for at_s in sharp[:MOST_LISTED]:
        print(f"  a click at {at_s:.3f} s")


def described(gap: Break) -> str:
    """One break in words."""
    kinds = {True: f"{gap.slip} samples put in", False: f"{-gap.slip} samples lost"}
    what = kinds[gap.slip > 0] if gap.slip else "samples changed"
    return f"at {gap.at_s:.3f} s: {what}; whole again after {gap.length_s:.1f} s"


if __name__ == "__main__":
    main()
