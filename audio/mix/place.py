"""Where a sound comes from: how much of it goes to each ear, through which of a few shared filters.

Filters that every voice had to itself would cost more than the voices. So there are a few buses, each with one
fixed filter, and a place is only a table of gains: moving a voice is moving gains.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.dsp.filters import Coefficients, band_pass, low_pass, low_pass_2

PLAIN, NEAR_AIR, MIDDLE_AIR, FAR_AIR, SHADE, HEIGHT, ROOM = range(7)
BUSES = 7
AIR_BUSES = 4
"""The first four, between which distance shares a voice out."""

REFERENCE_M = 10.0
"""At this distance a voice has the loudness its maker wrote."""
NEAREST_M = 2.5
"""Nearer than this it grows no louder (12 dB above the reference)."""

AIR_M = (0.0, 40.0, 160.0, 640.0)
"""Distances of which the air buses have the tone."""
_AIR_FILTERS = ((12900.0, 0.337), (3572.0, 0.662), (1770.0, 0.545))
_AIR_BENDS = (1.0, 1.17, 0.47)
"""Cutoff and quality, and how shares go from one distance to the next, fitted to ISO 9613-1 at 20 °C and 50 %
humidity: within 1.3 dB up to 160 m from 125 Hz to 8 kHz, and up to 450 m to 4 kHz."""

HEAD_RADIUS_M = 0.0875
SOUND_M_S = 343.0
SHADE_HZ = 690.0
"""What goes round the head to the far ear keeps its lows; with the shares below within 1 dB of a rigid sphere."""
SHADE_SLOPE, SHADE_BEND = 1.865, 1.115
HEIGHT_HZ, HEIGHT_Q = 8000.0, 1.4
"""What comes from above is heard as from above by more around 8 kHz, what comes from below by less."""
ABOVE, BELOW = 0.8, 0.35
"""Right above that band is 5 dB stronger, right below 4 dB weaker."""
HEIGHT_AIR_DB_M = 0.105
"""What air takes of it."""


def filters(bus: int, sample_rate_hz: int) -> Coefficients | None:
    """The filter of a bus; None where sound passes as it is."""
    if bus == SHADE:
        return low_pass(SHADE_HZ, sample_rate_hz)
    if bus == HEIGHT:
        return band_pass(HEIGHT_HZ, HEIGHT_Q, sample_rate_hz)
    if bus in (NEAR_AIR, MIDDLE_AIR, FAR_AIR):
        cutoff_hz, q = _AIR_FILTERS[bus - NEAR_AIR]
        return low_pass_2(cutoff_hz, q, sample_rate_hz)
    return None


def level(distance_m: float) -> float:
    """Gain by distance: 6 dB less for every doubling."""
    return REFERENCE_M / max(distance_m, NEAREST_M)


def room_share(distance_m: float) -> float:
    """Gain to the room: it falls with distance too, but by half as many dB."""
    return math.sqrt(level(distance_m))


def elevation_deg(height_m: float, distance_m: float) -> float:
    """The angle above the level of the ears of what is so high and so far away, -90..90."""
    return math.degrees(math.asin(min(max(height_m / distance_m, -1.0), 1.0)))


def sideways(azimuth_deg: float, elevation_deg: float = 0.0) -> float:
    """How far to a side it stands: -1 at the left ear, 1 at the right, 0 anywhere between the two, above too."""
    return math.sin(math.radians(azimuth_deg)) * math.cos(math.radians(elevation_deg))


def delay_s(azimuth_deg: float, elevation_deg: float = 0.0) -> float:
    """How much later the far ear hears it: a (sin θ + θ) / c for a sphere (Woodworth), 0.66 ms at most."""
    side = min(abs(sideways(azimuth_deg, elevation_deg)), 1.0)
    return HEAD_RADIUS_M / SOUND_M_S * (side + math.asin(side))


def gains(azimuth_deg: float, distance_m: float, elevation_deg: float = 0.0) -> NDArray[np.float64]:
    """Gains from (left, right, left late, right late) of a voice to both ears of each bus.

    Shape (7 buses, 2 ears, 4). "Late" is the same sound delayed by `delay_s`, for the far ear alone. From the
    middle it is the identity; to the side the voice narrows to a point, with the same power in both ears together.
    """
    table = np.zeros((BUSES, 2, 4))
    side = sideways(azimuth_deg, elevation_deg)
    near, far_high, far_low = _ears(abs(side))
    air = air_shares(distance_m) * level(distance_m)
    height = _height(elevation_deg) * level(distance_m) * 10 ** (-HEIGHT_AIR_DB_M * distance_m / 20)
    for ear in (0, 1):
        is_far = side > 0.0 if ear == 0 else side < 0.0
        spread = _spread(abs(side), ear, is_far) * (far_high if is_far else near)
        table[:AIR_BUSES, ear] = np.outer(air, spread)
        if is_far:
            table[SHADE, ear] = spread / far_high * far_low * level(distance_m)
        table[HEIGHT, ear] = spread * height
        table[ROOM, ear, ear] = room_share(distance_m)
    return table


def _height(elevation_deg: float) -> float:
    """How much of the band that tells of height is added, or taken away.

    Blauert's directional band for above (Acustica 22, 1969/70), where Hebrank and Wright (J. Acoust. Soc. Am. 56,
    1974) find the peak that tells of above; ears differ, so it is a hint.
    """
    up = math.sin(math.radians(elevation_deg))
    return up * (ABOVE if up > 0.0 else BELOW)


def _ears(side: float) -> tuple[float, float, float]:
    """Gain of the near ear, and of highs and added lows of the far one, scaled to the power of two ears."""
    high = math.exp(-SHADE_SLOPE * min(side, math.sin(math.radians(60))) ** SHADE_BEND)
    middle = (high + (1 - high) * 0.5) ** 2
    scale = math.sqrt(2 / (1 + middle))
    return scale, scale * high, scale * (1 - high)


def _spread(side: float, ear: int, is_far: bool) -> NDArray[np.float64]:
    """How a voice's own left and right share an ear: apart in the middle, together at the side."""
    turn = side * math.pi / 4
    share = np.zeros(4)
    first = 2 if is_far else 0
    share[first + ear], share[first + 1 - ear] = math.cos(turn), math.sin(turn)
    return share


def air_shares(distance_m: float) -> NDArray[np.float64]:
    """Shares of the four air buses, so that the tone glides with distance; they add to 1."""
    shares = np.zeros(AIR_BUSES)
    between = float(np.interp(distance_m, (REFERENCE_M, *AIR_M[1:]), range(AIR_BUSES)))
    nearer = min(int(between), AIR_BUSES - 2)
    shares[nearer + 1] = (between - nearer) ** _AIR_BENDS[nearer]
    shares[nearer] = 1.0 - shares[nearer + 1]
    return shares
