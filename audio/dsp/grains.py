"""`Grains`: many short sounds made beforehand, each let go at a sample of its own."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

AHEAD = 256
"""Grains drawn at once: a call to a generator costs as much as the numbers it gives."""
FEW = 16
"""Grains at once made into numbers of Python's own, which take ten times the room."""
Packed = tuple[NDArray[np.int16], float]
"""A grain in half the memory, and what one step of it stands for."""
_LARGEST = 32767
_INAUDIBLE = 1e-7
"""Share of a grain's energy, -70 dB, that its end may be cut off with."""


class _Tape:
    """What is to be heard, of this block and the next ones, and how far it is written."""

    def __init__(self, block: int, longest: int) -> None:
        self.buffer = np.zeros(2 * block + longest, np.float32)
        self.head = self.buffer[: 2 * block].reshape(block, 2).T
        self.busy = 0

    def move_up(self) -> None:
        """What reaches past the block is what the next begins with."""
        buffer, length = self.buffer, self.head.size
        rest = max(self.busy - length, 0)
        # In pieces no longer than a block, so that no piece overlaps the one it is copied from.
        for start in range(0, rest, length):
            stop = min(start + length, rest)
            buffer[start:stop] = buffer[start + length : stop + length]
        buffer[rest : self.busy] = 0.0
        self.busy = rest


class Grains:
    """Adds grains of a bank into a buffer that reaches past the present block; those for later wait their turn.

    Left and right lie side by side, sample by sample: one grain is then one stretch, at half the cost of two.
    """

    def __init__(
        self, block: int, bank: Iterable[NDArray[np.floating]], longest: int = 0, beside: Grains | None = None
    ) -> None:
        """`bank` may be made as it is taken, so that no more than one grain stands in double precision.

        More may come by `fill`, even from another thread while this one sounds, of at most `longest` samples.
        `beside`: grains whose `add`, called before this one's, gives what both let go; for adding costs most.
        """
        self._block = block
        self._bank: list[tuple[NDArray[np.float32 | np.int16], NDArray[np.float32], int, float]] = []
        rows = [trimmed(grain) for grain in bank]
        most = max([2 * longest, *map(len, rows)])
        self._scaled = np.empty(most, np.float32)
        self._tape = _Tape(block, most)
        self._apart = beside is None
        if beside is not None:
            reach = max(len(beside._tape.buffer), len(self._tape.buffer)) - 2 * block
            self._tape = beside._tape = _Tape(block, reach)
        self._later: list[tuple[int, int, float]] = []
        self._throws: list[tuple[int, int, float, float]] = []
        self._places, self._sizes = np.zeros((2, AHEAD), np.intp), np.zeros((2, AHEAD))
        self._next, self._wait = AHEAD, -1.0
        for row in rows:
            self._add(row, 1.0)

    def __len__(self) -> int:
        """How many grains there are."""
        return len(self._bank)

    def fill(self, rows: Iterable[Packed]) -> None:
        """Add grains to the bank, as `packed` makes them."""
        for row, step in rows:
            self._add(row, step)

    def _add(self, row: NDArray[np.float32 | np.int16], step: float) -> None:
        self._bank.append((row, self._scaled[: len(row)], len(row), step))

    def let_go(self, start: int, which: int, gain: float) -> None:
        """Let one grain begin `start` samples into the next block, or into one that is to come.

        A grain that is not made yet begins as soon as it is.
        """
        if start >= self._block or which >= len(self._bank):
            self._later.append((max(start, self._block), which, gain))
            return
        grain, scaled, length, step = self._bank[which]
        np.multiply(grain, gain * step, out=scaled)
        begin = 2 * start if start > 0 else 0
        stop = begin + length
        tape = self._tape
        where = tape.buffer[begin:stop]
        where += scaled
        if stop > tape.busy:
            tape.busy = stop

    def scatter(self, chance: np.random.Generator, expected: float, gains: HeavyTail, level: float) -> None:
        """Let go about `expected` grains (Poisson; expect `AHEAD` at most) anywhere in the next block, of any
        strength."""
        if level <= 0.0:
            return
        if self._wait < 0.0:
            self._wait = float(chance.exponential())
        # The gaps of a Poisson process are exponential, counted in what is expected; and all is written as in
        # `let_go`, without a call for each grain: there may be fifty in a block.
        wait, throws, tape, bank = self._wait - min(expected, AHEAD), self._throws, self._tape, self._bank
        buffer, busy = tape.buffer, tape.busy
        while wait < 0.0:
            if not throws:
                throws = self._throws = self._few(chance, gains)
            start, index, strength, gap = throws.pop()
            wait += gap
            grain, scaled, length, step = bank[index]
            stop = start + length
            np.multiply(grain, strength * level * step, out=scaled)
            where = buffer[start:stop]
            where += scaled
            if stop > busy:
                busy = stop
        self._wait, tape.busy = wait, busy

    def _few(self, chance: np.random.Generator, gains: HeavyTail) -> list[tuple[int, int, float, float]]:
        """For the next few grains: place in the buffer, which, strength, and how long until the one after."""
        if self._next == AHEAD:
            self._next = 0
            self._places[0] = 2 * chance.integers(self._block, size=AHEAD)
            self._places[1] = chance.integers(len(self._bank), size=AHEAD)
            self._sizes[0] = gains.drawn(chance, AHEAD)
            chance.standard_exponential(out=self._sizes[1])
        part = slice(self._next, self._next + FEW)
        self._next += FEW
        (places, which), (strengths, gaps) = self._places[:, part].tolist(), self._sizes[:, part].tolist()
        return list(zip(places, which, strengths, gaps, strict=True))

    def add(self, out: NDArray[np.float32]) -> None:
        """Add the next block to `out`."""
        tape = self._tape
        if self._apart and tape.busy:
            out += tape.head
            tape.move_up()
        if self._later:
            waiting, self._later = self._later, []
            for start, which, gain in waiting:
                self.let_go(start - self._block, which, gain)


