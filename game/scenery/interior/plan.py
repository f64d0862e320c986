"""What stands where in a room: composed for a seed and a shape of screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np

from game.scenery.interior.eye import Eye

Rgb = tuple[float, float, float]
T = TypeVar("T")
Masonry = Literal["stone", "brick", "plaster"]
Coat = Literal["ginger", "grey", "black", "cream", "tabby"]
Pose = Literal["curled", "loaf", "stretched"]
MASONRY: tuple[Masonry, ...] = ("stone", "brick", "plaster")
COATS: tuple[Coat, ...] = ("black", "grey", "tabby", "cream", "ginger")
POSES: tuple[Pose, ...] = ("curled", "loaf", "stretched")
WALLS: tuple[Rgb, ...] = (
    (0.40, 0.335, 0.27),
    (0.27, 0.30, 0.25),
    (0.30, 0.235, 0.20),
    (0.24, 0.275, 0.32),
    (0.46, 0.40, 0.30),
)
CLOTHS: tuple[Rgb, ...] = (
    (0.115, 0.160, 0.110),
    (0.26, 0.070, 0.055),
    (0.085, 0.130, 0.185),
    (0.28, 0.175, 0.065),
    (0.20, 0.120, 0.145),
)
UPRIGHT_ASPECT = 0.95
"""Narrower screens show more of a room's height, and less stands in it."""
CHAIR_M = 0.50
"""Half the width of an armchair that stands aslant."""
SLAB_M = 0.07
"""Height of the slab a fire burns on."""
WOODS: tuple[Rgb, ...] = ((0.24, 0.135, 0.070), (0.155, 0.085, 0.045), (0.30, 0.20, 0.115))


@dataclass(frozen=True)
class Window:
    """An opening in the back wall."""

    x: float
    y: float
    half_w: float
    half_h: float
    columns: int
    rows: int
    curtains: bool


@dataclass(frozen=True)
class Fireplace:
    """A chimney breast with its opening."""

    x: float
    half_w: float
    deep: float
    opening: float
    """Half the width of the opening."""
    spring: float
    """Height at which its arch begins; without an arch, of its lintel."""
    arch: float
    """How high the arch rises over that; 0 for a straight lintel."""
    mantel_y: float
    masonry: Masonry


@dataclass(frozen=True)
class Spot:
    """A place on the floor, or of a thing on the wall (then z is its height)."""

    x: float
    z: float
    turn_rad: float = 0.0


@dataclass(frozen=True)
class Plan:
    """A room."""

    eye: Eye
    ceiling_m: float
    fireplace: Fireplace
    windows: tuple[Window, ...]
    shelves: tuple[Spot, ...]
    clock: Spot
    chair: Spot | None
    logs: Spot
    rug: Spot
    rug_size: tuple[float, float]
    cat: Spot
    coat: Coat
    pose: Pose
    mirrored: bool
    """Whether the cat's head lies to the right."""
    wall: Rgb
    cloth: Rgb
    curtain: Rgb
    wood: Rgb
    panelled: bool
    beams: bool


