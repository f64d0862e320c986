"""The scale of the hour."""

from __future__ import annotations

from audio.score.moment import Moment, Operator
from worlds.format.score import Modes as Written
from worlds.format.score import Score
from worlds.signals import Signals

_LOW_SUN = 0.35
"""Below this height of the sun, above or below the horizon, it is dawn or dusk: an hour and a half about it."""
KIN = {
    "lydian": ("ionian", "lydian", "mixolydian", "dorian"),
    "ionian": ("lydian", "ionian", "mixolydian", "dorian"),
    "mixolydian": ("ionian", "mixolydian", "dorian", "aeolian"),
    "dorian": ("mixolydian", "dorian", "dorian", "aeolian"),
    "aeolian": ("dorian", "aeolian", "aeolian", "minor_pentatonic"),
    "pentatonic": ("ritusen", "pentatonic", "egyptian", "minor_pentatonic"),
    "ritusen": ("pentatonic", "ritusen", "egyptian", "minor_pentatonic"),
    "egyptian": ("ritusen", "egyptian", "egyptian", "minor_pentatonic"),
    "minor_pentatonic": ("egyptian", "minor_pentatonic", "minor_pentatonic", "aeolian"),
    "hirajoshi": ("kumoi", "hirajoshi", "hirajoshi", "minor_pentatonic"),
    "kumoi": ("ritusen", "kumoi", "hirajoshi", "minor_pentatonic"),
}
"""The scales for dawn, noon, dusk and night that are kin to each: as rags have their hours, brighter as light
comes and darker as it goes. Each differs from its neighbours by a tone or two, so that chords find a way over."""
_TIMES = ("dawn", "noon", "dusk", "night")


class Modes(Operator):
    """Asks for the scale of the hour; the chords take it up at their next change that leads there smoothly."""

    def __init__(self, model: Score) -> None:
        kin = KIN[model.scale] if model.modes is None else (model.scale,) * len(_TIMES)
        written = model.modes or Written()
        self._scales = {time: getattr(written, time) or usual for time, usual in zip(_TIMES, kin, strict=True)}

    def step(self, now: Moment) -> None:
        """Look at the sun."""
        now.scale = self._scales[time_of(now.signals)]


def time_of(signals: Signals) -> str:
    """Which of the four times of the day it is."""
    if abs(signals.sun_height) < _LOW_SUN:
        return "dawn" if signals.hour < 12.0 else "dusk"
    return "noon" if signals.sun_height > 0.0 else "night"
