"""Where hands went through the water lately."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent
from game.scenery.traces import Traces

LIFE_S = 8.0
"""How long what was stirred shines; `plankton_wake.vert` knows the same number."""
MOST = 64
WAKE = Traces(LIFE_S, MOST, every_s=0.12, hold_every_s=1.5, move=0.7)


def wake(touches: Sequence[TouchEvent], t_s: float) -> NDArray[np.float32]:
    """Places stirred, newest first: rows of x, y (screen), age in seconds, strength. At most `MOST`."""
    return WAKE.alive(touches, t_s)
