"""Stillroom as it is, but with a copy kept of every sample given to PortAudio: runs in place of `game.cli`.

The audio process, being spawned, imports the main module again, so that the copy is taken where the sound is made.
The copy is a file `written-PID` of float32 pairs in the folder that the environment variable STILLROOM_COPY names,
one for each audio process; `times-PID` beside it holds, for each block, its samples, when it was there and when it
was taken (float64, seconds of the monotonic clock).
"""

from __future__ import annotations

import os
import struct
import time
from pathlib import Path

import numpy as np

from audio.output import search
from audio.output.output import Block
from audio.output.portaudio import PortAudio
from game.cli import main

COPY = "STILLROOM_COPY"


class Overheard(PortAudio):
    """PortAudio, overheard."""

    def __init__(self) -> None:
        super().__init__()
        folder = Path(os.environ[COPY])
        self._copy = (folder / f"written-{os.getpid()}").open("ab", buffering=0)
        self._times = (folder / f"times-{os.getpid()}").open("ab", buffering=0)

    def write(self, block: Block) -> None:
        """Give it to the device first: what is kept must not make it wait."""
        there_s = time.monotonic()
        super().write(block)
        self._times.write(struct.pack("<3d", block.shape[1], there_s, time.monotonic()))
        self._copy.write(np.ascontiguousarray(block.T).tobytes())


if __name__ in ("__main__", "__mp_main__"):  # the latter in the audio process; whoever imports it overhears nothing
    search.WAYS = {**search.WAYS, "portaudio": Overheard}

if __name__ == "__main__":
    raise SystemExit(main())
