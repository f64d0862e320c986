"""The court of a garden as its visitor finds it: from how high and at what angle it is seen, and what closes it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

Style = Literal["plaster", "bamboo", "hedge"]
STYLES: tuple[Style, ...] = ("plaster", "bamboo", "hedge")
WIDE = 1.9
"""Courts are laid out for pictures up to this aspect."""
TOP_M: dict[Style, float] = {"plaster": 2.275, "bamboo": 1.86, "hedge": 2.02}
WALL_M = 12.0
"""In the measure along the way to a wall that all shaders use, its foot is here, however far it is."""


@dataclass(frozen=True)
class Wall:
    """One straight side of the court: the unit way to it over the ground (x right, z ahead), and how far it is."""

    x: float
    z: float
    away_m: float

    @property
    def row(self) -> tuple[float, float, float]:
        """What `garden_view.glsl` knows of it: the way, and what to add to the distance along it."""
        return self.x, self.z, WALL_M - self.away_m


@dataclass(frozen=True)
class Court:
    """What a seed decides before anything is put into the garden."""

    eye_m: float = 2.4
    lens: float = 1.15
    """Focal length in screen heights, on a wide screen."""
    turn_rad: float = 0.0
    """By how much the wall ahead is turned: its way then leads to the right."""
    away_m: float = WALL_M
    aside_m: float = 0.0
    """How far a second wall stands at the left (below 0) or right of it; 0 where there is none."""
    style: Style = "plaster"
    veranda: bool = True
    """Whether the boards of the veranda are in sight, with the rain gutter and the kerb before them."""
    post_side: int = 0
    """Which side the veranda's post stands on: -1 left, 1 right, 0 nowhere."""
    bank: tuple[float, float, float, float] = (1.05, 0.38, 0.7, 0.0)
    """The moss along the walls: how deep, and the height, number a metre and phase of its waves."""
    lift_ratio: float = 0.0
    """How far the wall's top stands above the world's horizon, in screen heights."""

    def walls(self, aspect: float) -> tuple[Wall, ...]:
        """The wall ahead and the one at right angles to it.

        Very wide pictures turn less and have their side farther off: the court is as wide as what is in sight.
        """
        wide = max(aspect / WIDE, 1.0)
        s, c = math.sin(self.turn_rad / wide), math.cos(self.turn_rad / wide)
        ahead = Wall(s, c, self.away_m)
        if not self.aside_m:
            return (ahead,)
        side = math.copysign(1.0, self.aside_m)
        return ahead, Wall(side * c, -side * s, abs(self.aside_m) * wide)

    @property
    def top_m(self) -> float:
        """How high the walls are."""
        return TOP_M[self.style]


STANDING = Court()


def court(chance: np.random.Generator, side: int, seed: int, standpoint: str = "seed", wall: str = "seed") -> Court:
    """One seed's court; `side` is where it is heavier, -1 left or 1 right.

    Seeds that follow each other never share a standpoint, if the maker leaves it to them.
    """
    names = list(STANDPOINTS)
    name = names[seed % len(names)] if standpoint == "seed" else standpoint
    found = STANDPOINTS[name](chance, side)
    return next((replace(found, style=style) for style in STYLES if style == wall), found)


def _seated(chance: np.random.Generator, side: int) -> Court:
    """Sitting on the veranda: low, near, level; the wall stands over the eye."""
    return Court(
        eye_m=chance.uniform(1.45, 1.75),
        lens=chance.uniform(1.10, 1.25),
        turn_rad=chance.normal(0.0, 0.05),
        aside_m=side * 7.5 if chance.random() < 0.35 else 0.0,
        style=_style(chance),
        post_side=side if chance.random() < 0.7 else 0,
        bank=_bank(chance, 1.0, 2.0),
        lift_ratio=0.02,
    )


def _standing(chance: np.random.Generator, side: int) -> Court:
    """Standing at the edge of the veranda, which runs off aslant."""
    return Court(
        eye_m=chance.uniform(2.2, 2.7),
        turn_rad=-side * chance.uniform(0.03, 0.13),
        style=_style(chance),
        post_side=side if chance.random() < 0.5 else 0,
        bank=_bank(chance, 0.9, 2.6),
    )


def _corner(chance: np.random.Generator, side: int) -> Court:
    """Towards a corner of the court, where two walls meet: no veranda."""
    return Court(
        eye_m=chance.uniform(1.9, 2.6),
        lens=chance.uniform(1.0, 1.15),
        turn_rad=-side * chance.uniform(0.42, 0.66),
        aside_m=side * chance.uniform(7.5, 10.0),
        away_m=11.5,
        style=_style(chance),
        veranda=False,
        bank=_bank(chance, 0.8, 2.4),
    )


def _above(chance: np.random.Generator, side: int) -> Court:
    """From the upper floor: the sand is most of the picture."""
    return Court(
        eye_m=chance.uniform(3.7, 4.6),
        lens=chance.uniform(1.02, 1.12),
        turn_rad=side * chance.uniform(-0.22, 0.22),
        aside_m=side * 8.5 if chance.random() < 0.4 else 0.0,
        away_m=13.0,
        style=_style(chance),
        veranda=False,
        bank=_bank(chance, 1.0, 3.4),
        lift_ratio=-0.02,
    )


def _strolling(chance: np.random.Generator, side: int) -> Court:
    """On the path itself: no veranda, a side wall leading in."""
    return Court(
        eye_m=chance.uniform(1.6, 1.9),
        lens=chance.uniform(1.0, 1.2),
        turn_rad=-side * chance.uniform(0.0, 0.18),
        aside_m=side * chance.uniform(4.6, 6.2),
        away_m=13.5,
        style=_style(chance),
        veranda=False,
        bank=_bank(chance, 1.4, 3.0),
        lift_ratio=0.01,
    )


STANDPOINTS: dict[str, Callable[[np.random.Generator, int], Court]] = {
    "seated": _seated,
    "standing": _standing,
    "corner": _corner,
    "above": _above,
    "strolling": _strolling,
}


def _style(chance: np.random.Generator) -> Style:
    return STYLES[int(chance.choice(3, p=(0.5, 0.25, 0.25)))]


def _bank(chance: np.random.Generator, shallow: float, deep: float) -> tuple[float, float, float, float]:
    depth = chance.uniform(shallow, deep)
    return depth, depth * chance.uniform(0.25, 0.55), chance.uniform(0.35, 0.8), chance.uniform(0.0, 6.28)
