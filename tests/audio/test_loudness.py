"""Whatever a maker writes, the world is as loud as every other, never too loud, and calm."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from audio.engine import Engine
from audio.messages import Bell, Hear, Touched
from audio.mix.loudness import Meter, gated_power, lufs
from audio.mixdown import Mixdown
from tests.audio.loudness import loudness_range_lu, windows
from tests.audio.worlds import BLOCK, FULL, RATE, world
from worlds.signals import Signals

MINUTES = 10
PACKS: dict[str, dict[str, Any]] = {
    "a name alone": {},
    "all but silent": {"voice": [{"kind": "wind", "loudness_db": -79.0}]},
    "a few drops in a wind": {
        "voice": [{"kind": "drips", "drips_per_min": 10.0}, {"kind": "wind", "loudness_db": -30.0}]
    },
    "owls over near silence": {"voice": [{"kind": "owl"}, {"kind": "wind", "loudness_db": -55.0}]},
    "drops over near silence": {
        "voice": [{"kind": "drips", "drips_per_min": 10.0}, {"kind": "wind", "loudness_db": -60.0}]
    },
    "surf alone": {"voice": [{"kind": "surf"}]},
    "swinging with the breath": {
        "voice": [{"kind": "wind", "loudness_db": {"follow": "breath", "from": -45.0, "to": -15.0}}]
    },
}


def signals(t_s: float) -> Signals:
    """A breath of 6 a minute and weather that comes and goes."""
    slow = 0.5 + 0.4 * math.sin(t_s / 47)
    breath = 0.5 - 0.5 * math.cos(2 * math.pi * t_s / 10)
    return Signals(t_s=t_s, breath=breath, wind=slow, rain=1 - slow, daylight=0.3, sun_height=-0.2, drift_a=slow)


def measured(tables: dict[str, Any], minutes: float, visitor: bool = False) -> tuple[np.ndarray, float]:
    """Powers of all blocks, and the highest sample; a visitor can press and ring as fast as it goes."""
    mixdown, meter = Mixdown(), Meter(RATE, BLOCK)
    mixdown.play(Engine(world(**tables), 11), 1.0)
    out, powers, peak = np.zeros((2, BLOCK), np.float32), [], 0.0
    for i in range(round(minutes * 60 * RATE / BLOCK)):
        mixdown.take(Hear(signals(i * BLOCK / RATE)))
        if visitor and i % 300 < 100:
            mixdown.take(Touched("press", 0.5, (i % 9) / 9, 1.0))
            mixdown.take(Bell(1.0))
        mixdown.render(out)
        powers.append(meter.power(out))
        peak = max(peak, float(np.abs(out).max()))
    return np.array(powers), peak


def short_term(powers: np.ndarray) -> np.ndarray:
    return windows(powers, round(3 * RATE / BLOCK), round(0.5 * RATE / BLOCK))


@pytest.mark.parametrize("name", PACKS)
def test_every_world_is_as_loud_as_every_other(name: str) -> None:
    powers, peak = measured(PACKS[name], 10.0)
    integrated = lufs(gated_power(windows(powers, round(0.4 * RATE / BLOCK), 2)))
    assert integrated == pytest.approx(-23.0, abs=1.0)
    assert lufs(short_term(powers).max()) < -17.0
    assert loudness_range_lu(short_term(powers)) < 10.0
    assert 20 * math.log10(peak) < -3.0


def test_what_is_held_back_of_outbursts_is_made_up_for() -> None:
    soft_wind = {"kind": "wind", "loudness_db": -36.0}
    powers, _ = measured({"voice": [{"kind": "drips", "drips_per_min": 10.0}, soft_wind]}, 6.0)
    integrated = lufs(gated_power(windows(powers, round(0.4 * RATE / BLOCK), 2)))
    assert integrated == pytest.approx(-23.0, abs=0.8)


@pytest.mark.parametrize("kind", ["drips", "shishi_odoshi"])
def test_what_only_knocks_on_silence_is_softer_than_other_worlds_but_heard(kind: str) -> None:
    powers, _ = measured({"voice": [{"kind": kind}]}, 3.0)
    integrated = lufs(gated_power(windows(powers, round(0.4 * RATE / BLOCK), 2)))
    assert -40.0 < integrated < -27.0


def test_no_visitor_can_make_it_too_loud() -> None:
    powers, peak = measured(FULL, 1.0, visitor=True)
    assert lufs(short_term(powers).max()) < -17.0
    assert 20 * math.log10(peak) < -3.0
