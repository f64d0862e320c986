"""What the leaves of a far view look like in each season."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenery.vista.lamps import Rgb
from worlds.format.season import SeasonName


@dataclass(frozen=True)
class Foliage:
    """The colours of leaves, from which each tree draws its own."""

    leaf: Rgb
    """The usual one."""
    deep: Rgb
    """Of what is dark and evergreen."""
    fresh: Rgb
    """Of the brightest."""
    mixed: tuple[Rgb, ...]
    """Of a garden's many kinds."""
    bloom_chance: float
    """How often a tree stands in flower."""


DEEP: Rgb = (0.040, 0.078, 0.050)
LEAF: Rgb = (0.088, 0.142, 0.056)
SILVER: Rgb = (0.150, 0.175, 0.145)
COPPER: Rgb = (0.150, 0.080, 0.066)
RUSSET: Rgb = (0.205, 0.094, 0.054)
AMBER_LEAF: Rgb = (0.275, 0.166, 0.076)
STRAW: Rgb = (0.315, 0.236, 0.108)
TWIG: Rgb = (0.128, 0.100, 0.080)
FOLIAGE: dict[SeasonName, Foliage] = {
    "spring": Foliage(
        (0.130, 0.178, 0.062), DEEP, (0.215, 0.255, 0.085),
        ((0.130, 0.178, 0.062), DEEP, (0.215, 0.255, 0.085), LEAF, SILVER), 0.34,
    ),
    "autumn": Foliage(
        AMBER_LEAF, (0.060, 0.080, 0.045), STRAW,
        (AMBER_LEAF, RUSSET, AMBER_LEAF, STRAW, (0.060, 0.080, 0.045), LEAF), 0.0,
    ),
    "summer": Foliage(
        LEAF, DEEP, (0.150, 0.196, 0.060),
        (LEAF, LEAF, DEEP, DEEP, (0.150, 0.196, 0.060), SILVER, COPPER), 0.04,
    ),
    "winter": Foliage(
        TWIG, (0.042, 0.066, 0.046), (0.150, 0.128, 0.098),
        (TWIG, DEEP, TWIG, (0.150, 0.128, 0.098), DEEP, RUSSET), 0.0,
    ),
}  # fmt: skip
