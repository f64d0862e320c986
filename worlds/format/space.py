"""The `[space]` table: how a place answers sound."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from worlds.format.base import Model

DecayS = Annotated[float, Field(ge=0.2, le=8.0)]
"""Time in seconds for a sound to die away by 60 dB."""

SceneName = Literal["forest", "lake", "cave", "room", "none"]

LEAST_REVERB_DB = -60.0

USUAL: dict[str, dict[str, float]] = {
    "forest": {"decay_s": 1.4, "low_decay_s": 1.0, "high_decay_s": 0.7, "reverb_db": -15.0},
    "lake": {"decay_s": 1.4, "low_decay_s": 1.0, "high_decay_s": 0.7, "reverb_db": -20.0},
    "cave": {"decay_s": 2.5, "low_decay_s": 4.0, "high_decay_s": 1.3, "reverb_db": 0.0},
    "room": {"decay_s": 0.4, "low_decay_s": 0.5, "high_decay_s": 0.35, "reverb_db": -4.0},
    "none": {"decay_s": 1.4, "low_decay_s": 1.0, "high_decay_s": 0.7, "reverb_db": LEAST_REVERB_DB},
}
"""What each scene answers where its maker writes nothing else."""


class Space(Model):
    """What comes back from trees, walls and water. Without this table, an open wood. The scene gives the first
    echoes and usual values for the other keys; what you write yourself goes before."""

    scene: SceneName = "forest"
    """What stands around: "forest" scatters for 80 ms, "lake" gives two soft echoes from the far shore, "cave" and
    "room" have walls near by, "none" gives nothing back unless you write `reverb_db`."""
    decay_s: DecayS = 1.4
    """How long sounds linger: a room 0.4, a wood 1.4, a cave 2.5."""
    low_decay_s: DecayS = 1.0
    """The same for lows (125 Hz), longer between walls, shorter under the sky: a room 0.5, a wood 1, a cave 4."""
    high_decay_s: DecayS = 0.7
    """The same for highs (4 kHz), shorter where there is moss, snow or much air: a room 0.35, a wood 0.7, a cave
    1.3."""
    reverb_db: Annotated[float, Field(ge=LEAST_REVERB_DB, le=0.0)] = -15.0
    """How loud all that is beside the sound itself, at 10 m: a lake -20, a wood -15, a room -4, a cave 0; -60 is
    nothing at all."""

    @model_validator(mode="before")
    @classmethod
    def _as_usual(cls, written: Any) -> Any:
        """Fill in what the scene answers."""
        if not isinstance(written, dict):
            return written
        scene = written.get("scene", "forest")
        return {**USUAL.get(scene, {}), **written} if isinstance(scene, str) else written
