"""Parallax: how far a thing shifts when the visitor leans."""

from __future__ import annotations

from game.scenery.frame import Frame

REACH_X, REACH_Y = 0.045, 0.012
"""Shift of the very nearest thing at a full lean, as shares of the screen's width and height."""
MARGIN = 0.05
"""What baked maps carry beyond each side of the screen, so that a lean never shows their edge."""


def lean_shift(frame: Frame, near_ratio: float) -> tuple[float, float]:
    """Shift on the screen of something `near_ratio` near (0 the sky, 1 at the eye), against the lean."""
    return -frame.lean[0] * REACH_X * near_ratio, -frame.lean[1] * REACH_Y * near_ratio
