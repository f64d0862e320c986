"""The scales a pack may name."""

from __future__ import annotations

from typing import Literal

ScaleName = Literal[
    "lydian",
    "ionian",
    "mixolydian",
    "dorian",
    "aeolian",
    "pentatonic",
    "ritusen",
    "egyptian",
    "minor_pentatonic",
    "hirajoshi",
    "kumoi",
]
"""Seven notes from bright to dark, five notes without a semitone from bright to dark, and two Japanese ones."""
