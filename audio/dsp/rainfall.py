"""How many raindrops of what size fall."""

from __future__ import annotations

import math

_SMALLEST_MM = 0.5
"""Smaller ones are not heard."""
_DENSITY = 8000.0
"""Drops in a cubic metre and a millimetre of diameter, towards diameter 0."""
_LEAST_MM_H = 1e-3
_SPEEDS_M_S, _SLOWER = (9.65, 10.3), 0.6


def slope_per_mm(rate_mm_h: float) -> float:
    """By how much large drops are rarer than small ones: their number falls as e^(-slope D).

    Source: Marshall and Palmer, "The distribution of raindrops with size", Journal of Meteorology 5 (1948).
    """
    return 4.1 * math.pow(rate_mm_h, -0.21)


def fall_m_s(diameter_mm: float) -> float:
    """Speed of a falling drop (Atlas, Srivastava and Sekhon, Reviews of Geophysics 11, 1973)."""
    return max(_SPEEDS_M_S[0] - _SPEEDS_M_S[1] * math.exp(-_SLOWER * diameter_mm), 0.0)


def drops_per_m2_s(rate_mm_h: float, from_mm: float = _SMALLEST_MM, to_mm: float = math.inf) -> float:
    """How many drops between two diameters fall on a square metre in a second; 0 where it does not rain.

    Marshall and Palmer's numbers times the speed of each size, integrated: 750, 2100, 4500 and 7100 of more than
    half a millimetre at 1, 5, 20 and 50 mm/h.
    """
    if rate_mm_h < _LEAST_MM_H:
        return 0.0
    slope = slope_per_mm(rate_mm_h)
    return _larger(slope, from_mm) - (_larger(slope, to_mm) if to_mm < math.inf else 0.0)


def _larger(slope: float, than_mm: float) -> float:
    fast, lag = _SPEEDS_M_S
    steep = slope + _SLOWER
    return _DENSITY * (fast * math.exp(-slope * than_mm) / slope - lag * math.exp(-steep * than_mm) / steep)
