"""A voice muted in a real window falls silent in what is really heard, and stays so at the next visit."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.system.screen import Playing, playing, virtual_screen, wait_until_open

SMALL = ["--size", "320x240", "--fps", "15"]
RATE_HZ = 48000


def levels(file: Path) -> NDArray[np.float64]:
    """The level of every half second of a sound file."""
    with wave.open(str(file)) as whole:
        width, channels = whole.getsampwidth(), whole.getnchannels()
        raw = np.frombuffer(whole.readframes(whole.getnframes()), np.uint8).reshape(-1, width * channels)
    top = raw.reshape(-1, width)[:, -2:].copy().view("<i2").astype(np.float64) / 32768
    halves = top[: len(top) // RATE_HZ * RATE_HZ].reshape(-1, RATE_HZ)
    level: NDArray[np.float64] = np.sqrt(np.mean(halves**2, axis=1))
    return level


def wait_s(running: Playing, seconds: float) -> None:
    """Until so long after the last event."""
    begun_s = running.events[-1]["at_s"]
    while running.wait_for("frames")["at_s"] < begun_s + seconds:
        pass


def test_a_voice_muted_by_keys_is_not_heard_any_more(tmp_path: Path) -> None:
    pack = tmp_path / "meadow"
    pack.mkdir()
    (pack / "world.toml").write_text('format = 1\n[world]\nname = "Meadow"\n', encoding="utf-8")
    first, second = tmp_path / "first.wav", tmp_path / "second.wav"
    with virtual_screen() as display:
        with playing(display, tmp_path, "play", str(pack), "--sound-file", str(first), *SMALL) as running:
            wait_until_open(running)
            wait_s(running, 2.0)
            running.do("key", "v")
            running.wait_for("voices", open=True)
            running.do("key", "m")
            assert running.wait_for("mix")["muted"] == ["wind"]
            wait_s(running, 4.0)
            running.do("key", "Escape")
            running.wait_for("voices", open=False)
            running.do("key", "Escape", "key", "Escape")
            running.wait_for("left")
            assert running.end() == (0, "")
        heard = levels(first)
        assert heard.max() > 3e-3
        assert heard[-2] < heard.max() / 100
        with playing(display, tmp_path, "play", str(pack), "--sound-file", str(second), *SMALL) as running:
            wait_until_open(running)
            running.do("key", "Escape", "key", "Escape")
            running.wait_for("left")
            running.end()
        assert levels(second).max() < heard.max() / 100
