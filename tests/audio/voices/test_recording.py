"""A maker's recording goes on for ever: level, without a seam, never the same twice running."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray
from scipy.io import wavfile

from audio import audition as hearing
from audio.audition import halfway
from audio.decoding import decoded
from audio.dsp.endless import Endless
from audio.engine import Engine
from audio.voice import Audition, Setup
from audio.voices.recording import RecordingVoice, levelled
from tests.audio.voices.measure import RATE_HZ, cents, envelope, loop_likeness, peak_hz, rms, steps_at_borders
from tests.audio.worlds import world
from tests.tools.voice_clip import BLOCK
from worlds.format.voices.recording import Recording
from worlds.own_files import Unfit
from worlds.signals import Signals


def noise(seconds: float, seed: int = 1) -> NDArray[np.float32]:
    made = np.random.default_rng(seed).standard_normal((2, int(seconds * RATE_HZ)))
    return (0.1 * made).astype(np.float32)


def written(path: Path, sound: NDArray[np.float32], rate_hz: int = RATE_HZ) -> Path:
    wavfile.write(path, rate_hz, (sound.T * 32767).astype(np.int16))
    return path


def endless(sound: NDArray[np.float32], seconds: float, grain_s: float = 2.0, seed: int = 3) -> NDArray[np.float32]:
    made = Endless(sound, RATE_HZ, BLOCK, np.random.default_rng(seed))
    blocks = np.zeros((int(seconds * RATE_HZ / BLOCK), 2, BLOCK), np.float32)
    for block in blocks:
        made.render(block, grain_s)
    return np.concatenate(list(blocks), axis=1)


@pytest.mark.parametrize("length_s", [5.0, 20.0])
def test_steady_sound_stays_as_loud_through_every_dissolve(length_s: float) -> None:
    level_db = 20 * np.log10(envelope(endless(noise(length_s), 60).mean(axis=0), 0.25))
    # Chance alone makes a quarter of a second of noise differ by a tenth of a decibel.
    assert level_db.max() - level_db.min() < 1.0


def test_stretches_that_are_alike_dissolve_without_a_bump() -> None:
    # Nothing is more alike than what stands still: equal power would swell by 3 dB.
    still = np.full((2, 20 * RATE_HZ), 0.3, np.float32)
    level_db = 20 * np.log10(envelope(endless(still, 30).mean(axis=0), 0.05))
    assert level_db.max() - level_db.min() < 0.05


def test_there_is_no_seam_and_no_loop() -> None:
    chance = np.random.default_rng(5)
    knots = np.exp(0.3 * np.cumsum(chance.normal(0, 0.4, 41)).clip(-3, 3))
    swell = np.interp(np.arange(20 * RATE_HZ) / RATE_HZ, np.arange(41) / 2, knots)
    samples = endless(noise(20) * swell.astype(np.float32), 240)
    at_borders, inside = steps_at_borders(samples, BLOCK)
    assert at_borders <= 1.5 * inside
    assert loop_likeness(samples) < 0.5


def test_grains_begin_anywhere_and_never_where_the_last_ones_did() -> None:
    ramp = np.tile(np.linspace(0.1, 1.0, 30 * RATE_HZ, dtype=np.float32), (2, 1))
    made = Endless(ramp, RATE_HZ, BLOCK, np.random.default_rng(1))
    starts = [made._start() / RATE_HZ for _ in range(200)]
    assert min(starts) < 2.0
    assert max(starts) > 22.0
    assert min(abs(a - b) for a, b in pairwise(starts)) > 0.5


@pytest.mark.parametrize("rate_hz", [22050, 44100, 48000, 96000])
def test_a_file_of_any_rate_keeps_its_pitch_and_comes_to_its_loudness(tmp_path: Path, rate_hz: int) -> None:
    t_s = np.arange(6 * rate_hz) / rate_hz
    tone = np.tile(0.02 * np.sin(2 * np.pi * 440.0 * t_s), (2, 1)).astype(np.float32) + np.float32(0.1)
    sound = levelled(decoded(written(tmp_path / "a.wav", tone, rate_hz), RATE_HZ, 60.0), RATE_HZ)
    assert abs(cents(peak_hz(sound[:, : 3 * RATE_HZ], 440.0), 440.0)) < 0.5
    assert pyloudnorm.Meter(RATE_HZ).integrated_loudness(sound.T.astype(np.float64)) == pytest.approx(
        -23.0, abs=0.2
    )
    assert abs(sound.mean()) < 1e-4


def test_the_example_is_an_ogg_file_and_comes_in_softly() -> None:
    audition = hearing.auditions("recording")[0]
    voice = hearing.voice("recording", audition, block=BLOCK)
    blocks = hearing.blocks(voice, lambda _: halfway(audition))
    samples = np.concatenate([block.copy() for block in islice(blocks, 200)], axis=1)
    level = envelope(samples.mean(axis=0), 0.1)
    assert level[0] < 0.2 * level[16:].mean()
    assert level[16:].min() > 0.3 * level[16:].mean()


def test_no_more_than_a_minute_is_kept(tmp_path: Path) -> None:
    assert decoded(written(tmp_path / "long.wav", noise(8)), RATE_HZ, 6.0).shape == (2, 6 * RATE_HZ)


def test_a_file_that_cannot_be_decoded_leaves_the_others_sounding(tmp_path: Path) -> None:
    (tmp_path / "bad.flac").write_bytes(b"fLaC" + bytes(4000))
    broken = Recording(kind="recording", file="bad.flac")
    broken.lies_in(tmp_path)
    with pytest.raises(Unfit, match=r'The recording "bad.flac" is not heard: this sound is damaged'):
        RecordingVoice(broken, Setup(RATE_HZ, BLOCK, 1, "voice/0")).complete()
    made = Engine(world(voice=[{"kind": "recording", "file": "gone.wav"}, {"kind": "wind"}]), 1)
    out = np.zeros((2, RATE_HZ), np.float32)
    made.hear(Signals())
    made.render(out)
    assert rms(out) > 1e-4
    assert made.fault.startswith('The recording "gone.wav" is not heard: No such file')


def test_a_codec_that_is_not_known_is_one_of_the_errors_that_are_told(tmp_path: Path) -> None:
    path = written(tmp_path / "odd.wav", noise(6))
    content = bytearray(path.read_bytes())
    content[20:22] = b"\x34\x12"
    path.write_bytes(content)
    with pytest.raises(Unfit, match="damaged"):
        decoded(path, RATE_HZ, 60.0)


def test_an_audition_needs_no_pack() -> None:
    assert hearing.voice("recording", Audition(fields={"file": "recording.ogg"}), block=BLOCK).model.grain_s == 4.0
