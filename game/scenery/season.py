"""The time of year: one choice a seed, the same for every layer that asks."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenery.stage import Stage
from worlds.format.season import SeasonChoice, SeasonName

Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Season:
    """Colours of one time of year, linear."""

    name: SeasonName
    moss: Rgb
    bush: Rgb
    crown: Rgb
    """Trees that keep their green."""
    bright_crown: Rgb
    """Trees in blossom, in young leaf, turning, or bare."""
    bright_ratio: float
    """How many trees do."""
    fallen: tuple[Rgb, Rgb]
    """What lies on the ground, from one colour to the other."""
    fallen_ratio: float
    """How many of the places for a fallen leaf have one."""


SEASONS: dict[SeasonName, Season] = {
    "spring": Season(
        "spring",
        moss=(0.115, 0.165, 0.032),
        bush=(0.085, 0.150, 0.040),
        crown=(0.090, 0.150, 0.050),
        bright_crown=(0.78, 0.50, 0.54),
        bright_ratio=0.35,
        fallen=((0.62, 0.36, 0.42), (0.78, 0.60, 0.62)),
        fallen_ratio=0.12,
    ),
    "summer": Season(
        "summer",
        moss=(0.080, 0.140, 0.030),
        bush=(0.058, 0.115, 0.036),
        crown=(0.045, 0.095, 0.040),
        bright_crown=(0.15, 0.22, 0.06),
        bright_ratio=0.5,
        fallen=((0.16, 0.20, 0.05), (0.30, 0.27, 0.08)),
        fallen_ratio=0.04,
    ),
    "autumn": Season(
        "autumn",
        moss=(0.125, 0.145, 0.030),
        bush=(0.100, 0.112, 0.032),
        crown=(0.095, 0.115, 0.045),
        bright_crown=(0.66, 0.19, 0.035),
        bright_ratio=0.45,
        fallen=((0.52, 0.10, 0.03), (0.66, 0.34, 0.06)),
        fallen_ratio=0.13,
    ),
    "winter": Season(
        "winter",
        moss=(0.085, 0.105, 0.045),
        bush=(0.070, 0.086, 0.046),
        crown=(0.046, 0.076, 0.046),
        bright_crown=(0.170, 0.128, 0.096),
        bright_ratio=0.4,
        fallen=((0.20, 0.12, 0.06), (0.30, 0.21, 0.12)),
        fallen_ratio=0.06,
    ),
}
SEEDED: tuple[SeasonName, ...] = ("spring", "summer", "autumn")
"""What a seed may choose: the three that are green or bright."""


def season(choice: SeasonChoice, stage: Stage) -> Season:
    """The season asked for, or this seed's."""
    return SEASONS[SEEDED[stage.generator("season").integers(len(SEEDED))] if choice == "seed" else choice]


def heavy_side(stage: Stage) -> int:
    """The side of the picture on which this seed puts what stands nearest: -1 left, 1 right."""
    return 1 if stage.generator("heavy side").random() < 0.5 else -1
