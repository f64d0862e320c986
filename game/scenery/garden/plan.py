"""Composing a garden: where stones, moss, bushes, basin and lantern stand, by the old rules and a seed.

After the Sakuteiki (11th century): stones in odd groups, one upright main stone, others that follow its request:
flanking ones lower and leaning with it, a low one that runs away from it; nothing in a row, the middle left empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.scenery.garden import pieces
from game.scenery.garden.ground import Island, Weave
from game.scenery.garden.groups import groups
from game.scenery.garden.site import Site
from game.scenery.garden.things import Thing
from game.scenery.garden.view import View

Side = Literal["seed", "left", "right", "none"]
Raking = Literal["seed", "straight", "waves", "circles", "slant", "squares"]
Accent = Literal["basin", "bridge", "steps", "tree", "basin and tree", "none"]
ACCENTS: tuple[Accent, ...] = ("basin", "basin and tree", "bridge", "basin", "basin and tree", "steps", "tree")
WEAVES: tuple[Raking, ...] = ("straight", "straight", "waves", "circles", "slant", "squares")
SQUARES_RATIO = 0.3
"""A chequered garden is rare: of seeds that fall on one, so many keep it."""
SQUARE_TINES = 14
"""Large fields, along the wall as furrows are: small or slanting ones clash with the rings round islands."""
TINES_M = (0.145, 0.175, 0.175, 0.21)


@dataclass(frozen=True)
class Plan:
    """A whole composition."""

    things: list[Thing]
    islands: list[Island]
    damp: Island
    """The patch of moss the basin stands on."""
    weave: Weave
    lantern: int | None
    """Its place in `things`."""
    basin: int | None


@dataclass(frozen=True)
class Wish:
    """What the maker asked for; "seed" and 0 leave it to the seed."""

    groups: int = 0
    basin: Side = "seed"
    lantern: bool = True
    bushes: bool = True
    raking: Raking = "seed"
    accent: Literal["seed", "basin", "tree", "bridge", "steps", "none"] = "seed"


class Composer:
    """Puts one garden together, thing by thing. One use each. `side` is where basin and post stand: -1 or 1."""

    def __init__(self, chance: np.random.Generator, view: View, wish: Wish, side: int, seed: int) -> None:
        self._chance = chance
        by_seed = ACCENTS[seed * 3 % len(ACCENTS)]  # so that seeds next to each other have different ones
        self._accent: Accent = by_seed if wish.accent == "seed" else wish.accent
        self._side = side
        self._view = view
        self._wish = wish
        self._site = Site(chance, view)

    def compose(self) -> Plan:
        """Everything, in the order in which it asks for room."""
        site, wish, side = self._site, self._wish, self._side
        accent = self._accent
        by_seed = side if accent in ("basin", "basin and tree") else 0
        damp, basin = pieces.basin(site, {"left": -1, "right": 1, "none": 0}.get(wish.basin, by_seed))
        site.keep_clear(0.5 - side * 0.42, 0.62, 0.16)  # a bough may hang opposite the post
        if accent in ("tree", "basin and tree"):
            pieces.tree(site, side if accent == "tree" else -side)
        if accent == "bridge":
            pieces.bridge(site)
        if accent == "steps":
            pieces.stepping_stones(site, side)
        groups(site, wish.groups, -side)
        lantern = pieces.lantern(site) if wish.lantern else None
        if wish.bushes:
            pieces.bushes(site)
        return Plan(site.things, site.islands, damp, self._weave(), lantern, basin)

    def _weave(self) -> Weave:
        chance, name = self._chance, self._wish.raking
        tine_m = float(chance.choice(TINES_M))
        if name == "seed":
            name = WEAVES[int(chance.integers(len(WEAVES)))]
            if name == "squares" and chance.random() > SQUARES_RATIO:
                name = "straight"
        across = self._view.walls[0]
        level = float(np.arctan2(across.x, across.z))  # furrows run along the wall ahead, as the rake was led
        return WEAVERS[name](self._site, level, tine_m)


def _straight(_: Site, level: float, tine_m: float) -> Weave:
    return Weave(level, tine_m=tine_m)


def _waves(site: Site, level: float, tine_m: float) -> Weave:
    return Weave(level, site.chance.uniform(0.16, 0.30), site.chance.uniform(1.2, 2.1), tine_m=tine_m)


def _circles(site: Site, _: float, tine_m: float) -> Weave:
    chance = site.chance
    place = site.spot(chance.choice([-1, 1]) * chance.uniform(0.1, 0.7), chance.uniform(0.3, 0.9))
    return Weave(0.0, centre=place, tine_m=tine_m)


def _slant(site: Site, level: float, tine_m: float) -> Weave:
    return Weave(level + site.chance.choice([-1, 1]) * site.chance.uniform(0.35, 0.8), tine_m=tine_m)


def _squares(_: Site, level: float, tine_m: float) -> Weave:
    return Weave(level, squares_m=tine_m * SQUARE_TINES, tine_m=tine_m)


WEAVERS: dict[str, Callable[[Site, float, float], Weave]] = {
    "straight": _straight,
    "waves": _waves,
    "circles": _circles,
    "slant": _slant,
    "squares": _squares,
}
"""How each raking lies, from the ground, the bearing across furrows along the wall, and how far tines are apart."""
