"""Sound into a file of its own, a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio.voice import SAMPLE_RATE_HZ
from game.export.film import Format, opened, write_block

FORMATS = {
    ".wav": Format("wav", "", "pcm_s24le", {}, {"rf64": "auto"}),
    ".flac": Format("flac", "", "flac", {}),
}
"""By the end of the file's name; both hold 24 bits. RF64 lets a WAV grow beyond 4 GB."""


def write_recording(
    path: Path, blocks: Iterable[NDArray[np.float32]], tick: Callable[[], None] = lambda: None
) -> None:
    """Write (2, n) float32 blocks at 48 kHz to a .wav or .flac file. Constant memory."""
    form = FORMATS[path.suffix.lower()]
    with opened(path, form) as container:
        stream = container.add_stream(form.audio, rate=SAMPLE_RATE_HZ, layout="stereo")
        if path.suffix.lower() == ".flac":
            stream.codec_context.format = "s32"  # 24 bits; the encoder's own choice would be 16
        position = 0
        for block in blocks:
            position += write_block(container, stream, block, position)
            tick()
        container.mux(stream.encode(None))
