"""The first output: PortAudio through sounddevice, by blocking writes.

A blocking write needs no Python in the device's callback: C code of PortAudio copies from its own buffer, so
nothing that happens in Python can make it miss its moment while the buffer lasts.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from audio.output.output import LATENCY_S, Block, NoOutput, Output, OutputLost
from worlds.said import said

PREFERRED_RATE_HZ = 48000


class PortAudio(Output):
    """The system's default device. Raises `NoOutput` if the library or a device is missing.

    A device of one channel gets the mean of both, and one that refuses 48 kHz its own rate.
    """

    name = "portaudio"

    def __init__(self) -> None:
        self._library = _library()
        _forget_devices(self._library)
        try:
            device = self._library.query_devices(kind="output")
            self.device = str(device["name"])
            self._channels = min(2, int(device["max_output_channels"]))
            self._stream, self.sample_rate_hz = self._open(int(device["default_samplerate"]))
        except Exception as error:
            raise NoOutput(said("PortAudio found no sound device it could open ({why})", why=error)) from error
        self._interleaved = np.zeros((0, self._channels), np.float32)

    def _open(self, default_rate_hz: int) -> tuple[Any, int]:
        """A started stream at 48 kHz, or at the device's own rate if it takes nothing else."""
        try:
            return self._started(PREFERRED_RATE_HZ), PREFERRED_RATE_HZ
        except self._library.PortAudioError:
            return self._started(default_rate_hz), default_rate_hz

    def _started(self, rate_hz: int) -> Any:
        form = {"samplerate": rate_hz, "channels": self._channels, "dtype": "float32", "latency": LATENCY_S}
        stream = self._library.OutputStream(**form)
        stream.start()
        return stream

    def write(self, block: Block) -> None:
        """Write a block; waits in C, with the interpreter free for others."""
        if len(self._interleaved) != block.shape[1]:
            self._interleaved = np.empty((block.shape[1], self._channels), np.float32)
        if self._channels == 2:
            self._interleaved[...] = block.T
        else:
            np.mean(block, axis=0, out=self._interleaved[:, 0])
        try:
            self._stream.write(self._interleaved)
        except self._library.PortAudioError as error:
            raise OutputLost(said("the sound device is gone ({why})", why=error)) from error

    def close(self) -> None:
        """Abort rather than stop: stopping waits for a device that may no longer listen."""
        try:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
        except self._library.PortAudioError:
            return


def _library() -> Any:
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise NoOutput(said("the PortAudio library is missing ({why})", why=error)) from error
    return sounddevice


def _forget_devices(library: Any) -> None:
    """PortAudio lists devices once, on initialising; do it again, to see those that came or went since."""
    library._terminate()
    library._initialize()
