"""The built-in worlds through a day: each voice has its hours, as its place has them."""

from __future__ import annotations

import numpy as np
import pytest

from audio.ensemble import Ensemble
from game.signals.source import SignalSource
from tests.audio.worlds import BLOCK, RATE
from worlds.catalogue import BUILTIN
from worlds.format.kinds import kind_of
from worlds.reading import read_world

SECONDS = 120


def power(name: str, kind: str, hour: float) -> float:
    """What of the first voice of this kind reaches the ears within two minutes, by itself."""
    world = read_world(BUILTIN / name)
    voice = next(each for each in world.voice if kind_of(type(each)) == kind)
    alone = world.model_copy(update={"voice": [voice], "score": None, "touch": []})
    strip, source = Ensemble(alone, 3, RATE, BLOCK).strips[0], SignalSource(world, 3, hour)
    strip.attempt(strip.voice.complete)
    found, dt_s = 0.0, BLOCK / RATE
    for block in range(round(SECONDS / dt_s)):
        row = np.zeros((2, BLOCK), np.float32)
        strip.follow(source.at(block * dt_s), dt_s)
        strip.render(row)
        found += strip.reach(0.0) * float(np.sum(row**2))
    return found


@pytest.mark.parametrize(
    ("name", "kind", "hour", "others"),
    [
        ("dusk_lake", "frogs", 20.4, (0.5, 12.5)),
        ("dusk_lake", "crickets", 21.0, (2.0, 8.0, 12.5)),
        ("dusk_lake", "owl", 23.5, (12.5, 19.0)),
        ("dusk_lake", "birds", 6.3, (12.5, 23.0)),
        ("rain_window", "hearth", 22.0, (8.5, 12.5)),
        ("zen_garden", "birds", 6.3, (12.5, 23.0)),
        ("zen_garden", "crickets", 19.8, (0.5, 12.5)),
        ("zen_garden", "leaves", 12.5, (0.5,)),
    ],
)
def test_a_voice_is_loudest_at_its_own_hour(name: str, kind: str, hour: float, others: tuple[float, ...]) -> None:
    assert power(name, kind, hour) > 1.3 * max(power(name, kind, other) for other in others)
