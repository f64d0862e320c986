"""A day of sound, every sample of it: `python -m tests.tools.soak day`.

The first and the last ten minutes are heard with all signals at one half; in between a day goes by with its sun,
weather and breath, touches and bells. Then the last minutes are held against the first ones:

- phase: a soft pure tone is added to a world's voices (`WITNESS`) and goes the way of all sound; where in its turn
  it is after a day is compared with what whole numbers say. One sample lost or made twice would show, and so would
  an oscillator that drifts. Of the voice `tone` its own two tones are looked at.
- spectrum: each third octave, and how alike the ears are in it, may differ by no more than ordinary minutes do.
- level, offset, samples, memory.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio import audition as hearing
from audio.engine import Engine
from audio.messages import Bell, Hear, Touched
from audio.mix.loudness import Meter, gated_power, lufs
from audio.mixdown import Mixdown
from audio.solo import Solo, named
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Audition
from game.bench.picture import memory_mb
from game.signals.source import SignalSource
from tests.audio.minutes import MINUTE, THIRDS_HZ, Minute, minute
from worlds.catalogue import entries
from worlds.format.world import World
from worlds.reading import read_world

BLOCK_S = BLOCK / SAMPLE_RATE_HZ
HOUR = round(3600.0 / BLOCK_S)
SETTLE, MINUTES = 4 * MINUTE, 10
"""Blocks before each of the two stretches in which everything comes to rest, and minutes in a stretch."""
STILL = SETTLE + MINUTES * MINUTE
WITNESS = {"kind": "tone", "beats": "isochronic", "carrier_hz": 1000.0, "rate_hz": 0.5, "depth_ratio": 0.0}
WITNESS_DB = -50.0
TONES: dict[str, Sequence[tuple[int, float]]] = {"tone": ((0, 197.0), (1, 203.0))}
"""Of a voice alone, what its pure tones are: ear and hertz."""
TOUCH_S, BELL_S = 23.0, 1800.0
ORDINARY, LEAST_DB, LEAST_ALIKE = 1.5, 1.0, 0.1
"""Minutes a day apart may differ by so many times what the first ten range over, and by so much besides."""
MOST_LU, MOST_OFFSET, MOST_GROWN_MB = 2.5, 1e-3, 4.0
SURE, LEAST_RAD = 4.0, 1e-3
"""Phases may differ by so many times what they scatter from minute to minute, and by so much besides."""


class Day:
    """A world or a voice alone, block after block."""

    def __init__(self, what: str, hours: float) -> None:
        """Raises LookupError if nothing is called so, ValueError for less than an hour."""
        if hours < 1.0:
            raise ValueError("a day of less than an hour has no room for both stretches")
        self.count = round(hours * HOUR)
        self.at = 0
        """Blocks made so far."""
        self._mixdown, self._out = Mixdown(), np.zeros((2, BLOCK), np.float32)
        folders = {entry.id: entry.folder for entry in entries()}
        self._still = hearing.halfway(Audition())
        self._mixdown.take(Hear(self._still))
        self._source: SignalSource | None = None
        if what not in folders:
            self.tones = TONES.get(what, ())
            self._mixdown.play(Solo(*named(what), 1), 1.0)
            return
        self.tones = [(ear, WITNESS["carrier_hz"]) for ear in (0, 1)]
        world = witnessed(read_world(folders[what]))
        self._source = SignalSource(world, 1, self._still.hour)
        self._mixdown.play(Engine(world, 1), 1.0)

    def blocks(self, count: int) -> Iterator[NDArray[np.float32]]:
        """The next blocks, always the same array."""
        for _ in range(count):
            self._happen()
            self._mixdown.render(self._out)
            self.at += 1
            yield self._out

    def _happen(self) -> None:
        """What is heard by the world with the next block."""
        if self._source is None:
            return
        lively = STILL <= self.at < self.count - STILL
        self._mixdown.take(Hear(self._source.at(self.at * BLOCK_S) if lively else self._still))
        if lively and self.at < self.count - 2 * STILL:
            if self.at % round(TOUCH_S / BLOCK_S) == 0:
                self._mixdown.take(Touched("press", 0.5, self.at % 101 / 101, 0.7))
            if self.at % round(BELL_S / BLOCK_S) == 0:
                self._mixdown.take(Bell(0.5))


def witnessed(world: World) -> World:
    """The same world with a soft pure tone among its voices."""
    tables = world.model_dump(by_alias=True, exclude_unset=True)
    tables["voice"] = [*tables.get("voice", []), {**WITNESS, "loudness_db": WITNESS_DB}]
    return World.model_validate(tables)


@dataclass
class Compared:
    """The last minutes against the first."""

    level_lu: float
    thirds_db: float
    """The largest difference of a third octave, beyond what is ordinary."""
    third_hz: float
    alike: float
    """The same of how alike the ears are."""
    drift_rad: float
    scatter_rad: float
    """Of one minute's phase."""
    offset: float

    @property
    def wrong(self) -> list[str]:
        """In what they differ too much."""
        apart = {
            "level": abs(self.level_lu) > MOST_LU,
            "spectrum": self.thirds_db > LEAST_DB,
            "ears": self.alike > LEAST_ALIKE,
            "phase": abs(self.drift_rad) > SURE * self.scatter_rad + LEAST_RAD,
            "offset": self.offset > MOST_OFFSET,
        }
        return [name for name, is_apart in apart.items() if is_apart]


