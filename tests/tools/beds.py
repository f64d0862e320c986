"""Are a world's beds still themselves after mixing? `python -m tests.tools.beds --likeness PROGRAM [WORLD ...]`.

Every voice of a world that runs on by itself, and of whose kind there are recordings to compare with, is heard
alone through all the program does with it: its place, the world's space, levelling, guards and limiter. A minute of
it, at its hour, is given to a program that tells how near a sound file is to recordings of a class: `PROGRAM FILE
--rank` prints a line `CLASS distance D ratio R` for each class, the nearest first; a ratio of 1 is how far two
recordings of one class are apart. Such a program and its recordings are no part of this project.

A bed may be at most .8 from its class as the mean of its seeds, and its class must come first with most of them.
The seeds used when none are given are for judging alone: whoever tunes a voice does it with others. Prints a table;
exit code 1 if a bed missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audio.voice import SAMPLE_RATE_HZ
from tests.tools.levels import visit
from tests.tools.voice_clip import save
from worlds.catalogue import entries
from worlds.format.kinds import kind_of
from worlds.format.voice import VoiceModel
from worlds.format.world import World
from worlds.reading import read_world

SECONDS = 60.0
SEEDS = (9001, 9002, 9003, 9004, 9005)
MOST_RATIO = 0.8
NOON, NIGHT = 12.5, 22.5
RECORDED = {
    "crickets": ("crickets",),
    "hearth": ("fire",),
    "lapping": ("boat",),
    "leaves": ("wind-in-trees",),
    "rain": ("rain", "rain-on-surface"),
    "rain glass": ("rain-on-surface",),
    "rain leaves": ("rain", "rain-on-surface"),
    "rain roof": ("rain-on-surface", "rain"),
    "stream": ("river",),
    "surf": ("waves",),
    "underwater": ("underwater",),
    "waterfall": ("waterfall",),
    "wind": ("wind",),
    "wind gap": ("howling-wind",),
    "wind pines": ("wind-in-trees",),
}
"""Classes of recordings of a bed, any of which is right; what stands behind the kind is what it falls on, or blows
through, where that has a sound of its own."""
HOURS = {"crickets": NIGHT, "hearth": NIGHT, "surf": NIGHT}
"""Where it is not noon."""


@dataclass(frozen=True)
class Bed:
    """A voice of a world, and what it should be like."""

    world: str
    place: int
    """Which of the world's voices it is."""
    name: str
    classes: tuple[str, ...]

    @property
    def hour(self) -> float:
        """When it is heard."""
        return HOURS.get(self.name, NOON)


def beds_of(world: World) -> Iterator[Bed]:
    """Those of a world that can be compared."""
    for place, voice in enumerate(world.voice):
        name = name_of(voice)
        if name in RECORDED:
            yield Bed(world.world.id, place, name, RECORDED[name])


def name_of(voice: VoiceModel) -> str:
    """Its kind, and what it falls on or blows through."""
    kind = kind_of(type(voice))
    medium = getattr(voice, "through", getattr(voice, "on", ""))
    return kind if medium in ("", "open", "ground") else f"{kind} {medium}"


def alone(world: World, bed: Bed) -> World:
    """The world with nothing else in it."""
    return world.model_copy(update={"voice": [world.voice[bed.place]], "score": None, "touch": []})


def nearest(program: Path, sound: Path) -> list[tuple[str, float]]:
    """All classes and their ratios, the nearest first. Raises subprocess.CalledProcessError."""
    command = [sys.executable, str(program), str(sound), "--rank"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = [line.split() for line in told.splitlines() if " ratio " in line]
    return [(line[0], float(line[-1])) for line in words]


def likeness(program: Path, world: World, bed: Bed, seed: int) -> tuple[float, str]:
    """The ratio to the nearest right class, and the class that came first."""
    blocks = [block.copy() for block in visit(alone(world, bed), seed, bed.hour, SECONDS)]
    sound = np.concatenate(blocks, axis=1)[:, : round(SECONDS * SAMPLE_RATE_HZ)]
    with tempfile.TemporaryDirectory() as folder:
        save(Path(folder) / "bed.wav", sound)
        ranked = nearest(program, Path(folder) / "bed.wav")
    return min(ratio for name, ratio in ranked if name in bed.classes), ranked[0][0]


def kept(program: Path, world: World, bed: Bed, seeds: list[int]) -> bool:
    """Measure and tell; whether it is like enough."""
    found = [likeness(program, world, bed, seed) for seed in seeds]
    ratios, firsts = [ratio for ratio, _ in found], [first for _, first in found]
    right = sum(first in bed.classes for first in firsts)
    well = float(np.mean(ratios)) <= MOST_RATIO and 2 * right > len(seeds)
    others = ", ".join(sorted(set(firsts) - set(bed.classes)))
    each = " ".join(f"{ratio:.2f}" for ratio in ratios)
    told = (
        f"{bed.world:16s} {bed.name:12s} {np.mean(ratios):.2f}  ({each})  first {right} of {len(seeds)}  {others}"
    )
    print(told.rstrip() if well else f"{told}  MISSES", flush=True)
    return well


def main() -> int:
    """Measure all; 0 if all were like enough."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("worlds", nargs="*", help="only these")
    parser.add_argument("--likeness", type=Path, required=True, metavar="PROGRAM")
    parser.add_argument("--voices", nargs="+", default=list(RECORDED), help="only these")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    given = parser.parse_args()
    results = [
        kept(given.likeness, world, bed, given.seeds)
        for entry in entries()
        if not given.worlds or entry.id in given.worlds
        for world in [read_world(entry.folder)]
        for bed in beds_of(world)
        if bed.name in given.voices
    ]
    print(f"{len(results) - sum(results)} of {len(results)} missed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
