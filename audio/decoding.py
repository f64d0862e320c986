"""From a sound file to samples; outside the audio block, with PyAV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from worlds.own_files import Unfit
from worlds.recordings import damaged
from worlds.said import said
from worlds.words import plain

if TYPE_CHECKING:
    from av.codec.context import CodecContext
    from av.container import InputContainer

Samples = NDArray[np.float32]
"""Stereo, shape (2, samples)."""
LEAST_HZ, MOST_HZ = 4000, 768_000
"""A frame of a file that claims less would be stretched to gigabytes."""
MOST = 1e9
"""No sample of any format is greater, whole numbers written as they are among them."""


def decoded(path: Path, sample_rate_hz: int, most_s: float) -> Samples:
    """The first audio stream of a file at this rate, at most so long; mono on both sides.

    Raises `Unfit` for a file that cannot be decoded, or not to its end, and OSError for one that cannot be read.
    """
    # Only who has a recording in a pack needs the decoder, and it is large.
    import av
    from av.error import FFmpegError

    parts: list[Samples] = []
    try:
        with av.open(str(path), "r") as container:
            for part in _parts(container, sample_rate_hz, int(most_s * sample_rate_hz)):
                _must_be_numbers(part, _length_s(parts, sample_rate_hz))
                parts.append(part)
    except (FFmpegError, IndexError) as error:
        # Some of PyAV's own errors are no OSError, like that of a codec it lacks; IndexError: no stream of sound.
        if not isinstance(error, FileNotFoundError | PermissionError):
            raise _broken(_length_s(parts, sample_rate_hz)) from error
        raise
    if not parts:
        raise damaged()
    return np.concatenate(parts, axis=1)


def _parts(container: InputContainer, sample_rate_hz: int, most: int) -> Iterator[Samples]:
    """One piece after the other, `most` samples together."""
    from av.audio.resampler import AudioResampler

    codec: CodecContext | None = container.streams.audio[0].codec_context
    if codec is None:  # one that is not known here
        raise damaged()
    if codec.name == "flac":
        # Else frames whose checksum is wrong are played: bursts of noise.
        codec.options = {"err_detect": "crccheck+explode"}
    resampler = AudioResampler(format="fltp", layout="stereo", rate=sample_rate_hz)
    for frame in container.decode(audio=0):
        _must_have_a_rate(frame.sample_rate)
        for made in resampler.resample(frame):
            yield made.to_ndarray().astype(np.float32)[:, :most]
            most -= made.samples
            if most <= 0:
                return
    for made in resampler.resample(None):
        yield made.to_ndarray().astype(np.float32)[:, :most]


def _length_s(parts: list[Samples], sample_rate_hz: int) -> float:
    return float(sum(part.shape[1] for part in parts) / sample_rate_hz)


def _must_have_a_rate(found_hz: int) -> None:
    if not LEAST_HZ <= found_hz <= MOST_HZ:
        message = said(
            "this sound has {found} samples a second; it must have {low} to {high}.",
            found=found_hz,
            low=LEAST_HZ,
            high=MOST_HZ,
        )
        raise Unfit(message, said("Save it again with 44100 or 48000."))


def _must_be_numbers(part: Samples, at_s: float) -> None:
    if not np.all(np.abs(part) < MOST):  # so NaN is found as well
        message = said(
            "this sound holds samples that are no numbers (NaN) or beyond all measure, {seconds} s from its start.",
            seconds=plain(round(at_s, 1)),
        )
        raise Unfit(message, said("Save it again as WAV, FLAC or OGG, with whole numbers (16 or 24 bits)."))


def _broken(at_s: float) -> Unfit:
    """What to say of a file that cannot be decoded from some point on."""
    if at_s == 0.0:
        return damaged()
    message = said(
        "this sound is damaged: from {seconds} s after its beginning on it cannot be played.",
        seconds=plain(round(at_s, 1)),
    )
    return Unfit(message, said("Save it again as WAV, FLAC or OGG."))