class Composer:
    """Draws lots for one room."""

    def __init__(self, chance: np.random.Generator, aspect: float, fire: Masonry | None, coat: Coat | None) -> None:
        self._chance = chance
        self._side = 1.0 if chance.random() < 0.5 else -1.0
        self._upright = aspect < UPRIGHT_ASPECT
        turn, near = self._side * chance.uniform(-0.12, 0.22), chance.uniform(0.94, 1.05)
        self._eye = Eye(aspect) if self._upright else Eye(aspect, turn, near)
        self._wide = self._eye.half_width_m
        masonry, fur = self._one(MASONRY), self._one(COATS)
        self._fire: Masonry = masonry if fire is None else fire
        self._coat: Coat = fur if coat is None else coat
        self._pose, self._mirrored = self._one(POSES), bool(chance.random() < 0.5)
        self._wall, self._wood, self._cloth = self._one(WALLS), self._one(WOODS), self._one(CLOTHS)
        self._curtain = self._one(tuple(c for c in CLOTHS if c != self._cloth))
        self._panelled, self._beams = bool(chance.random() < 0.45), bool(chance.random() < 0.6)
        self._arched = bool(chance.random() < 0.6)
        self._by_window, self._two_windows = bool(chance.random() < 0.4), bool(chance.random() < 0.35)

    def compose(self) -> Plan:
        """The whole room."""
        chance, side = self._chance, self._side
        fireplace = self._fireplace()
        windows, shelves = self._along_the_wall(fireplace)
        rug = Spot(fireplace.x - side * chance.uniform(0.0, 0.3), 1.40)
        wide = min(chance.uniform(0.95, 1.25), self._wide * 0.72)
        cat_x = rug.x + chance.uniform(-0.35, 0.35) * (0.4 if self._upright else 1.0)
        return Plan(
            eye=self._eye, ceiling_m=3.05 if self._upright else 2.72, fireplace=fireplace,
            windows=windows, shelves=shelves,
            clock=self._clock(fireplace, windows, shelves), chair=self._chair(fireplace),
            logs=Spot(fireplace.x - self._chair_side * (fireplace.half_w + 0.36), 0.34),
            rug=rug, rug_size=(wide, chance.uniform(0.50, 0.62)),
            cat=Spot(cat_x, chance.uniform(1.14, 1.26), chance.uniform(-0.25, 0.25)),
            coat=self._coat, pose=self._pose, mirrored=self._mirrored,
            wall=self._wall, cloth=self._cloth, curtain=self._curtain,
            wood=self._wood, panelled=self._panelled, beams=self._beams,
        )  # fmt: skip

    @property
    def _chair_side(self) -> float:
        """On which side of the fire the chair stands; the wood lies on the other."""
        return self._side * (-1.0 if self._by_window and not self._upright else 1.0)

    def _one(self, choices: tuple[T, ...]) -> T:
        return choices[int(self._chance.integers(len(choices)))]

    def _aside(self) -> float:
        """How far the fire is off the middle: less if the chair stands on that side and needs the room."""
        low, high = (0.10, 0.38) if self._by_window else (-0.08, 0.12)
        return min(self._wide * self._chance.uniform(low, high), 1.05)

    def _fireplace(self) -> Fireplace:
        chance = self._chance
        off = 0.29 if self._upright else self._aside()
        half = 0.62 if self._upright else chance.uniform(0.74, 0.92)
        opening = half * chance.uniform(0.54, 0.62)
        arch = chance.uniform(0.55, 0.95) * opening * 0.75 if self._arched else 0.0
        spring = chance.uniform(0.60, 0.68) + (0.0 if arch else 0.14)
        mantel = max(spring + arch + chance.uniform(0.22, 0.30), 1.16)
        return Fireplace(self._side * off, half, 0.48, opening, spring, arch, mantel, self._fire)

    def _window(self, x: float, half_w: float, curtains: bool) -> Window:
        half_h = self._chance.uniform(0.56, 0.72)
        columns = 2 if half_w < 0.62 else 3
        return Window(
            x, 1.36 + 0.1 * (half_h - 0.6), half_w, half_h, columns, int(self._chance.integers(2, 4)), curtains
        )

    def _along_the_wall(self, fire: Fireplace) -> tuple[tuple[Window, ...], tuple[Spot, ...]]:
        """From the chimney outwards to each side: first a window, then by turns shelves and windows."""
        windows: list[Window] = []
        shelves: list[Spot] = []
        for side in (-self._side, self._side):
            edge, window_next = fire.x + side * fire.half_w, side == -self._side or self._two_windows
            while (room := (self._wide + 0.55 - side * edge)) > 0.75:
                wide = min(self._chance.uniform(1.9, 2.3), room) if not self._upright else min(room - 0.5, 0.95)
                middle = edge + side * wide * 0.5
                if window_next:
                    curtains = wide > 1.3
                    half = min(self._chance.uniform(0.52, 0.72), wide * 0.5 - (0.42 if curtains else 0.14))
                    windows.append(self._window(middle - side * 0.06, max(half, 0.30), curtains))
                elif wide > 1.0:
                    shelves.append(Spot(middle, 1.42))
                edge, window_next = edge + side * wide, not window_next
        return tuple(windows), tuple(shelves)

    def _clock(self, fire: Fireplace, windows: tuple[Window, ...], shelves: tuple[Spot, ...]) -> Spot:
        beside = fire.x + self._side * (fire.half_w + 0.30)
        taken = any(abs(shelf.x - beside) < 0.8 for shelf in shelves)
        taken = taken or any(abs(w.x - beside) < w.half_w + 0.55 for w in windows)
        if self._chance.random() < 0.5 or self._upright or taken:
            return Spot(
                fire.x - self._chair_side * fire.half_w * self._chance.uniform(0.20, 0.28), fire.mantel_y + 0.43
            )
        return Spot(beside, 1.78)

    def _chair(self, fire: Fireplace) -> Spot | None:
        if self._upright or self._wide < 1.7:
            return None
        side = self._chair_side
        x = fire.x + side * (fire.half_w + 0.42 + self._chance.uniform(0.0, 0.2))
        least = fire.x + side * (fire.half_w + 0.26)
        while (x - least) * side > 0.0 and not 0.0 < self._eye.on_screen(x + side * CHAIR_M, 0.5, 1.2)[0] < 1.0:
            x -= side * 0.04
        return Spot(x, 1.12, side * -self._chance.uniform(0.5, 0.85))
