"""From world to world for an hour: `python -m tests.tools.wander [--minutes 60] [--every 20] [--size 640x360]`

The real window on a screen of its own (Xvfb, xdotool), another world every so many seconds, round and round. Tells
what the picture's and the sound's process held as time went by, how much they grew from the second round on, in MB
an hour, and how long the longest frame was while a world was on its way, beside the longest of quiet seconds.
Exit code 1 if memory grew by more than a megabyte an hour, or if a frame of a change took longer than twice the
usual one. Frames are only worth believing on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from game.bench.picture import memory_mb
from tests.system.screen import Playing, playing, virtual_screen
from worlds.catalogue import entries

SETTLED_S = 8.0
"""So long after a world has come, seconds count as quiet."""
MOST_GROWN_MB, MOST_LONGER = 1.0, 2.0


@dataclass
class Wander:
    """What was seen on the way."""

    round_s: float
    at_s: list[float] = field(default_factory=list)
    picture_mb: list[float] = field(default_factory=list)
    sound_mb: list[float] = field(default_factory=list)
    changing_ms: dict[str, list[float]] = field(default_factory=dict)
    """By the world that came: the longest frame of each second on the way to it."""
    quiet_ms: dict[str, list[float]] = field(default_factory=dict)
    frame_ms: dict[str, list[float]] = field(default_factory=dict)

    def grown_mb(self, held_mb: list[float]) -> float:
        """MB an hour, by a straight line through all but the first round, whose worlds are new to it."""
        at_s, held = np.array(self.at_s), np.array(held_mb)
        later = at_s > self.round_s
        return float(np.polyfit(at_s[later] / 3600.0, held[later], 1)[0]) if later.sum() > 3 else 0.0

    def longer(self, world: str) -> float:
        """The longest frame on the way to a world, in quiet seconds' longest frames there."""
        return max(self.changing_ms[world]) / median(self.quiet_ms[world])


def main() -> None:
    """Wander and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--every", type=float, default=20.0, metavar="S")
    parser.add_argument("--size", default="640x360")
    parser.add_argument("--fps", default="30")
    given = parser.parse_args()
    play = "play", "--size", given.size, "--fps", given.fps
    with (
        TemporaryDirectory(prefix="wander-") as home,
        virtual_screen(given.size) as display,
        playing(display, Path(home), *play) as running,
    ):
        seen = wandered(running, given.minutes * 60.0, given.every)
    raise SystemExit(0 if told(seen) else 1)


def wandered(running: Playing, seconds: float, every_s: float) -> Wander:
    """Go on to the next world again and again."""
    seen = Wander(round_s=every_s * len(entries()))
    here = running.wait_for("world")
    begun_s = now_s = here["at_s"]
    while now_s < begun_s + seconds:
        running.do("key", "Right")
        here = arrived(running, seen)
        until_s = now_s + every_s
        while now_s < until_s:
            event = running.wait_for("frames")
            now_s = event["at_s"]
            if now_s > here["at_s"] + SETTLED_S:
                seen.quiet_ms.setdefault(here["id"], []).append(event["longest_ms"])
                seen.frame_ms.setdefault(here["id"], []).append(1000.0 / event["count"])
        look(running, seen, now_s - begun_s)
    running.do("key", "Escape", "key", "Escape")
    running.wait_for("left")
    return seen


def arrived(running: Playing, seen: Wander) -> dict[str, Any]:
    """The event of a world that has come; what its coming took of frames is kept."""
    first = len(running.events)
    here = running.wait_for("world")
    on_the_way = [event["longest_ms"] for event in running.events[first:] if event["event"] == "frames"]
    seen.changing_ms.setdefault(here["id"], []).extend([*on_the_way, running.wait_for("frames")["longest_ms"]])
    return here


def look(running: Playing, seen: Wander, at_s: float) -> None:
    """What both processes hold now."""
    pid = running.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    seen.at_s.append(at_s)
    seen.picture_mb.append(memory_mb(pid))
    seen.sound_mb.append(max((memory_mb(int(child)) for child in children), default=0.0))
    del running.events[:-50]


def told(seen: Wander) -> bool:
    """Print it all; whether it kept its promises."""
    for world in sorted(seen.quiet_ms):
        print(
            f"{world:16s} a frame every {median(seen.frame_ms[world]):5.1f} ms, the longest of a quiet second"
            f" {median(seen.quiet_ms[world]):5.1f} ms, while it came {max(seen.changing_ms[world]):6.1f} ms"
            f" ({seen.longer(world):.1f} x)"
        )
    for step in range(0, len(seen.at_s), max(len(seen.at_s) // 12, 1)):
        held = f"{seen.picture_mb[step]:.0f} and {seen.sound_mb[step]:.0f} MB"
        print(f"{seen.at_s[step] / 60:5.1f} min: picture and sound held {held}")
    grown = seen.grown_mb(seen.picture_mb), seen.grown_mb(seen.sound_mb)
    print(f"grown by {grown[0]:+.2f} (picture) and {grown[1]:+.2f} (sound) MB an hour after the first round")
    return max(grown) < MOST_GROWN_MB and all(seen.longer(world) <= MOST_LONGER for world in seen.quiet_ms)


if __name__ == "__main__":
    main()
