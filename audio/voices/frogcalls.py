"""How frogs call: pulses of a few partials, as many and as fast as each species has them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake


@dataclass(frozen=True)
class FrogCall:
    """The call of a species at 20 °C."""

    carrier_hz: float
    partials: tuple[tuple[float, float], ...]
    """Ratio to the carrier, and height."""
    climb: float
    """How much the pitch rises from the first pulse of a call to the last."""
    sweep: float
    """How much it rises within one pulse."""
    pulse_s: float
    attack: float
    """Part of the pulse in which it swells."""
    decay: float
    """How steeply it dies away after that, in units of e over the pulse; 0 for a steady one."""
    breath: float
    """Share of noise that shakes the phase: 0 for a whistle."""
    pulses_per_s: float
    pulses: float
    pulses_sd: float
    rest_s: float
    rest_sd: float
    pauses: float
    """Chance of a longer pause after a call."""
    loudness: float = 1.0
    begins: float = 0.35
    """Strength of the first pulse beside the loudest."""
    pitch_sd: float = 0.03
    warmth: float = 0.045
    """By how much each degree quickens the pulses."""
    patience: float = 1.0
    """How long it waits after another's call."""

    @property
    def steps(self) -> int:
        """At how many pitches pulses are made."""
        return 10 if self.climb else 4

    def warm(self, temperature_c: float) -> float:
        """How much quicker pulses come at this warmth than at 20 °C."""
        return min(max(1.0 + self.warmth * (temperature_c - 20.0), 0.35), 1.8)


_GREEN = ((1.0, 1.0), (1.333, 0.25), (2.667, 0.3), (3.0, 0.7), (3.333, 0.4), (3.667, 0.12))
_HISS = 0.013
"""Air in a pulse, beside its breath."""
_GREY = ((1.0, 1.0), (0.44, 0.15), (0.5, 0.13), (0.58, 0.15), (0.7, 0.05), (1.46, 0.06), (2.0, 0.02))

_GREY_TREEFROG = FrogCall(
    carrier_hz=2100.0,
    partials=_GREY,
    climb=0.16,
    sweep=0.04,
    pulse_s=0.032,
    attack=0.15,
    decay=3.5,
    breath=0.5,
    pulses_per_s=30.0,
    pulses=19.0,
    pulses_sd=4.0,
    rest_s=5.5,
    rest_sd=0.45,
    pauses=0.25,
    pitch_sd=0.06,
)
_COPES_TREEFROG = replace(
    _GREY_TREEFROG,
    carrier_hz=2350.0,
    climb=0.08,
    sweep=0.03,
    pulse_s=0.02,
    pulses_per_s=50.0,
    pulses=27.0,
    pulses_sd=5.0,
    rest_s=6.0,
)
_GREEN_TREEFROG = FrogCall(
    carrier_hz=900.0,
    partials=_GREEN,
    climb=0.0,
    sweep=0.02,
    pulse_s=0.15,
    attack=0.2,
    decay=2.0,
    breath=0.25,
    pulses_per_s=1.0,
    pulses=1.0,
    pulses_sd=0.0,
    rest_s=0.75,
    rest_sd=0.12,
    pauses=0.12,
    loudness=0.9,
    begins=1.0,
)
_SPRING_PEEPER = replace(
    _GREEN_TREEFROG,
    carrier_hz=2950.0,
    partials=((1.0, 1.0), (2.0, 0.02)),
    sweep=0.09,
    decay=0.8,
    breath=0.0,
    rest_s=0.95,
    rest_sd=0.1,
    pauses=0.06,
    loudness=0.88,
    pitch_sd=0.02,
    patience=0.35,
)
SPECIES = {
    "grey_treefrog": _GREY_TREEFROG,
    "copes_treefrog": _COPES_TREEFROG,
    "green_treefrog": _GREEN_TREEFROG,
    "spring_peeper": _SPRING_PEEPER,
}
"""Grey treefrog (Hyla versicolor) 28 to 32 pulses a second, Cope's (H. chrysoscelis) 44 to 60, trills of half a
second and more (Gerhardt and others; USGS frog quizzes). Green treefrog (H. cinerea): notes of 0.9 and 3.0 kHz, all
harmonics of some 300 Hz (Gerhardt, JASA 55, 1974). Spring peeper (Pseudacris crucifer): a whistle of 0.15 s rising
to 2.9 to 3.2 kHz, about one a second."""


def pulse(
    call: FrogCall, rate: int, chance: np.random.Generator, pitch: float, along: float
) -> NDArray[np.float64]:
    """One pulse of a call, `along` 0..1 of its way."""
    t_s = bake.seconds(rate, call.pulse_s)
    way = t_s / call.pulse_s
    hz = (
        call.carrier_hz
        * pitch
        * (1.0 + call.climb * (along - 0.6))
        * (1.0 + 0.006 * float(chance.standard_normal()))
    )
    turns = hz * t_s * (1.0 + call.sweep * (0.5 * way - 0.5))
    shake = call.breath * np.exp(-5.0 * way) * _smooth(chance, rate, len(t_s)) if call.breath else 0.0 * t_s
    wave = call.breath * _HISS * np.exp(-4.0 * way) * chance.standard_normal(len(t_s))
    for ratio, height in call.partials:
        wave += height * np.sin(2 * np.pi * ratio * (turns + chance.random()) + ratio * shake)
    swell = bake.eased(way / call.attack) * np.exp(-call.decay * np.maximum(way - call.attack, 0.0))
    return np.asarray(wave * swell * bake.eased((1.0 - way) / 0.3))


def _smooth(chance: np.random.Generator, rate: int, count: int) -> NDArray[np.float64]:
    """Slow noise of unit variance: a throat shakes at some hundreds of Hz."""
    window = np.hanning(max(int(0.0022 * rate), 4) + 2)
    window /= np.sqrt((window**2).sum())
    return np.convolve(chance.standard_normal(count + len(window) - 1), window, "valid")
