"""Loudness of every voice alone against `NATURAL_LUFS`: `python -m tests.tools.natural_levels [KIND ...]`.

Tells by what factor each voice's level constant should be multiplied. The mean of three seeds, a minute each,
every signal at one half, instruments given their usual notes (docs/architecture.md, Sound).
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pyloudnorm

from tests.tools.voice_clip import RATE_HZ, build, clip, usual_notes
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel

NATURAL_LUFS = -23.0
VARIANTS: dict[str, list[dict[str, Any]]] = {
    "crickets": [{"activity_ratio": 0.9}],
    "wind": [{"through": name} for name in ("open", "pines", "grass")],
    "pluck": [{"body": name} for name in ("harp", "koto", "felt_piano")],
}


def loudness(kind: str, seed: int, seconds: float = 60.0, **fields: Any) -> float:
    """Integrated loudness in LUFS of a voice alone."""
    samples = clip(build(kind, seed, **fields), seconds, notes=usual_notes(kind))
    return float(pyloudnorm.Meter(RATE_HZ).integrated_loudness(samples.T.astype(np.float64)))


def main() -> None:
    """Print a line for every kind, or those named."""
    kinds = sys.argv[1:] or [kind_of(model) for model in models_in("worlds.format.voices", VoiceModel)]
    for kind in kinds:
        for fields in VARIANTS.get(kind, [{}]):
            found = [loudness(kind, seed, **fields) for seed in (1, 2, 3)]
            factor = 10 ** ((NATURAL_LUFS - float(np.mean(found))) / 20)
            print(
                f"{kind:16} {fields or ''!s:28} {np.mean(found):7.2f} LUFS (sd {np.std(found):.2f})  x {factor:.4f}"
            )


if __name__ == "__main__":
    main()
