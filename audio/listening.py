"""How a visitor listens: the names of the ways."""

from __future__ import annotations

from typing import Literal

Listening = Literal["headphones", "speakers", "mono"]
"""Headphones: level, time and tone differ between the ears. Speakers: level alone. Mono: both sides the same."""
