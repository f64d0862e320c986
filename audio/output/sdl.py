"""The second output: the SDL mixer of pygame, which brings its own library and needs no system package."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from audio.output.output import Block, NoOutput, Output, OutputLost
from worlds.said import said

CHUNK = 8192
"""Samples handed over at once: one sounds and one waits, so 0.3 to 0.4 s are made ahead. It is Python in pygame
that starts the next; a chunk of half this length was missed beside a busy machine."""
DEVICE_BUFFER = 4096
"""Samples the device asks for at once; a chunk holds a whole number of them. SDL keeps no more than that ahead of a
PulseAudio server: beside six busy processes on two cores 1024 left 17 to 60 gaps in 12 s, and this none."""
STALLED_S = 1.5
"""A chunk that does not end in this time (it lasts 0.17 s) means that nobody is listening any more."""


class Sdl(Output):
    """The system's default device through SDL. Raises `NoOutput` if there is none."""

    name = "sdl"
    sample_rate_hz = 48000

    def __init__(
        self, now: Callable[[], float] = time.monotonic, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._now, self._wait = now, wait
        self._pygame = _opened(self.sample_rate_hz)
        self.device = _driver()
        self._channel = self._pygame.mixer.Channel(0)
        self._chunk = np.zeros((CHUNK, 2), np.float32)
        self._filled = 0

    def write(self, block: Block) -> None:
        """Gather blocks into chunks and queue each as the one before begins to sound."""
        done = 0
        while done < block.shape[1]:
            count = min(CHUNK - self._filled, block.shape[1] - done)
            self._chunk[self._filled : self._filled + count] = block[:, done : done + count].T
            self._filled += count
            done += count
            if self._filled == CHUNK:
                self._queue()

    def _queue(self) -> None:
        limit_s = self._now() + STALLED_S
        while self._channel.get_queue() is not None:
            self._refuse_if_gone(limit_s)
            self._wait(0.004)
        self._channel.queue(self._pygame.mixer.Sound(buffer=self._chunk))
        self._filled = 0

    def _refuse_if_gone(self, limit_s: float) -> None:
        """SDL goes on silently when its server dies; it only posts an event."""
        if self._pygame.event.get(self._pygame.AUDIODEVICEREMOVED):
            raise OutputLost(said("the sound device is gone"))
        if self._now() > limit_s:
            raise OutputLost(said("the sound device takes no more sound"))

    def close(self) -> None:
        """Close the mixer; opening it again searches for devices anew."""
        self._pygame.mixer.quit()


def _opened(rate_hz: int) -> Any:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Events need a video system; the dummy one needs no screen. This process shows nothing.
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    try:
        import pygame
    except ImportError as error:
        raise NoOutput(said("pygame is missing ({why})", why=error)) from error
    try:
        pygame.display.init()
        # Size 32 is float, and no other form is allowed: SDL converts by itself what a device does not take.
        pygame.mixer.init(frequency=rate_hz, size=32, channels=2, buffer=DEVICE_BUFFER, allowedchanges=0)
    except pygame.error as error:
        raise NoOutput(said("SDL found no sound device it could open ({why})", why=error)) from error
    pygame.mixer.set_num_channels(1)
    return pygame


def _driver() -> str:
    """What SDL calls the way it took; the name of the device behind it is not to be had once it is open."""
    return f"SDL default device ({os.environ.get('SDL_AUDIODRIVER', 'automatic')})"
