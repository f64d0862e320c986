"""A composed garden as its shaders know it: everything but light, in numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.scenery.garden.ground import Island
from game.scenery.garden.plan import Plan
from game.scenery.garden.view import View
from game.scenery.light import Rgb, linear
from game.scenery.season import Season
from game.scenery.stage import Stage
from worlds.format.layers.garden import Garden

MAX_ISLANDS = 10
LAMP_HEIGHT_RATIO = 0.845
"""Height of the fire box in a lantern 1 high."""


@dataclass(frozen=True)
class Composition:
    """All that decides how the garden looks, but for light and size."""

    plan: Plan
    view: View
    season: Season
    model: Garden
    seed: float


def islands_uniforms(islands: Sequence[Island]) -> dict[str, Any]:
    """What `garden_view.glsl` knows of some islands."""
    rest = [0.0] * ((MAX_ISLANDS - len(islands)) * 4)
    return {
        "u_island": [v for i in islands for v in (i.x, i.z, i.radius_x, i.radius_z)] + rest,
        "u_island_form": [v for i in islands for v in i.form] + rest,
        "u_islands": len(islands),
    }


SANDS: tuple[Rgb, ...] = ((0.80, 0.78, 0.74), (0.76, 0.78, 0.82), (0.84, 0.76, 0.70), (0.70, 0.68, 0.64))
"""Gravel of four quarries beside what was asked for: pale, grey, rosy, dark."""


def _sand(colour: Rgb, stage: Stage) -> Rgb:
    """Every garden has its own gravel."""
    tint = SANDS[int(stage.generator("garden", "sand").integers(len(SANDS)))]
    return colour[0] * tint[0], colour[1] * tint[1], colour[2] * tint[2]


def _tinted(colour: Rgb, stage: Stage) -> Rgb:
    """Every garden's plaster has weathered in its own way: lighter or darker, warmer or greyer."""
    chance = stage.generator("garden", "plaster")
    light, grey = chance.uniform(0.8, 1.25), chance.uniform(0.0, 0.55)
    mean = sum(colour) / 3
    r, g, b = (light * (part + (mean - part) * grey) for part in colour)
    return r, g, b


def _lamp(plan: Plan) -> dict[str, Any]:
    if plan.lantern is None:
        return {"u_lantern": -1, "u_lamp": (0.0, 0.0, 0.0, 0.0)}
    thing = plan.things[plan.lantern]
    return {
        "u_lantern": plan.lantern,
        "u_lamp": (thing.x, LAMP_HEIGHT_RATIO * thing.size[1], thing.z, thing.yaw_rad),
    }


def common(stage: Stage, made: Composition) -> dict[str, Any]:
    """What any of the bakes may ask for."""
    plan, season, model = made.plan, made.season, made.model
    weave, court = plan.weave, made.view.court
    return {
        **made.view.uniforms(),
        "u_size": stage.size_px,
        "u_seed": made.seed,
        "u_zero": 0,
        **islands_uniforms(plan.islands[:MAX_ISLANDS]),
        "u_damp": (plan.damp.x, plan.damp.z, plan.damp.radius_x, plan.damp.radius_z),
        "u_count": len(plan.things),
        "u_weave": (-math.sin(weave.bearing_rad), math.cos(weave.bearing_rad), weave.wave_m, weave.wave_per_m),
        "u_centre": weave.centre or (0.0, -1.0),
        "u_tine_m": weave.tine_m,
        "u_squares_m": weave.squares_m,
        "u_walls": len(made.view.walls),
        "u_bank": court.bank,
        "u_top_m": court.top_m,
        "u_post_side": float(court.post_side),
        "u_deck_m": made.view.deck_m,
        "u_moss": season.moss,
        "u_leaf": season.bush,
        "u_fallen_a": season.fallen[0],
        "u_fallen_b": season.fallen[1],
        "u_fallen": season.fallen_ratio,
        "u_sand": _sand(linear(model.sand_colour), stage),
        "u_plaster": _tinted(linear(model.wall_colour), stage),
        "u_wood": linear(model.wood_colour),
        **_lamp(plan),
    }
