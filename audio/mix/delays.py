"""Delay lines: sound kept in a ring, and heard again later at several moments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audio.voice import Block


class Delays:
    """Lines of whole samples, all written at one place and read a delay of their own behind it.

    Every place a block can be written at has its views made once, and all lines are read by one call: slicing and
    calling cost as much as copying.
    """

    def __init__(self, taps: Sequence[tuple[int, int]], channels: int, block: int, fed_first: bool = False) -> None:
        """`taps` are (channel, delay in samples), one for each line that is read.

        `fed_first`: each block is written before it is read, as delays shorter than a block need it.
        """
        longest = max(delay for _, delay in taps) + (block if fed_first else 0)
        size = longest + -longest % block
        self._ring = np.zeros((channels, size), np.float32)
        self._read = np.empty((len(taps), block), np.float32)
        self._row = self._read.reshape(-1)
        starts = range(0, size, block)
        self._heads = [self._ring[:, start : start + block] for start in starts]
        self._stretches = [
            [part for tap in taps for part in self._behind(start, *tap, block=block)] for start in starts
        ]
        self._turn = 0

    @property
    def head(self) -> Block:
        """Where the present block is written to, shape (channels, block)."""
        return self._heads[self._turn]

    def read(self) -> Block:
        """What each line holds, shape (lines, block); the same array every time."""
        np.concatenate(self._stretches[self._turn], out=self._row)
        return self._read

    def move_on(self) -> None:
        """Go on to the next block."""
        self._turn = (self._turn + 1) % len(self._heads)

    def clear(self) -> None:
        """Forget what was written."""
        self._ring.fill(0.0)

    def _behind(self, write: int, channel: int, delay: int, block: int) -> list[Block]:
        """The one or two stretches of the ring that a line's block consists of."""
        size = self._ring.shape[1]
        start = (write - delay) % size
        first = min(block, size - start)
        parts = [self._ring[channel, start : start + first]]
        if first < block:
            parts.append(self._ring[channel, : block - first])
        return parts
