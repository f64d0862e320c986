"""From a sound file to samples; outside the audio block, with PyAV."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Stereo, shape (2, samples)."""


def decoded(path: Path, sample_rate_hz: int, most_s: float) -> Samples:
    """The first audio stream of a file at this rate, at most so long; mono on both sides.

    Raises OSError or ValueError for a file that cannot be decoded.
    """
    # Only who has a recording in a pack needs the decoder, and it is large.
    from av.error import FFmpegError

    try:
        parts = _parts(path, sample_rate_hz, most_s)
    except (FFmpegError, IndexError) as error:
        # Some of PyAV's own errors are neither, like that of a codec it lacks; IndexError: no stream of sound.
        raise ValueError(f"it cannot be decoded ({error})") from error
    if not parts:
        raise ValueError("there is no sound in it")
    return np.concatenate(parts, axis=1)


def _parts(path: Path, sample_rate_hz: int, most_s: float) -> list[Samples]:
    import av
    from av.audio.resampler import AudioResampler

    parts: list[Samples] = []
    left = int(most_s * sample_rate_hz)
    with av.open(str(path), "r") as container:
        resampler = AudioResampler(format="fltp", layout="stereo", rate=sample_rate_hz)
        for frame in container.decode(audio=0):
            for made in resampler.resample(frame):
                parts.append(made.to_ndarray().astype(np.float32)[:, :left])
                left -= parts[-1].shape[1]
            if left <= 0:
                break
        parts += [made.to_ndarray().astype(np.float32)[:, :left] for made in resampler.resample(None)]
    return parts
