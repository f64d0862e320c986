"""The thread that makes sound: messages in, blocks out, and nothing else in its way."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from audio.dsp.resample import Resampler
from audio.dsp.smooth import Ramp
from audio.messages import Bell, Hear, Level, Listen, Mix, Touched
from audio.mixdown import Mixdown, Source
from audio.output.none import TimeKeeper
from audio.output.output import Output, OutputLost
from audio.priority import ask_for_real_time
from worlds.said import said

LOG = logging.getLogger(__name__)
FADE_IN_BLOCKS = 4
"""How softly sound comes in on an output just opened: in 0.17 s, and as a square, for nothing may rise by 15 dB
within 30 ms."""


@dataclass(frozen=True)
class Coming:
    """Whether a world is being built that will be ordered soon."""

    soon: bool


Order = Hear | Touched | Level | Bell | Mix | Listen | Coming | tuple[Source | None, float] | Output
"""A message, word of a world to come, a world to fade over to, or a new output."""


class Pump(threading.Thread):
    """Renders block after block into the output, which sets the pace.

    Orders come through a deque, which needs no lock. If the output is lost, time goes on in silence until another
    is handed in. `beat` is called with each block.
    """

    def __init__(self, mixdown: Mixdown, output: Output, beat: Callable[[], None]) -> None:
        super().__init__(name="sound", daemon=True)
        self._mixdown, self._beat = mixdown, beat
        self.output = output
        self.lost = ""
        """Why the last output was lost."""
        self._orders: deque[Order] = deque()
        self._ending = threading.Event()
        self._block = np.zeros((2, mixdown.block), np.float32)
        self._resample: Resampler | None = None
        self._entrance = Ramp(0.0, mixdown.block)
        self._entered_ratio = 0.0
        self._set_output(output)

    @property
    def failed(self) -> bool:
        """Whether it ended without being asked to."""
        return self.ident is not None and not self.is_alive() and not self._ending.is_set()

    def order(self, order: Order) -> None:
        """Let something happen with the next block; from any thread."""
        self._orders.append(order)

    def end(self, within_s: float) -> None:
        """Stop after the present block and let go of the output."""
        self._ending.set()
        self.join(within_s)

    def run(self) -> None:
        """Until ended."""
        ask_for_real_time()
        while not self._ending.is_set():
            while self._orders:
                self._obey(self._orders.popleft())
            self._mixdown.render(self._block)
            self._write()
            self._beat()
        self.output.close()

    def _obey(self, order: Order) -> None:
        match order:
            case Output():
                self.output.close()
                self._set_output(order)
            case (source, fade_s):
                self._mixdown.play(source, fade_s)
            case Coming(soon):
                self._mixdown.expect(soon)
            case _:
                self._mixdown.take(order)

    def _set_output(self, output: Output) -> None:
        self.output = output
        same = output.sample_rate_hz == self._mixdown.sample_rate_hz
        rates = self._mixdown.sample_rate_hz, output.sample_rate_hz
        self._resample = None if same else Resampler(*rates, self._mixdown.block)
        self._entrance.value = self._entered_ratio = 0.0

    def _write(self) -> None:
        """Hand the block to the output, softly while it is new."""
        self._entered_ratio = min(1.0, self._entered_ratio + 1 / FADE_IN_BLOCKS)
        self._entrance.apply(self._block, self._entered_ratio**2)
        block = self._resample(self._block) if self._resample else self._block
        try:
            self.output.write(block)
        except OutputLost as loss:
            self.lost = loss.why
            LOG.warning(said("the sound was lost: {why}", why=loss.why))
            self.output.close()
            self._set_output(TimeKeeper(self._mixdown.sample_rate_hz))
