"""How long a frame may work on what is being made ready."""

from __future__ import annotations

MEND_S = 0.06
"""A frame more or less matters little to a maker who has just saved."""
FIRST_S = 0.06
"""While nothing moves on screen yet, being ready soon matters more than many frames."""
LONGER = ((2.0, 0.016), (5.0, 0.030))
"""Once a world has taken so many seconds to make, slices grow to this: a calm picture bears fewer frames for a
while, but nobody should wait a minute."""


def slice_s(usual_s: float, made_s: float, alone_ms: float | None = None) -> float:
    """For a world that has taken `made_s` so far, beside one that plays; or with none on screen yet, where a frame
    costs `alone_ms`."""
    if alone_ms is not None:
        return max(FIRST_S, 2 * alone_ms / 1000)
    return max([usual_s, *(longer_s for after_s, longer_s in LONGER if made_s > after_s)])
