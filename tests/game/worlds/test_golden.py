"""Pictures that were looked at and found good: exact on the Mesa version they were made with, close elsewhere.

To make them anew after the art has changed: `python -m tests.tools.golden`, then look at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tests.game.worlds.golden import CASES, FAILURES, Case, drawn, folder, nearest, side_by_side
from tests.game.worlds.shots import difference

if TYPE_CHECKING:
    from arcade.gl import Context

MEAN_APART, FAR_APART, FAR_SHARE = 4.0, 24.0, 0.02
"""Elsewhere: the mean difference of levels, and how many pixels may be further apart than what."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_world_looks_as_it_was_found_good(ctx: Context, case: Case) -> None:
    now = drawn(ctx, case)
    home = folder(ctx)
    before = np.asarray(Image.open(nearest(home) / f"{case}.png").convert("RGB"))
    apart = difference(before, now)
    if home.is_dir():
        well = apart.max() == 0
    else:
        well = bool(apart.mean() < MEAN_APART and np.mean(apart > FAR_APART) < FAR_SHARE)
    if not well:
        side_by_side(before, now).save(FAILURES / f"{case}.png")
    assert well, f"see {FAILURES / f'{case}.png'}: as it was, as it is, the difference x 8"
