"""What stands where on a sill: chosen by the seed, spread over whatever width there is."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

import numpy as np

from game.scenery.still_life.bars import DIVISIONS, Bar, Box
from game.scenery.still_life.curtain import curtain
from game.scenery.still_life.greenery import GREENERY, HANGING
from game.scenery.still_life.joinery import joinery
from game.scenery.still_life.mesh import Mesh, Rgb, Stuff
from game.scenery.still_life.pottery import GLAZES, Spot, cup
from game.scenery.still_life.small_things import books, fruit, pebbles

BESIDE = (books, pebbles, fruit)
CURTAINED = 0.45
"""How often a seed has a curtain."""
SIDES = {"left": -1.0, "right": 1.0}


@dataclass
class Wishes:
    """What a pack asks for; "any" leaves it to the seed."""

    height: float
    bars: str
    plant: str
    """One of `GREENERY`, or none."""
    cup: str
    wood: Rgb
    curtain: str = "any"
    focus: float = 0.5
    """Where the view's main light stands, 0 left to 1 right: no bar is put before it."""


@dataclass
class Arrangement:
    """The finished meshes, and what the shaders need to know of them."""

    frame: Mesh = field(default_factory=Mesh)
    hanging: Mesh = field(default_factory=Mesh)
    hung: tuple[list[Box], list[Box]] = field(default_factory=lambda: ([], []))
    """Boxes that what hangs there fills, and boxes that hold its border."""
    things: Mesh = field(default_factory=Mesh)
    plant: Mesh = field(default_factory=Mesh)
    contacts: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Where things touch the sill: x, y, half width, strength. They darken the wood there."""
    steam: tuple[float, float, float] | None = None
    """Where steam rises: x, y, scale."""
    bars: list[Bar] = field(default_factory=list)


def arranged(aspect: float, wishes: Wishes, chance: np.random.Generator) -> Generator[None, None, Arrangement]:
    """Compose a sill `aspect` heights wide: the plant mostly away from the view's light, the cup opposite."""
    made = Arrangement()
    division = tuple(DIVISIONS)[chance.integers(len(DIVISIONS))] if wishes.bars == "any" else wishes.bars
    made.bars = DIVISIONS[division](aspect, wishes.focus, chance)
    joinery(made.frame, aspect, wishes.height, Stuff(wishes.wood, gloss=0.35), made.bars)
    scale = min(max(0.52 + 0.30 * aspect, 0.62), 1.05) * wishes.height / 0.10
    side = 1 if chance.random() < (0.9 if wishes.focus < 0.5 else 0.1) else -1
    depth = wishes.height * 0.70
    shape = ("mug", "teacup")[chance.integers(2)] if wishes.cup == "any" else wishes.cup
    _hang(made, wishes, aspect, -side, chance)
    if wishes.plant != "none":
        away = min(0.06 + 0.10 * scale + chance.uniform(0.0, 0.07) * aspect, 0.30 * aspect)
        spot = Spot(aspect / 2 + side * (aspect / 2 - away), depth * 0.52, scale * 1.22)
        yield from GREENERY[wishes.plant](made.plant, spot, chance)
        if wishes.plant not in HANGING:
            made.contacts.append((spot.x, spot.y, 0.045 * spot.scale, 1.0))
    if shape != "none":
        away = min(0.075 * scale + chance.uniform(0.05, 0.22) * aspect, 0.36 * aspect)
        spot = Spot(aspect / 2 - side * (aspect / 2 - away), depth * chance.uniform(0.30, 0.42), scale * 1.12)
        glaze = GLAZES[chance.integers(len(GLAZES))]
        made.steam = (*cup(made.things, spot, shape, glaze, chance), spot.scale)
        made.contacts.append((spot.x, spot.y, (0.052 if shape == "teacup" else 0.034) * spot.scale, 1.0))
        _beside(made, spot, side, aspect, depth, chance)
    if aspect > 2.4:
        yield from _second_plant(made, side, aspect, depth, scale, chance)
    return made


def _hang(made: Arrangement, wishes: Wishes, aspect: float, side: float, chance: np.random.Generator) -> None:
    """A curtain where the pack wants one, or in some seeds, on the side away from the plant."""
    drawn = chance.random() < CURTAINED
    if wishes.curtain in SIDES or (wishes.curtain == "any" and drawn):
        made.hung = curtain(made.hanging, aspect, wishes.height, SIDES.get(wishes.curtain, side), chance)


def _beside(
    made: Arrangement, cup_at: Spot, side: int, aspect: float, depth: float, chance: np.random.Generator
) -> None:
    """Books, a few pebbles or fruit between cup and plant, if there is room."""
    gap = (0.16 + 0.05 * chance.random()) * cup_at.scale
    x = cup_at.x + side * gap * (1 if chance.random() < 0.7 else -1)
    if aspect < 1.0 or not 0.10 < x < aspect - 0.10:
        return
    spot = Spot(x, depth * chance.uniform(0.42, 0.55), cup_at.scale)
    half = BESIDE[chance.integers(len(BESIDE))](made.things, spot, chance)
    made.contacts.append((spot.x, spot.y, half, 0.9))


def _second_plant(
    made: Arrangement, side: int, aspect: float, depth: float, scale: float, chance: np.random.Generator
) -> Iterator[None]:
    """A smaller pot for very wide screens, beyond the cup."""
    kinds = tuple(kind for kind in GREENERY if kind not in HANGING)
    x = aspect / 2 - side * (aspect / 2 - chance.uniform(0.08, 0.14) * scale)
    spot = Spot(x, depth * 0.55, scale * 0.8)
    yield from GREENERY[kinds[chance.integers(len(kinds))]](made.plant, spot, chance)
    made.contacts.append((spot.x, spot.y, 0.045 * spot.scale, 1.0))
