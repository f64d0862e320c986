"""The output that was asked for by name: a sound file that grows as the world is heard."""

from __future__ import annotations

import itertools
import struct
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio.output.none import TimeKeeper
from audio.output.output import Block, NoOutput, Output, OutputLost
from worlds.said import said

FRAME_BYTES = 4
MOST_FRAMES = (2**32 - 1 - 36) // FRAME_BYTES
"""What the sizes in a header can tell: six hours."""


class File(Output):
    """A WAV file, 16 bits in stereo, written at the pace of hearing. Raises `NoOutput` if it cannot be made.

    While it grows it is called NAME.wav.part, and is a whole file at every moment: sizes are written after what
    they count. `close` gives it its name. What is there already is never written over; the next is "NAME 2.wav".
    """

    name = "file"
    sample_rate_hz = 48000

    def __init__(
        self,
        path: Path,
        now: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pace = TimeKeeper(self.sample_rate_hz, now, wait)
        self._frames = 0
        self._samples: NDArray[np.int16] = np.empty((0, 2), "<i2")
        try:
            self._path, self._part = _unused(path)
            # Unbuffered, so that a process that is killed leaves all that was written.
            self._file = self._part.open("xb", buffering=0)
            self._file.write(_header(self.sample_rate_hz, 0))
        except OSError as error:
            why = error.strerror or error
            raise NoOutput(said("{path} cannot be written ({why})", path=path, why=why)) from error
        self.device = str(self._path)

    def write(self, block: Block) -> None:
        """Write a block when the one before would have been heard. Raises `OutputLost` if disk or file are full."""
        self._pace.write(block)
        if self._frames + block.shape[1] > MOST_FRAMES:
            raise OutputLost(said("{path} is as long as a WAV file can be", path=self._path))
        if len(self._samples) != block.shape[1]:
            self._samples = np.empty((block.shape[1], 2), "<i2")
        self._samples[...] = np.rint(np.clip(block.T, -1.0, 1.0) * 32767.0)
        try:
            self._append(self._samples.data.cast("B"))
        except OSError as error:
            why = said("{path} cannot be written any further ({why})", path=self._path, why=error.strerror or error)
            raise OutputLost(why) from error
        self._frames += block.shape[1]

    def _append(self, data: memoryview) -> None:
        """Add data, then tell its size."""
        frames = self._frames + len(data) // FRAME_BYTES
        self._file.seek(44 + self._frames * FRAME_BYTES)
        while data:
            data = data[self._file.write(data) :]
        self._file.seek(0)
        self._file.write(_header(self.sample_rate_hz, frames))

    def close(self) -> None:
        """Give the file its name; one in which nothing was written goes."""
        try:
            self._file.close()
            if self._frames:
                self._part.replace(self._path)
            else:
                self._part.unlink()
        except OSError:
            return


def _unused(path: Path) -> tuple[Path, Path]:
    """The first of NAME.wav, "NAME 2.wav", ... that is not there, and what it is called while it grows."""
    for number in itertools.count(2):
        part = path.with_name(path.name + ".part")
        if not path.exists() and not part.exists():
            break
        stem = path.stem.removesuffix(f" {number - 1}")
        path = path.with_name(f"{stem} {number}{path.suffix}")
    return path, part


def _header(sample_rate_hz: int, frames: int) -> bytes:
    """The 44 bytes before the samples (Microsoft and IBM, Multimedia Programming Interface 1.0, 1991)."""
    size = frames * FRAME_BYTES
    riff = struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE")
    per_s = sample_rate_hz * FRAME_BYTES
    kind = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, sample_rate_hz, per_s, FRAME_BYTES, 16)
    return riff + kind + struct.pack("<4sI", b"data", size)
