"""What a sound process is given to tell by, so that it searches in haste and is soon used up."""

from __future__ import annotations

from collections.abc import Callable

from audio.output import search


class Impatience:
    """Tells a text as it is; where it arrives in a process, searches follow each other, and no more than three."""

    def __call__(self, text: str) -> str:
        return text

    def __reduce__(self) -> tuple[Callable[[], Impatience], tuple[()]]:
        return hastened, ()


def hastened() -> Impatience:
    """Called where it arrives."""
    search.SOON_S = search.LATER_S = 0.0
    search.MOST_IN_VAIN = 2
    return Impatience()
