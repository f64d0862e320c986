"""Films and recordings hold what was put in, at any length in the same memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from audio.voice import SAMPLE_RATE_HZ
from game.bench.picture import memory_mb
from game.export.film import write_film
from game.export.recording import write_recording

SIZE_PX = (64, 36)


def frames() -> Iterator[NDArray[np.uint8]]:
    """A bar that moves one column a frame, on warm grey."""
    place = 0
    while True:
        picture = np.full((36, 64, 3), (140, 110, 90), np.uint8)
        picture[:, place % 60 : place % 60 + 4] = (30, 60, 160)
        yield picture
        place += 1


def tone(samples: int) -> Iterator[NDArray[np.float32]]:
    for start in range(0, samples, 1024):
        at = np.arange(start, min(start + 1024, samples)) / SAMPLE_RATE_HZ
        wave = 0.25 * np.sin(2 * np.pi * 440 * at)
        yield np.stack([wave, -wave]).astype(np.float32)


def decoded_sound(path: Path) -> NDArray[np.float64]:
    """(2, n) samples as -1..1."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler("dblp", "stereo", SAMPLE_RATE_HZ)
        parts = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    return np.concatenate([part.to_ndarray() for part in parts], axis=1)


@pytest.mark.parametrize("end", [".mp4", ".webm"])
def test_a_film_has_every_frame_and_all_its_sound(tmp_path: Path, end: str) -> None:
    path = tmp_path / f"film{end}"
    write_film(path, frames(), tone(96_000), frame_count=50, frames_per_s=25, size_px=SIZE_PX)
    with av.open(str(path)) as container:
        shown = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
        assert container.streams.video[0].average_rate == 25
    assert len(shown) == 50
    for seen, drawn in zip(shown[::7], list(zip(range(50), frames(), strict=False))[::7], strict=True):
        assert np.abs(seen[:, :, 2].mean(0).argmax() - drawn[1][:, :, 2].mean(0).argmax()) <= 4
        assert np.abs(seen.mean((0, 1)) - drawn[1].mean((0, 1))).max() < 5
    sound = decoded_sound(path)
    assert abs(sound.shape[1] - 96_000) < 2 * 1024
    assert np.sqrt((sound[0, 4800:80_000] ** 2).mean()) == pytest.approx(0.25 / np.sqrt(2), rel=0.05)
    assert np.corrcoef(sound[:, 4800:80_000])[0, 1] < -0.99


def test_picture_and_sound_stay_together(tmp_path: Path) -> None:
    """Packets of both kinds alternate in the file: neither runs ahead of the other by more than a second."""
    path = tmp_path / "film.mp4"
    write_film(path, frames(), tone(6 * 48_000), frame_count=150, frames_per_s=25, size_px=SIZE_PX)
    ahead: dict[str, float] = {"video": 0.0, "audio": 0.0}
    with av.open(str(path)) as container:
        for packet in sorted((p for p in container.demux() if p.size), key=lambda packet: packet.pos or 0):
            ahead[packet.stream.type] = float(packet.pts * packet.time_base)
            assert abs(ahead["video"] - ahead["audio"]) < 1.0


@pytest.mark.parametrize("end", [".wav", ".flac"])
def test_a_recording_is_exact_to_24_bits(tmp_path: Path, end: str) -> None:
    path = tmp_path / f"sound{end}"
    write_recording(path, tone(50_000))
    written = np.concatenate(list(tone(50_000)), axis=1)
    heard = decoded_sound(path)
    assert heard.shape == written.shape
    assert np.abs(heard - written).max() < 2**-22


def test_a_film_of_any_length_takes_the_same_memory(tmp_path: Path) -> None:
    def memory_after(count: int) -> float:
        sound = tone(count * SAMPLE_RATE_HZ // 30)
        write_film(tmp_path / "film.mp4", frames(), sound, frame_count=count, frames_per_s=30, size_px=SIZE_PX)
        return memory_mb()

    memory_after(200)
    short_mb, long_mb = memory_after(200), memory_after(1500)
    assert long_mb - short_mb < 12
