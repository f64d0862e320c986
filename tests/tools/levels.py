"""Does every world keep its level at every hour? `python -m tests.tools.levels worlds`, and `... levels packs`.

`worlds`: each built-in world at five hours with two seeds, ten minutes each as a visit hears them (its sun, weather
and breath), against the limits of `tests/audio/limits.py`: about five minutes of processor time.

`packs`: packs nobody would write: every voice alone, at its usual and at extreme numbers, pairs, and
scores, the same ten minutes each: half an hour. `--seed` draws others.

Prints a table; exit code 1 if anything missed a limit.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio import audition as hearing
from audio.engine import Engine
from audio.messages import Hear
from audio.mix.loudness import SILENCE_LUFS
from audio.mixdown import Mixdown
from audio.voice import BLOCK, SAMPLE_RATE_HZ
from game.signals.source import SignalSource
from tests.audio.limits import levels
from tests.audio.test_startle import PLAYED, extreme
from tests.audio.worlds import world
from worlds.catalogue import BUILTIN
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.world import World
from worlds.reading import read_world

HOURS, SEEDS, MINUTES = (0.0, 6.8, 12.5, 19.2, 23.5), (31, 32), 10.0
BEGUN_S = 2.0
"""Of each visit so much is left out: it fades in."""
NEED_A_FILE = {"recording"}
KNOCKS = {"drips", "shishi_odoshi"}
"""What only knocks on silence stays softer (docs/architecture.md, Onsets)."""


def visit(place: World, seed: int, hour: float, seconds: float) -> Iterator[NDArray[np.float32]]:
    """A world as it leaves the program, always the same array."""
    mixdown, signals = Mixdown(), SignalSource(place, seed, hour)
    mixdown.take(Hear(signals.at(0.0)))
    mixdown.play(Engine(place, seed), 1.0)
    out = np.zeros((2, BLOCK), np.float32)
    for index in range(round((BEGUN_S + seconds) * SAMPLE_RATE_HZ / BLOCK)):
        t_s = index * BLOCK / SAMPLE_RATE_HZ
        mixdown.take(Hear(signals.at(t_s)))
        mixdown.render(out)
        if t_s >= BEGUN_S:
            yield out


def tried(name: str, place: World, seed: int, hour: float, minutes: float, free: str = "") -> bool:
    """Measure and tell; whether it kept to all limits but the one it is free of."""
    found = levels(visit(place, seed, hour, minutes * 60.0), SAMPLE_RATE_HZ)
    silent = found.loudness_lufs < SILENCE_LUFS
    misses = [miss for miss in found.misses if miss != free and not silent]
    told = "silent" if silent else f"MISSES {', '.join(misses)}" if misses else ""
    print(f"{name:40s} {hour:4.1f} h  seed {seed:3d}  {found}  {told}".rstrip(), flush=True)
    return not misses


def worlds(names: list[str], hours: list[float], seeds: list[int], minutes: float) -> list[bool]:
    """The built-in worlds."""
    names = names or sorted(path.name for path in BUILTIN.iterdir() if (path / "world.toml").exists())
    return [
        tried(name, read_world(BUILTIN / name), seed, hour, minutes)
        for name, hour, seed in itertools.product(names, hours, seeds)
    ]


def packs(names: list[str], seed: int, minutes: float) -> list[bool]:
    """Packs nobody would write."""
    chance = np.random.default_rng(seed)
    kept = []
    for name, tables, hour in odd_packs(seed, chance):
        if not names or any(part in name for part in names):
            alone = tables.get("voice", [])
            free = "loudness" if len(alone) == 1 and alone[0]["kind"] in KNOCKS else ""
            kept.append(tried(name, world(**tables), seed, hour, minutes, free))
    return kept


def odd_packs(seed: int, chance: np.random.Generator) -> Iterator[tuple[str, dict[str, Any], float]]:
    """What it is, its tables, and the hour it is heard at."""
    sounding = sorted(hearing.kinds().keys() - PLAYED - NEED_A_FILE)
    for kind in sounding:
        first = hearing.auditions(kind)[0]
        yield f"{kind} as it is", {"voice": [{"kind": kind}]}, first.hour
        yield f"{kind} at extremes", {"voice": [extreme(kind, seed)]}, first.hour
    for _ in range(len(sounding)):
        pair = [str(kind) for kind in chance.choice(sounding, 2, replace=False)]
        hour = hearing.auditions(pair[int(chance.integers(2))])[0].hour
        wild = [extreme(kind, int(chance.integers(1000))) for kind in pair]
        apart = [{"kind": kind, "loudness_db": float(chance.uniform(-60.0, -36.0))} for kind in pair]
        yield f"{' and '.join(pair)}, any level", {"voice": apart}, hour
        yield f"{' and '.join(pair)} at extremes", {"voice": wild}, hour
    for kind in map(kind_of, models_in("worlds.format.voices", InstrumentModel)):
        yield f"a score of {kind}", {"score": {"chords": {"kind": kind}, "melody": {"kind": kind}}}, 12.5


def main() -> int:
    """Run one; 0 if all was kept."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", choices=["worlds", "packs"])
    parser.add_argument(
        "names", nargs="*", help="only these worlds, or packs with one of these words in their name"
    )
    parser.add_argument("--hours", type=float, nargs="+", default=HOURS)
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    given = parser.parse_args()
    if given.run == "worlds":
        kept = worlds(given.names, given.hours, given.seeds, given.minutes)
    else:
        kept = packs(given.names, given.seed, given.minutes)
    print(f"{len(kept) - sum(kept)} of {len(kept)} missed a limit")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
