"""The time of year: one choice a seed, the same for leaves, moss and what lies on the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

SeasonName = Literal["spring", "summer", "autumn"]
Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Season:
    """Colours of one time of year, linear."""

    name: SeasonName
    moss: Rgb
    bush: Rgb
    fallen: tuple[Rgb, Rgb]
    """What lies on the sand, from one colour to the other."""
    fallen_ratio: float
    """How many of the places for a fallen leaf have one."""


SEASONS: dict[SeasonName, Season] = {
    "spring": Season(
        "spring", (0.115, 0.165, 0.032), (0.085, 0.150, 0.040), ((0.62, 0.36, 0.42), (0.78, 0.60, 0.62)), 0.12
    ),
    "summer": Season(
        "summer", (0.080, 0.140, 0.030), (0.058, 0.115, 0.036), ((0.16, 0.20, 0.05), (0.30, 0.27, 0.08)), 0.04
    ),
    "autumn": Season(
        "autumn", (0.125, 0.145, 0.030), (0.100, 0.112, 0.032), ((0.52, 0.10, 0.03), (0.66, 0.34, 0.06)), 0.13
    ),
}


def season(choice: SeasonName | Literal["seed"], chance: np.random.Generator) -> Season:
    """The season asked for, or one by chance (give every layer a stream of the same name)."""
    names = get_args(SeasonName)
    return SEASONS[names[chance.integers(len(names))] if choice == "seed" else choice]
