"""Things on a sheet never overlap and never leave it."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.scenery.packing import packed
from worlds.seeds import generator

ROOM = 0.01


@pytest.mark.parametrize("count", [1, 2, 7, 60])
def test_things_on_a_sheet_keep_apart(count: int) -> None:
    chance = generator(count, "packing")
    sizes = [(float(w), float(h)) for w, h in chance.uniform(0.01, 0.4, (count, 2))]
    places, (width, height) = packed(sizes, ROOM)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(places, sizes, strict=True)]
    for left, bottom, right, top in boxes:
        assert min(left, bottom) >= ROOM - 1e-9
        assert right <= width - ROOM + 1e-9
        assert top <= height - ROOM + 1e-9
    for a, b in combinations(boxes, 2):
        apart = max(a[0], b[0]) - min(a[2], b[2]), max(a[1], b[1]) - min(a[3], b[3])
        assert max(apart) >= ROOM - 1e-9


def test_many_things_fill_a_sheet_about_as_wide_as_high() -> None:
    _, (width, height) = packed([(0.1, 0.05)] * 80, ROOM)
    assert 0.4 < width / height < 2.5
