"""Units, as the names of keys carry them: `loudness_db`, `speed_m_s`, `notes_per_min`."""

from __future__ import annotations

from worlds.said import said, untranslated

_UNITS = {
    "_per_min": untranslated("a minute"),
    "_per_h": untranslated("an hour"),
    "_m_s": "m/s",
    "_px_s": "px/s",
    "_deg_s": "°/s",
    "_deg_h": "°/h",
    "_mm_h": "mm/h",
    "_db": "dB",
    "_hz": "Hz",
    "_khz": "kHz",
    "_ms": "ms",
    "_s": "s",
    "_min": "min",
    "_minutes": untranslated("minutes"),
    "_hour": "h",
    "_mm": "mm",
    "_cm": "cm",
    "_m": "m",
    "_km": "km",
    "_deg": "°",
    "_px": "px",
    "_c": "°C",
    "_kg": "kg",
    "_cents": untranslated("cents"),
}


def unit_of(key: str) -> str:
    """The unit a key's value is in, or nothing for ratios, counts and texts; the longest ending counts."""
    endings = [ending for ending in _UNITS if key.endswith(ending)]
    return said(_UNITS[max(endings, key=len)]) if endings else ""
