"""The scale that held is begun with next time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.view.scales import Scales
from tests.game.view.stand import SIZE

if TYPE_CHECKING:
    pass


def test_the_scale_that_held_is_begun_with_next_time(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "scales.json"
    Scales(path).keep("meadow", SIZE, 0.57)
    assert Scales(path).get("meadow", SIZE) == 0.57
    assert Scales(path).get("meadow", (1, 1)) is None


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"meadow 128x72": "x"}', '{"meadow 128x72": 40}', "\x00"])
def test_a_damaged_memory_of_scales_is_none(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "scales.json"
    path.write_text(damage)
    scales = Scales(path)
    assert scales.get("meadow", SIZE) is None
    scales.keep("meadow", SIZE, 0.5)
    assert Scales(path).get("meadow", SIZE) == 0.5