def trimmed(grain: NDArray[np.floating]) -> NDArray[np.float32]:
    """A grain, shape (2, samples), as one row of left and right by turns, without what dies away unheard."""
    left = np.cumsum((grain[:, ::-1] ** 2).sum(axis=0))[::-1]
    return np.ascontiguousarray(grain[:, left > _INAUDIBLE * left[0]].T, np.float32).reshape(-1)


def packed(grain: NDArray[np.floating]) -> Packed:
    """`trimmed`, in 16 bits of the grain's own peak: what is rounded off lies 98 dB below it. For long grains, of
    which few are let go: a multiplication takes half as long again."""
    row = trimmed(grain)
    step = max(float(np.abs(row).max(initial=0.0)), 1e-12) / _LARGEST
    return np.rint(row / step).astype(np.int16), step


class HeavyTail:
    """Strengths of which few are great: P(a > x) = x^-alpha from 1 up to `most`.

    Sources spread evenly over a plane, each heard as 1/distance, have alpha 2. Strengths are scaled so that
    the mean of their squares is 1.
    """

    def __init__(self, alpha: float, most: float) -> None:
        self._power = -1.0 / alpha
        self._most = most
        self._scale = 1.0 / np.sqrt(_mean_square(alpha, most))

    def draw(self, chance: np.random.Generator, count: int, level: float = 1.0) -> list[float]:
        """So many strengths times a level, at random."""
        return list((self.drawn(chance, count) * level).tolist())

    def drawn(self, chance: np.random.Generator, count: int) -> NDArray[np.float64]:
        """The same as an array, without a level."""
        strengths: NDArray[np.float64] = np.minimum((1.0 - chance.random(count)) ** self._power, self._most)
        strengths *= self._scale
        return strengths


def _mean_square(alpha: float, most: float) -> float:
    """Mean square of min(a, most) where a has the density alpha a^(-alpha-1) from 1 up."""
    if abs(alpha - 2.0) < 1e-6:
        return 1.0 + 2.0 * float(np.log(most))
    return (alpha - 2.0 * float(most ** (2.0 - alpha))) / (alpha - 2.0)
