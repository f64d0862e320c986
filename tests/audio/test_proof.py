"""A sound file is played through once before anybody relies on it, and what is wrong is told where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.frame import AudioFrame
from numpy.typing import NDArray
from scipy.io import wavfile

import audio
from audio.proof import RATE_HZ, prove
from worlds.own_files import Unfit
from worlds.recordings import told_s

CODECS = {"a.flac": "flac", "opus.ogg": "libopus"}
VORBIS = Path(audio.__file__).parent / "voices" / "recording.ogg"


def noise(seconds: float = 8.0) -> NDArray[np.float32]:
    made = np.random.default_rng(1).normal(0.0, 0.1, (2, int(seconds * RATE_HZ)))
    return made.astype(np.float32)


def encoded(folder: Path, name: str, sound: NDArray[np.float32]) -> Path:
    path = folder / name
    with av.open(str(path), "w") as container:
        stream = container.add_stream(CODECS[name], rate=RATE_HZ, layout="stereo")
        whole = (sound.T * 32767).astype(np.int16).reshape(1, -1)
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(whole), format="s16", layout="stereo")
        frame.sample_rate = RATE_HZ
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return path


def wav(folder: Path, sound: NDArray[np.float32]) -> Path:
    wavfile.write(folder / "a.wav", RATE_HZ, sound.T)
    return folder / "a.wav"


def complaint(path: Path) -> str:
    with pytest.raises(Unfit) as caught:
        prove(path)
    return caught.value.message


@pytest.mark.parametrize("name", [*CODECS, "vorbis.ogg"])
def test_a_whole_file_is_fine_and_one_damaged_behind_its_head_is_not(tmp_path: Path, name: str) -> None:
    path = encoded(tmp_path, name, noise()) if name in CODECS else Path(shutil.copy(VORBIS, tmp_path / name))
    prove(path)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 300] = bytes(each ^ 0x5A for each in content[middle : middle + 300])
    path.write_bytes(content)
    assert "damaged" in complaint(path)


def test_a_file_that_breaks_off_is_told(tmp_path: Path) -> None:
    path = encoded(tmp_path, "a.flac", noise())
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 4])
    assert "s after its beginning on it cannot be played" in complaint(path)


def test_nothing_but_noise_behind_a_good_head_is_told(tmp_path: Path) -> None:
    path = encoded(tmp_path, "a.flac", noise())
    path.write_bytes(path.read_bytes()[:42] + np.random.default_rng(2).bytes(1_000_000))
    assert "damaged" in complaint(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e30])
def test_what_is_no_number_is_told_where_it_is(tmp_path: Path, value: float) -> None:
    sound = noise()
    sound[1, 3 * RATE_HZ] = value
    assert "no numbers (NaN) or beyond all measure, 3 s from" in complaint(wav(tmp_path, sound))


def test_silence_and_a_rate_that_cannot_be_are_told(tmp_path: Path) -> None:
    assert "silent" in complaint(wav(tmp_path, 0 * noise()))
    content = bytearray(wav(tmp_path, noise()).read_bytes())
    content[24:28] = (1).to_bytes(4, "little")
    (tmp_path / "a.wav").write_bytes(content)
    assert "this sound has 1 samples a second" in complaint(tmp_path / "a.wav")


def test_flac_that_does_not_tell_its_length_is_played_to_learn_it(tmp_path: Path) -> None:
    for seconds in (8.0, 3.0):
        path = encoded(tmp_path, "a.flac", noise(seconds))
        content = bytearray(path.read_bytes())
        content[21] &= 0xF0
        content[22:26] = bytes(4)
        path.write_bytes(content)
        assert told_s(path) is None
        if seconds == 8.0:
            prove(path)
        else:
            assert "this sound lasts 3 s" in complaint(path)
