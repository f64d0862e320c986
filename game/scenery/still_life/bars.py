"""Glazing bars: how they divide a pane, and where each of them lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in heights of the picture."""
BAR = 0.0075
"""Half the width of a bar."""
FREE = 0.10
"""How far an upright bar keeps from the main light, as a share of the width."""
NARROW, WIDE = 0.9, 2.4
"""Aspects below and above which a pane is divided otherwise."""


class Bar(Protocol):
    """One bar."""

    def within(self, opening: Box) -> Box:
        """Its box in the opening of a frame."""


@dataclass(frozen=True)
class Upright:
    """From the sill to the top, in the middle of x."""

    x: float

    def within(self, opening: Box) -> Box:
        """Its box in the opening of a frame."""
        return self.x - BAR, opening[1], self.x + BAR, opening[3]


@dataclass(frozen=True)
class Level:
    """From side to side, at the height y."""

    y: float

    def within(self, opening: Box) -> Box:
        """Its box in the opening of a frame."""
        return opening[0], self.y - BAR, opening[2], self.y + BAR


def none(_aspect: float, _focus: float, _chance: np.random.Generator) -> list[Bar]:
    """One undivided pane."""
    return []


def one(aspect: float, focus: float, chance: np.random.Generator) -> list[Bar]:
    """One bar: across a narrow pane, upright in others, two in very wide ones; clear of the view's main light."""
    if aspect < NARROW:
        return [Level(0.74)]
    ways = [(share / 2, (share + 1) / 2) if aspect > WIDE else (share,) for share in (0.28, 0.36, 0.64, 0.72)]
    free = [way for way in ways if min(abs(place - focus) for place in way) > FREE]
    return [Upright(aspect * place) for place in free[chance.integers(len(free))]]


def cross(aspect: float, focus: float, chance: np.random.Generator) -> list[Bar]:
    """A level bar and what stands on it."""
    if aspect < NARROW:
        return [Level(0.74), Upright(aspect / 2)]
    return [Level(0.77), *one(aspect, focus, chance)]


def panes(aspect: float, focus: float, _chance: np.random.Generator) -> list[Bar]:
    """Many small panes, as an old house has them; clear of the view's main light."""
    if aspect < NARROW:
        return [Level(0.74), Level(0.42), Upright(aspect / 2)]
    shares = (0.18, 0.5, 0.82) if aspect < WIDE else (0.10, 0.23, 0.5, 0.77, 0.90)
    levels: list[Bar] = [Level(0.735), Level(0.35)]
    return levels + [Upright(aspect * share) for share in shares if abs(share - focus) > FREE]


DIVISIONS: dict[str, Callable[[float, float, np.random.Generator], list[Bar]]] = {
    "none": none,
    "one": one,
    "cross": cross,
    "panes": panes,
}
