"""The times of year, as packs name them."""

from __future__ import annotations

from typing import Literal

SeasonName = Literal["spring", "summer", "autumn", "winter"]
SeasonChoice = Literal["seed", "spring", "summer", "autumn", "winter"]
"""One of them, or "seed": today's where the visitor has said how far north they live, else one of the seed's."""
