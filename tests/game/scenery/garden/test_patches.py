"""What of the sand is still to be baked again."""

from __future__ import annotations

import numpy as np

from game.scenery.garden.patches import Patches


def test_all_that_changed_is_taken_in_the_end_and_little_at_a_time() -> None:
    patches, waiting = Patches(), np.zeros((200, 300), bool)
    for box in ((10, 20, 200, 90), (250, 150, 30, 40), (10, 20, 60, 60)):
        patches.add(box)
        waiting[box[1] : box[1] + box[3], box[0] : box[0] + box[2]] = True
    for turn in range(20):
        taken = list(patches.take(5000))
        assert sum(width * height for _, _, width, height in taken[:-1]) < 5000, turn
        for x, y, width, height in taken:
            waiting[y : y + height, x : x + width] = False
    assert not waiting.any()
    assert not list(patches.take(None))


def test_a_place_that_changes_again_before_its_turn_is_done_once() -> None:
    patches = Patches()
    for i in range(50):
        patches.add((10 + i % 3, 10, 20, 20))
    assert list(patches.take(None)) == [(10, 10, 22, 20)]
