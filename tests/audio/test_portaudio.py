"""PortAudio's devices as people have them: of one rate, of one channel, busy, gone, back again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.output import portaudio
from audio.output.none import TimeKeeper
from audio.output.output import Block, NoOutput, OutputLost
from audio.output.portaudio import PortAudio
from audio.output.search import SearchPace, search
from tests.audio.test_outputs import pumped
from tests.audio.worlds import BLOCK, breaks

BACK_WITHIN_S = 3.0


class PortAudioError(Exception):
    """What the library raises."""


@dataclass
class Card:
    """A sound card, and the library that finds it."""

    rates_hz: tuple[int, ...] = (44100, 48000, 96000)
    channels: int = 2
    refusals: int = 0
    """How many more times it is busy: another program has it for itself."""
    written: list[NDArray[np.float32]] = field(default_factory=list)
    unplugged_after: int = 10**9
    opened: list[dict[str, Any]] = field(default_factory=list)
    PortAudioError = PortAudioError

    def query_devices(self, kind: str) -> dict[str, Any]:
        rate_hz = float(self.rates_hz[0])
        return {"name": f"card for {kind}", "max_output_channels": self.channels, "default_samplerate": rate_hz}

    def open(self, **form: Any) -> Card:
        if self.refusals:
            self.refusals -= 1
            raise PortAudioError("Device unavailable")
        if form["samplerate"] not in self.rates_hz:
            raise PortAudioError("Invalid sample rate")
        if form["channels"] > self.channels:
            raise PortAudioError("Invalid number of channels")
        self.opened.append(form)
        return self

    def start(self) -> None:
        """It runs."""

    def write(self, samples: NDArray[np.float32]) -> None:
        if len(self.written) >= self.unplugged_after:
            raise PortAudioError("Unanticipated host error")
        self.written.append(samples.copy())

    def abort(self, ignore_errors: bool = True) -> None:
        """It stands."""

    close = abort

    @property
    def sound(self) -> Block:
        return np.concatenate(self.written).T


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Callable[[Card], Card]:
    def plug(card: Card) -> Card:
        monkeypatch.setattr(card, "OutputStream", card.open, raising=False)
        monkeypatch.setattr(portaudio, "_library", lambda: card)
        monkeypatch.setattr(portaudio, "_forget_devices", lambda _: None)
        return card

    return plug


@pytest.mark.parametrize("rate_hz", [44100, 96000])
def test_a_card_of_one_rate_gets_a_whole_sine(rate_hz: int, plugged: Callable[[Card], Card]) -> None:
    card = plugged(Card(rates_hz=(rate_hz,)))
    output = PortAudio()
    assert output.sample_rate_hz == rate_hz
    card.unplugged_after = 40
    pumped(output, 45)
    assert breaks(card.sound[:, 40000:], 2 * np.pi * 200.0 / rate_hz) < 1e-4
    assert card.sound.shape[1] == pytest.approx(40 * BLOCK * rate_hz / 48000, rel=0.01)


def test_a_card_of_one_channel_gets_both(plugged: Callable[[Card], Card]) -> None:
    card = plugged(Card(channels=1))
    block = np.array([[0.5, 0.0], [0.1, -0.2]], np.float32)
    PortAudio().write(block)
    np.testing.assert_allclose(card.sound, [[0.3, -0.1]], atol=1e-7)


def test_a_card_that_somebody_else_has_is_had_as_soon_as_it_is_free(plugged: Callable[[Card], Card]) -> None:
    card = plugged(Card(refusals=9))
    pace, now_s, freed_s = SearchPace(0.0), 0.0, 0.0
    while now_s < 60.0:
        now_s += 0.05
        if not pace.due(now_s, found=False):
            continue
        pace.searched(now_s)
        found = search(("portaudio",))
        if not isinstance(found.output, TimeKeeper):
            break
        assert "Device unavailable" in found.refusals["portaudio"]
        freed_s = now_s
    assert found.output.name == "portaudio"
    assert now_s - freed_s < BACK_WITHIN_S
    assert len(card.opened) == 1


def test_a_card_pulled_out_is_lost_in_a_sentence(plugged: Callable[[Card], Card]) -> None:
    plugged(Card(unplugged_after=0))
    output = PortAudio()
    with pytest.raises(OutputLost, match="the sound device is gone"):
        output.write(np.zeros((2, BLOCK), np.float32))
    output.close()


def test_a_card_with_no_way_out_is_none(plugged: Callable[[Card], Card]) -> None:
    plugged(Card(channels=0, rates_hz=()))
    with pytest.raises(NoOutput, match="no sound device it could open"):
        PortAudio()
