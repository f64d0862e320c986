"""What an output is: something that takes blocks of sound no faster than they can be heard."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

Block = NDArray[np.float32]

LATENCY_S = 0.16
"""Sound made ahead of what is heard: enough to ride out a busy machine; a touch still answers as one presses."""


class NoOutput(Exception):
    """Raised on opening when an output cannot be had; `why` says so to a person, as a `Said`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class OutputLost(NoOutput):
    """Raised by `write` when the device is gone or its server died."""


class Output(ABC):
    """An open way out. `write` is called by one thread only, and paces it."""

    name: str
    """"portaudio", "sdl", "file" or "none"."""
    device: str
    """What the system calls the device."""
    sample_rate_hz: int

    @abstractmethod
    def write(self, block: Block) -> None:
        """Take a block, shape (2, n), at `sample_rate_hz`; wait until there is room. Raises `OutputLost`."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the device; what was written and not yet heard may be lost. Never raises."""
