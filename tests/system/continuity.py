"""Comparing what was heard with what was written, sample by sample; and finding clicks in either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 48000
Sound = NDArray[np.float32]
"""One channel."""

SAME = 1e-4
"""Two samples closer than this are the same."""
CHUNK, PROBE = 1 << 16, 1 << 13
REACH = 3 * RATE
"""How far what was heard may have slipped at one break."""
SEARCH = 30 * RATE
"""How much of what was heard is searched at once for the beginning of what was written."""
STEP = RATE // 10
SILENT = 1e-4
STRETCH = 512
SHARP_RATIO, SHARP_LEAST = 80.0, 0.004
"""A click is a third difference so many times the usual of its neighbourhood, and no smaller than this."""


@dataclass(frozen=True)
class Break:
    """Where what was heard is not what was written."""

    at_s: float
    """In what was written."""
    slip: int
    """Samples put in (above 0) or lost (below); 0 where some were only changed."""
    length_s: float
    """Until what was written is heard again."""


def breaks(heard: Sound, written: Sound) -> list[Break]:
    """Every place where the written sound was not heard as it is. Raises `ValueError` if it was never heard."""
    start = _begins(written) + STEP
    probe = written[start : start + PROBE]
    # In pieces: an hour at once would take as many gigabytes.
    tries = (_position(heard, probe, low, low + SEARCH) for low in range(0, len(heard), SEARCH))
    found = next((place for place in tries if place is not None), None)
    if found is None:
        raise ValueError("what was written is nowhere in what was heard")
    return list(_walk(heard, written, start, found - start))


def _begins(sound: Sound) -> int:
    """The first sample that is not silent; 0 if all are."""
    for start in range(0, len(sound), CHUNK):
        loud = np.abs(sound[start : start + CHUNK]) > SILENT
        if loud.any():
            return start + int(np.argmax(loud))
    return 0


def _walk(heard: Sound, written: Sound, at: int, offset: int) -> Iterator[Break]:
    end = min(len(written), len(heard) - offset)
    while at < end:
        size = min(CHUNK, end - at)
        apart = np.abs(heard[at + offset : at + offset + size] - written[at : at + size]) > SAME
        if not apart.any():
            at += size
            continue
        broken = at + int(np.argmax(apart))
        at, before = _resumed(heard, written, broken, offset), offset
        if at < len(written):
            found = _position(heard, written[at : at + PROBE], at + offset - REACH, at + offset + REACH)
            offset = offset if found is None else found - at
            end = min(len(written), len(heard) - offset)
        yield Break(broken / RATE, offset - before, (at - broken) / RATE)


def _resumed(heard: Sound, written: Sound, broken: int, offset: int) -> int:
    """The first place behind a break from which what was written is heard again; the end, if it never is."""
    for at in range(broken, len(written) - PROBE, STEP):
        probe = written[at : at + PROBE]
        near = at + offset - REACH, at + offset + REACH
        if np.abs(probe).max() > SILENT and _position(heard, probe, *near) is not None:
            return at
    return len(written)


def _position(heard: Sound, probe: Sound, low: int, high: int) -> int | None:
    """Where a piece is in a part of what was heard: where it differs least, if it is the same there."""
    low = max(low, 0)
    part = np.asarray(heard[low : high + len(probe)], np.float64)
    if len(part) < len(probe):
        return None
    size = 1 << (len(part) + len(probe)).bit_length()
    product = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(probe, size)), size)
    energy = np.concatenate([[0.0], np.cumsum(part**2)])
    places = len(part) - len(probe) + 1
    apart = energy[len(probe) : len(probe) + places] - energy[:places] - 2 * product[:places]
    at = int(np.argmin(apart))
    return low + at if np.abs(part[at : at + len(probe)] - probe).max() <= SAME else None


def clicks(sound: Sound) -> list[float]:
    """Seconds at which a sound jumps as no voice does: where samples are cut off, or blocks do not join."""
    found = []
    for start in range(0, len(sound) - 4, CHUNK):
        bends = np.abs(np.diff(np.asarray(sound[start : start + CHUNK + 3], np.float64), 3))
        whole = bends[: len(bends) // STRETCH * STRETCH].reshape(-1, STRETCH)
        usual = np.median(whole, axis=1, keepdims=True)
        sharp = (whole > SHARP_RATIO * usual) & (whole > SHARP_LEAST)
        rows = np.flatnonzero(sharp.any(axis=1))
        found += [(start + int(row) * STRETCH + int(np.argmax(sharp[row]))) / RATE for row in rows]
    return found
