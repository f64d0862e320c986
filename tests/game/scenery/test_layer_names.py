"""A layer's random streams are its own: what is put beside it leaves it as it is."""

from __future__ import annotations

from game.scenery.layer import layer_names
from worlds.format.layers.mist import Mist
from worlds.format.layers.ridges import Ridges
from worlds.format.layers.sky import Sky

SKY, MIST, RANGE = Sky(kind="sky"), Mist(kind="mist"), Ridges(kind="ridges")


def test_another_kind_before_it_moves_nothing() -> None:
    before = layer_names([SKY, RANGE, RANGE])
    after = layer_names([MIST, RANGE, SKY, MIST, RANGE])
    assert set(before) < set(after)
    assert [after[1], after[4]] == before[1:]


def test_two_of_a_kind_differ() -> None:
    assert len(set(layer_names([RANGE, RANGE, RANGE]))) == 3


def test_another_variety_is_another_one_of_its_kind() -> None:
    other = RANGE.model_copy(update={"variety": 1})
    names = layer_names([other, RANGE, RANGE, other])
    assert len(set(names)) == 4
    assert layer_names([RANGE, RANGE]) == names[1:3]
