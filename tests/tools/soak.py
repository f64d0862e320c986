"""Long runs of the sound: `python -m tests.tools.soak day [WHAT] [--hours 24]`, and `... soak worlds`.

`day` renders every sample of so many hours of a world (an id) or of one voice (its name, as `render --voice` takes
it), as fast as the machine does, all signals at one half. Each hour it compares ten minutes with the first ten:
loudness, octave bands, offset, and that numbers are finite; and it tells memory. Nothing is skipped: a world takes
about half an hour of processor time for a day, a voice one to eight minutes.

`worlds` lets the audio process play another built-in world every second, without a device, for a minute, then kills
it: was it always the same process, is its memory flat, does another sound within 3 s, is none left at the end?
"""

from __future__ import annotations

import argparse
import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import welch

from audio import audition as hearing
from audio.engine import Engine
from audio.messages import Hear, Play
from audio.mix.loudness import Meter, gated_power, lufs
from audio.mixdown import Mixdown
from audio.process import Sound
from audio.solo import Solo, named
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Audition
from game.bench.picture import memory_mb
from worlds.catalogue import entries
from worlds.reading import read_world

BLOCK_S = BLOCK / SAMPLE_RATE_HZ
HOUR_S, WINDOW_S, SETTLE_S = 3600.0, 600.0, 240.0
CENTRES_HZ = 125.0 * 2.0 ** np.arange(7)
MOST_LU, MOST_BAND_DB, MOST_OFFSET, MOST_GROWN_MB = 2.5, 3.0, 1e-3, 4.0
BACK_WITHIN_S = 3.0


@dataclass
class Heard:
    """What ten minutes measured."""

    loudness_lufs: float
    bands_db: NDArray[np.float64]
    offset: float
    memory_mb: float


def blocks(what: str) -> Iterator[NDArray[np.float32]]:
    """A world, or a voice alone, as it leaves the program, without end; always the same array."""
    folders = {entry.id: entry.folder for entry in entries()}
    mixdown, out = Mixdown(), np.zeros((2, BLOCK), np.float32)
    mixdown.take(Hear(hearing.halfway(Audition())))
    source = Engine(read_world(folders[what]), 1) if what in folders else Solo(*named(what), 1)
    mixdown.play(source, 1.0)
    while True:
        mixdown.render(out)
        yield out


def measured(sound: Iterator[NDArray[np.float32]]) -> Heard:
    """Ten minutes. Raises ValueError for what is no number."""
    meter, powers, sums = Meter(SAMPLE_RATE_HZ, BLOCK), [], np.zeros(2)
    densities: list[NDArray[np.float64]] = []
    count = round(WINDOW_S / BLOCK_S)
    for block in itertools.islice(sound, count):
        if not np.isfinite(block).all():
            raise ValueError("something that is no number came out")
        powers.append(meter.power(block))
        sums += block.mean(axis=1)
        hz, density = welch(block.mean(axis=0), SAMPLE_RATE_HZ, nperseg=BLOCK)
        densities.append(density)
    mean = np.mean(densities, axis=0)
    bands = [mean[(hz >= centre / 1.41) & (hz < centre * 1.41)].mean() for centre in CENTRES_HZ]
    windows = np.array(powers[: len(powers) // 9 * 9]).reshape(-1, 9).mean(axis=1)
    level = lufs(gated_power(windows))
    return Heard(level, 10 * np.log10(np.array(bands) + 1e-20), float(np.abs(sums / count).max()), memory_mb())


def apart(first: Heard, later: Heard) -> str:
    """In what two stretches differ too much; empty if in nothing."""
    audible = first.bands_db > first.bands_db.max() - 30.0
    band_db = float(np.abs(later.bands_db - first.bands_db)[audible].max())
    wrong = {
        "loudness": abs(later.loudness_lufs - first.loudness_lufs) > MOST_LU,
        "spectrum": band_db > MOST_BAND_DB,
        "offset": later.offset > MOST_OFFSET,
        "memory": later.memory_mb - first.memory_mb > MOST_GROWN_MB,
    }
    return ", ".join(name for name, is_wrong in wrong.items() if is_wrong)


def day(what: str, hours: float) -> bool:
    """Render it all; whether every hour was as the first."""
    sound, well = blocks(what), True
    for _ in itertools.islice(sound, round(SETTLE_S / BLOCK_S)):
        pass
    first = measured(sound)
    tell(0.0, first, "")
    for hour in range(1, int(hours) + 1):
        for _ in itertools.islice(sound, round((HOUR_S - WINDOW_S) / BLOCK_S)):
            pass
        later = measured(sound)
        wrong = apart(first, later)
        tell(float(hour), later, wrong)
        well = well and not wrong
    return well


def tell(hour: float, heard: Heard, wrong: str) -> None:
    """One line."""
    bands = " ".join(f"{level:.1f}" for level in heard.bands_db)
    line = f"hour {hour:4.0f}  {heard.loudness_lufs:6.2f} LUFS  {bands} dB  offset {heard.offset:.1e}"
    print(f"{line}  {heard.memory_mb:.0f} MB  {wrong and 'APART: ' + wrong}", flush=True)


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