def compared(first: Sequence[Minute], last: Sequence[Minute]) -> Compared:
    """What the ten minutes of both stretches tell."""
    thirds = beyond([one.thirds_db for one in first], [one.thirds_db for one in last])
    alike = beyond([one.alike for one in first], [one.alike for one in last])
    drift, scatter = drifted([one.phases for one in first], [one.phases for one in last])
    level = np.median([one.loudness_lufs for one in last]) - np.median([one.loudness_lufs for one in first])
    worst = int(np.argmax(thirds))
    offset = max(one.offset for one in last)
    return Compared(
        float(level), float(thirds[worst]), THIRDS_HZ[worst], float(alike.max()), drift, scatter, offset
    )


def beyond(first: list[NDArray[np.float64]], last: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """By how much each number's last minute, and its middle of the last ten, lie further from the first than
    ordinary minutes lie from each other."""
    ordinary = ORDINARY * np.ptp(first, axis=0)
    apart: NDArray[np.float64] = np.maximum(
        np.abs(last[-1] - first[0]), np.abs(np.median(last, axis=0) - np.median(first, axis=0))
    )
    return apart - ordinary


def drifted(first: list[NDArray[np.float64]], last: list[NDArray[np.float64]]) -> tuple[float, float]:
    """By how much the tone that drifted most did, and by how much single minutes scatter, in radians."""
    if not len(first[0]):
        return 0.0, 0.0
    turns = np.exp(1j * np.array([*first, *last]))
    means = [turns[: len(first)].mean(axis=0), turns[len(first) :].mean(axis=0)]
    drifts = np.angle(means[1] / means[0])
    around = np.concatenate([np.angle(part / mean) for part, mean in zip(np.split(turns, 2), means, strict=True)])
    return float(drifts[np.argmax(np.abs(drifts))]), float(around.std())


def day(what: str, hours: float) -> bool:
    """Render it all; whether it ended as it began."""
    sound = Day(what, hours)
    for _ in sound.blocks(SETTLE):
        pass
    first = stretch(sound)
    begun_mb, well = memory_mb(), True
    print(f"{what}: first minute {first[0].loudness_lufs:.2f} LUFS, {begun_mb:.0f} MB", flush=True)
    while sound.at < sound.count - STILL:
        well &= hour_told(sound, min(HOUR - sound.at % HOUR, sound.count - STILL - sound.at), begun_mb)
    for _ in sound.blocks(SETTLE):
        pass
    found = compared(first, stretch(sound))
    grown_mb = memory_mb() - begun_mb
    wrong = [*found.wrong, *(["memory"] if grown_mb > MOST_GROWN_MB else [])]
    tell(sound, found, grown_mb, wrong)
    return well and not wrong


def stretch(sound: Day) -> list[Minute]:
    """Ten minutes, each by itself."""
    return [minute(sound.blocks(MINUTE), sound.at * BLOCK, sound.tones) for _ in range(MINUTES)]


def hour_told(sound: Day, count: int, begun_mb: float) -> bool:
    """Render the rest of an hour and tell it; whether all was well."""
    meter, powers, sums = Meter(SAMPLE_RATE_HZ, BLOCK), np.zeros(count), np.zeros(2)
    for index, block in enumerate(sound.blocks(count)):
        powers[index] = meter.power(block)
        sums += block.mean(axis=1)
    level = lufs(gated_power(powers))
    offset, grown_mb = float(np.abs(sums / count).max()), memory_mb() - begun_mb
    good = bool(np.isfinite(powers).all()) and offset < MOST_OFFSET and grown_mb < MOST_GROWN_MB
    line = f"hour {sound.at / HOUR:5.2f}  {level:6.2f} LUFS  offset {offset:.1e}  {memory_mb():.0f} MB"
    print(line + ("" if good else "  APART"), flush=True)
    return good


def tell(sound: Day, found: Compared, grown_mb: float, wrong: list[str]) -> None:
    """The last lines."""
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sound.at} blocks, {sound.at * BLOCK} samples, all of them numbers")
    print(f"level {found.level_lu:+.2f} LU, offset {found.offset:.1e}")
    print(f"spectrum: {found.third_hz:.0f} Hz is furthest, {found.thirds_db:+.2f} dB beyond what minutes differ by")
    print(f"ears: {found.alike:+.2f} beyond what minutes differ by")
    if sound.tones:
        samples = found.drift_rad / (2 * np.pi * max(hz for _, hz in sound.tones)) * SAMPLE_RATE_HZ
        print(
            f"phase: {found.drift_rad:+.2e} rad ({samples:+.4f} samples), minutes scatter {found.scatter_rad:.1e}"
        )
    print(f"memory: grown by {grown_mb:.1f} MB, at most {peak_mb:.0f} MB")
    print("APART: " + ", ".join(wrong) if wrong else "the last minutes are as the first")
