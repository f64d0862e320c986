"""Where a sound comes from: how much of it goes to each ear, through which of a few shared filters.

Filters that every voice had to itself would cost more than the voices. So there are a few buses, each with one
fixed filter, and a place is only a table of gains: moving a voice is moving gains.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import Coefficients, low_pass, low_pass_2

PLAIN, NEAR_AIR, MIDDLE_AIR, FAR_AIR, SHADE, ROOM = range(6)
BUSES = 6

REFERENCE_M = 10.0
"""At this distance a voice has the loudness its maker wrote."""
NEAREST_M = 2.5
"""Nearer than this it grows no louder (12 dB above the reference)."""

AIR_M = (0.0, 40.0, 160.0, 640.0)
"""Distances of which the air buses have the tone."""
_AIR_FILTERS = ((11260.0, 0.42), (3823.0, 0.58), (2032.0, 0.44))
"""Cutoff and quality fitted to ISO 9613-1 at 20 °C and 50 % humidity for those distances, 125 Hz to 8 kHz."""

HEAD_RADIUS_M = 0.0875
SOUND_M_S = 343.0
SHADE_HZ = 600.0
"""What goes round the head to the far ear keeps its lows; with the shares below within 2 dB of a rigid sphere."""
SHADE_SLOPE = 1.7
CLEAR_DEG = 2.0
"""Nearer to the middle than this a voice simply stands there."""


def filters(bus: int, sample_rate_hz: int) -> Coefficients | None:
    """The filter of a bus; None where sound passes as it is."""
    if bus == SHADE:
        return low_pass(SHADE_HZ, sample_rate_hz)
    if bus in (NEAR_AIR, MIDDLE_AIR, FAR_AIR):
        cutoff_hz, q = _AIR_FILTERS[bus - NEAR_AIR]
        return low_pass_2(cutoff_hz, q, sample_rate_hz)
    return None


def level(distance_m: float) -> float:
    """Gain by distance: 6 dB less for every doubling."""
    return REFERENCE_M / max(distance_m, NEAREST_M)


def delay_s(azimuth_deg: float) -> float:
    """How much later the far ear hears it: a (sin θ + θ) / c for a sphere (Woodworth), 0.66 ms at most."""
    theta = math.radians(abs(azimuth_deg))
    theta = min(theta, math.pi - theta)
    return HEAD_RADIUS_M / SOUND_M_S * (math.sin(theta) + theta)


def gains(azimuth_deg: float, distance_m: float) -> NDArray[np.float64]:
    """Gains from (left, right, left late, right late) of a voice to both ears of each bus.

    Shape (6 buses, 2 ears, 4). "Late" is the same sound delayed by `delay_s`, for the far ear alone. From the
    middle it is the identity; to the side the voice narrows to a point, with the same power in both ears together.
    """
    table = np.zeros((BUSES, 2, 4))
    near, far_high, far_low = _ears(azimuth_deg)
    air = _air_shares(distance_m) * level(distance_m)
    for ear in (0, 1):
        is_far = (azimuth_deg > 0) == (ear == 0) and abs(azimuth_deg) > CLEAR_DEG
        spread = _spread(azimuth_deg, ear, is_far)
        table[:SHADE, ear] = np.outer(air, spread * (far_high if is_far else near))
        if is_far:
            table[SHADE, ear] = spread * far_low * level(distance_m)
        table[ROOM, ear, ear] = math.sqrt(level(distance_m))
    return table


def _ears(azimuth_deg: float) -> tuple[float, float, float]:
    """Gain of the near ear, and of highs and added lows of the far one, scaled to the power of two ears."""
    if abs(azimuth_deg) <= CLEAR_DEG:
        return 1.0, 1.0, 0.0
    side = min(abs(math.sin(math.radians(azimuth_deg))), math.sin(math.radians(60)))
    high = math.exp(-SHADE_SLOPE * side)
    middle = (high + (1 - high) * 0.5) ** 2
    scale = math.sqrt(2 / (1 + middle))
    return scale, scale * high, scale * (1 - high)


def _spread(azimuth_deg: float, ear: int, is_far: bool) -> NDArray[np.float64]:
    """How a voice's own left and right share an ear: apart in the middle, together at the side."""
    turn = abs(math.sin(math.radians(azimuth_deg))) * math.pi / 4 if abs(azimuth_deg) > CLEAR_DEG else 0.0
    share = np.zeros(4)
    first = 2 if is_far else 0
    share[first + ear], share[first + 1 - ear] = math.cos(turn), math.sin(turn)
    return share


def _air_shares(distance_m: float) -> NDArray[np.float64]:
    """Shares of the four air buses, so that the tone glides with distance; they add to 1."""
    place = np.interp(distance_m, (REFERENCE_M, *AIR_M[1:]), range(len(AIR_M)))
    return np.maximum(0.0, 1.0 - np.abs(place - np.arange(len(AIR_M))))
