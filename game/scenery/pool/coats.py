"""Coats of koi: varieties as their breeders know them, and one for each fish of a pond."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Rgb = tuple[float, float, float]
WHITE, RED, ORANGE, BLACK = (0.86, 0.82, 0.74), (0.76, 0.085, 0.018), (0.88, 0.28, 0.028), (0.020, 0.020, 0.026)
GOLD, SLATE, CREAM = (0.86, 0.50, 0.09), (0.28, 0.35, 0.42), (0.88, 0.72, 0.42)


@dataclass(frozen=True)
class Coat:
    """One variety; colours in linear light, shares 0..1."""

    number: int
    """What the shader knows it by; only some have a drawing of their own."""
    ground: Rgb
    first: Rgb
    second: Rgb
    fin: Rgb
    first_ratio: float
    """How much of the back the first colour covers; 0 for none."""
    second_ratio: float
    net_ratio: float
    """How dark the edges of the scales are."""
    bare_head_ratio: float
    """How far the head keeps its ground colour."""


KOHAKU = Coat(0, WHITE, RED, BLACK, (0.84, 0.70, 0.62), 0.56, 0.0, 0.12, 0.3)
SANKE = Coat(1, WHITE, RED, BLACK, (0.84, 0.74, 0.68), 0.52, 0.36, 0.10, 0.2)
SHOWA = Coat(2, (0.10, 0.09, 0.10), RED, WHITE, (0.42, 0.38, 0.38), 0.50, 0.44, 0.10, 0.0)
OGON = Coat(3, GOLD, CREAM, BLACK, (0.90, 0.60, 0.18), 0.38, 0.0, 0.20, 0.0)
ASAGI = Coat(4, SLATE, ORANGE, BLACK, (0.62, 0.36, 0.20), 0.0, 0.0, 0.42, 0.0)
ORENJI = Coat(5, ORANGE, (0.94, 0.50, 0.10), WHITE, (0.92, 0.44, 0.08), 0.46, 0.34, 0.15, 0.0)
TANCHO = Coat(6, WHITE, RED, BLACK, (0.86, 0.82, 0.76), 0.0, 0.0, 0.10, 0.0)
PLATINUM = Coat(7, (0.78, 0.80, 0.80), CREAM, BLACK, (0.80, 0.82, 0.84), 0.34, 0.0, 0.24, 0.0)
KARASU = Coat(8, (0.045, 0.045, 0.055), ORANGE, BLACK, (0.12, 0.11, 0.12), 0.30, 0.0, 0.20, 0.0)
COMMON = (KOHAKU, SANKE, OGON, SHOWA, ASAGI, ORENJI, TANCHO, KOHAKU, PLATINUM)
RARE = (KARASU, SANKE, OGON, SHOWA, ORENJI, ASAGI, TANCHO)


def coats(chance: np.random.Generator, count: int) -> list[Coat]:
    """One for each fish: any few of them differ, and every pond has its own."""
    common, rare = chance.permutation(len(COMMON)), chance.permutation(len(RARE))
    order = [COMMON[i] for i in common] + [RARE[i] for i in rare]
    return order[:count]
