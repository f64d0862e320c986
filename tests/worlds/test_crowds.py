"""More of one kind than a weak computer can sound is a mistake; what is shared is one."""

from __future__ import annotations

from typing import Any

import pytest

from worlds.rules import _crowds

CHOIR = {"kind": "choir", "brightness_ratio": 0.4}


def touches(*loudness_db: float, **also: Any) -> dict[str, Any]:
    """A pack with a choir of its own for each touch."""
    return {"touch": [{"on": "press", "instrument": {**CHOIR, **also}, "loudness_db": db} for db in loudness_db]}


@pytest.mark.parametrize(("loudness_db", "mistakes"), [((-30.0,) * 4, 0), ((-30.0, -31.0, -32.0), 1)])
def test_touches_that_share_a_player_count_once(loudness_db: tuple[float, ...], mistakes: int) -> None:
    found = list(_crowds(touches(*loudness_db)))
    assert len(found) == mistakes


def test_the_first_that_is_one_too_many_is_named() -> None:
    (mistake,) = _crowds(touches(-30.0, -30.0, -31.0, -32.0))
    assert mistake.keys == ("touch", 3, "instrument", "kind")
