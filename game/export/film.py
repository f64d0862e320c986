"""Picture and sound into one film file, a frame and a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.voice import SAMPLE_RATE_HZ

BT709, TV_RANGE, SRGB_CURVE = 1, 1, 13
"""Numbers of ITU-T H.273: primaries and matrix, limited range, the transfer curve of sRGB."""


@dataclass(frozen=True)
class Format:
    """How one kind of file is written."""

    container: str
    video: str
    audio: str
    video_options: dict[str, str]
    container_options: dict[str, str] = field(default_factory=dict)


FORMATS = {
    ".mp4": Format(
        "mp4", "libx264", "aac", {"crf": "17", "preset": "fast", "aq-mode": "3"}, {"movflags": "+faststart"}
    ),
    ".webm": Format(
        "webm", "libvpx-vp9", "libopus", {"crf": "28", "deadline": "good", "cpu-used": "5", "row-mt": "1"}
    ),
}
"""By the end of the file's name. Dark, smooth skies need a fine quantiser where little happens (aq-mode 3)."""


class Film:
    """An open film. Frames are (height, width, 3) uint8, blocks (2, n) float32 at 48 kHz."""

    def __init__(self, container: Any, form: Format, size_px: tuple[int, int], frames_per_s: float) -> None:
        rate = Fraction(frames_per_s).limit_denominator(1001)
        self._container = container
        self._video = container.add_stream(form.video, rate=rate, options=form.video_options)
        self._video.width, self._video.height = size_px
        self._video.pix_fmt = "yuv420p"
        colour = self._video.codec_context
        colour.colorspace, colour.color_primaries, colour.color_trc = BT709, BT709, SRGB_CURVE
        colour.color_range = TV_RANGE
        self._audio: Any = None
        self._frames = 0
        self.samples = 0
        """How much sound it has so far."""

    def add_sound(self, codec: str) -> None:
        """Give the film a sound track; before the first frame."""
        self._audio = self._container.add_stream(codec, rate=SAMPLE_RATE_HZ, layout="stereo", bit_rate=192_000)

    def see(self, pixels: NDArray[np.uint8]) -> None:
        """The next frame."""
        import av

        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        frame = frame.reformat(format="yuv420p", dst_colorspace=BT709, dst_color_range=TV_RANGE)
        frame.pts, frame.time_base = self._frames, 1 / self._video.codec_context.framerate
        self._frames += 1
        self._container.mux(self._video.encode(frame))

    def hear(self, block: NDArray[np.float32]) -> None:
        """The next samples, any number of them."""
        self.samples += write_block(self._container, self._audio, block, self.samples)

    def finish(self) -> None:
        """Write what the encoders still hold."""
        for stream in (self._video, self._audio):
            if stream is not None:
                self._container.mux(stream.encode(None))


def write_block(container: Any, stream: Any, block: NDArray[np.float32], position: int) -> int:
    """Encode (2, n) samples that begin at a position; returns n."""
    import av

    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts = SAMPLE_RATE_HZ, position
    frame.time_base = Fraction(1, SAMPLE_RATE_HZ)
    container.mux(stream.encode(frame))
    return len(block[0])


def write_film(
    path: Path,
    frames: Iterator[NDArray[np.uint8]],
    blocks: Iterable[NDArray[np.float32]] | None,
    *,
    frame_count: int,
    frames_per_s: float,
    size_px: tuple[int, int],
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Write a film of `frame_count` frames; `blocks`, if any, must come to the same length. Constant memory.

    While one frame is being drawn, the one before is encoded in a second thread.
    """
    form = FORMATS[path.suffix.lower()]
    with opened(path, form) as container, ThreadPoolExecutor(1) as pool:
        film = Film(container, form, size_px, frames_per_s)
        if blocks is not None:
            film.add_sound(form.audio)
        sound = iter(blocks or ())
        encoding = pool.submit(lambda: None)
        for n, pixels in enumerate(islice(frames, frame_count), start=1):
            encoding.result()
            encoding = pool.submit(_one, film, pixels, sound, round(n / frames_per_s * SAMPLE_RATE_HZ))
            tick()
        encoding.result()
        film.finish()


def _one(film: Film, pixels: NDArray[np.uint8], sound: Iterator[NDArray[np.float32]], until: int) -> None:
    """One frame, and the sound up to its end."""
    while film.samples < until and (block := next(sound, None)) is not None:
        film.hear(block)
    film.see(pixels)


@contextmanager
def opened(path: Path, form: Format) -> Iterator[Any]:
    """A container open for writing; closed also where writing fails, when its own last words do not matter."""
    import av

    container = av.open(str(path), "w", format=form.container, container_options=form.container_options)
    try:
        yield container
    except BaseException:
        with suppress(OSError):
            container.close()
        raise
    container.close()
