"""What really comes out of the sound card: every sample, whatever the rest of the machine does."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.engine import Engine
from audio.messages import Hear, Play
from audio.mixdown import Mixdown
from audio.process import Sound
from tests.audio.worlds import BLOCK, HALF, RATE, world
from tests.system.null_sound_card import NullSoundCard, Recorder

SEED = 7
SECONDS = 6.0
PATIENCE_S = 90.0
ATTEMPTS = 3


@pytest.fixture
def card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSoundCard]:
    made = NullSoundCard(tmp_path / "card")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def busy() -> Iterator[None]:
    """A thread of the game's process that never lets go of the interpreter by itself."""
    ending = threading.Event()

    def spin() -> None:
        while not ending.is_set():
            sum(i * i for i in range(1000))

    thread = threading.Thread(target=spin)
    thread.start()
    yield
    ending.set()
    thread.join()


def until(event: Callable[[], bool], sound: Sound) -> None:
    end = time.monotonic() + PATIENCE_S
    while not event():
        assert time.monotonic() < end, f"it never happened; sound: {sound.status}"
        sound.tick()
        time.sleep(0.02)


def expected(seconds: float) -> NDArray[np.float32]:
    """What should be heard, from the first sample of the world on."""
    mixdown = Mixdown()
    mixdown.take(Hear(HALF))
    mixdown.play(Engine(world(), SEED), 1.0)
    blocks = []
    for _ in range(int(seconds * RATE / BLOCK)):
        block = np.zeros((2, BLOCK), np.float32)
        mixdown.render(block)
        blocks.append(block)
    return np.concatenate(blocks, axis=1)


def aligned(heard: NDArray[np.float32], wanted: NDArray[np.float32]) -> NDArray[np.float32]:
    """The part of a recording where a sound is, found by correlating its third second."""
    probe = wanted[0, 2 * RATE : 3 * RATE].astype(np.float64)
    size = 1 << (heard.shape[1] + len(probe)).bit_length()
    spectrum = np.fft.rfft(heard[0].astype(np.float64), size) * np.conj(np.fft.rfft(probe, size))
    start = int(np.argmax(np.fft.irfft(spectrum, size)[: heard.shape[1]])) - 2 * RATE
    return heard[:, max(start, 0) : max(start, 0) + wanted.shape[1]]


def heard_samples(recorder: Recorder) -> int:
    return int(np.count_nonzero(np.abs(recorder.sound[0]) > 1e-4))


def played(card: NullSoundCard, output: str, attempt: int) -> NDArray[np.float32]:
    """What is heard of the world on this output, from before its first sample on."""
    recorder, sound = card.recorder(f"heard-{attempt}"), Sound(outputs=(output, "none"))
    sound.start()
    try:
        until(lambda: sound.report.output == output, sound)
        sound.send(Hear(HALF))
        sound.send(Play(world(), SEED, 1.0))
        until(lambda: heard_samples(recorder) > (SECONDS + 0.5) * RATE * 0.9, sound)
    finally:
        sound.close(0.05)
        recorder.stop()
    return recorder.sound


def same(heard: NDArray[np.float32], wanted: NDArray[np.float32]) -> bool:
    return heard.shape == wanted.shape and float(np.abs(heard - wanted).max()) < 1e-4


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("output", ["portaudio", "sdl"])
def test_every_sample_arrives_beside_a_busy_game(output: str, card: NullSoundCard) -> None:
    wanted = expected(SECONDS)
    # On a machine that is out of time the server and the recorder, which are not ours, lose samples as well.
    assert any(same(aligned(played(card, output, i), wanted), wanted) for i in range(ATTEMPTS))


@pytest.mark.parametrize("output", ["portaudio", "sdl"])
def test_sound_comes_back_when_its_server_was_killed(output: str, card: NullSoundCard) -> None:
    sound = Sound(outputs=(output, "none"))
    sound.start()
    try:
        sound.send(Play(world(), SEED, 0.1))
        until(lambda: sound.report.output == output, sound)
        child = sound.pid
        card.kill()
        until(lambda: sound.report.output == "none", sound)
        card.start()
        recorder = card.recorder("again")
        until(lambda: heard_samples(recorder) > RATE // 2, sound)
        recorder.stop()
        assert sound.report.output == output
        assert sound.pid == child
    finally:
        sound.close(0.05)


@pytest.mark.parametrize("output", ["portaudio", "sdl"])
def test_sound_comes_back_when_its_process_hangs(output: str, card: NullSoundCard) -> None:
    sound = Sound(outputs=(output, "none"))
    sound.start()
    try:
        sound.send(Play(world(), SEED, 0.1))
        recorder = card.recorder("before")
        until(lambda: heard_samples(recorder) > RATE // 2, sound)
        recorder.stop()
        hung = sound.pid
        assert hung is not None
        os.kill(hung, signal.SIGSTOP)
        until(lambda: sound.pid not in (None, hung), sound)
        again = card.recorder("again")
        until(lambda: heard_samples(again) > RATE // 2, sound)
        again.stop()
        assert sound.report.output == output
        assert not Path(f"/proc/{hung}").exists()
    finally:
        sound.close(0.05)


def test_a_card_that_comes_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = NullSoundCard(tmp_path / "card")
    for name, value in card.environment.items():
        monkeypatch.setenv(name, value)
    sound = Sound()
    sound.start()
    try:
        sound.send(Play(world(), SEED, 0.1))
        until(lambda: sound.report.output == "none", sound)
        assert "PortAudio found no sound device" in sound.status
        card.start()
        recorder = card.recorder("late")
        until(lambda: heard_samples(recorder) > RATE // 2, sound)
        recorder.stop()
    finally:
        sound.close(0.05)
        card.kill()


@pytest.mark.parametrize("output", ["portaudio", "sdl"])
def test_sound_goes_where_the_default_goes(output: str, card: NullSoundCard) -> None:
    """A person chooses other loudspeakers, and then unplugs them."""
    sound = Sound(outputs=(output, "none"))
    sound.start()
    try:
        sound.send(Play(world(), SEED, 0.1))
        until(lambda: sound.report.output == output, sound)
        child, headphones = sound.pid, card.plug_in("headphones")
        other = card.recorder("headphones", "headphones")
        card.prefer("headphones")
        until(lambda: heard_samples(other) > RATE // 2, sound)
        other.stop()
        first = card.recorder("back")
        card.pull_out(headphones)
        until(lambda: heard_samples(first) > RATE // 2, sound)
        first.stop()
        assert sound.pid == child
    finally:
        sound.close(0.05)


def longest_silence(card: NullSoundCard, attempt: int) -> int:
    """Samples of the longest silence while six worlds follow each other."""
    recorder, sound = card.recorder(f"worlds-{attempt}"), Sound()
    sound.start()
    try:
        until(lambda: sound.report.output == "portaudio", sound)
        for seed in range(6):
            sound.send(Play(world(), seed, 1.0))
            wanted = heard_samples(recorder) + RATE
            until(lambda least=wanted: heard_samples(recorder) > least, sound)
    finally:
        sound.close(0.3)
        recorder.stop()
    loud = np.flatnonzero(np.abs(recorder.sound[0]) > 1e-7)
    middle = loud[(loud > loud[0] + RATE // 2) & (loud < loud[-1] - RATE // 2)]
    return int(np.diff(middle).max())


@pytest.mark.usefixtures("busy")
def test_worlds_follow_each_other_without_a_gap(card: NullSoundCard) -> None:
    assert any(longest_silence(card, i) < 20 for i in range(ATTEMPTS))
