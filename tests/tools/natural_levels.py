"""Loudness of every voice alone against `NATURAL_LUFS`: `python -m tests.tools.natural_levels [KIND ...]`.

Tells by what factor each voice's level constant should be multiplied: the mean of three seeds, a minute each, of
every audition.
"""

from __future__ import annotations

import sys

import numpy as np
import pyloudnorm

from audio.mix.strip import NATURAL_LUFS
from audio.voice import Audition
from tests.tools.voice_clip import RATE_HZ, every_audition, heard


def loudness(kind: str, audition: Audition, seed: int, seconds: float = 60.0) -> float:
    """Integrated loudness in LUFS of a voice alone."""
    samples = heard(kind, audition, seconds, seed)
    return float(pyloudnorm.Meter(RATE_HZ).integrated_loudness(samples.T.astype(np.float64)))


def main() -> None:
    """Print a line for every audition, or those of the kinds named."""
    kinds = sys.argv[1:]
    for kind, audition in every_audition():
        if kinds and kind not in kinds:
            continue
        found = [loudness(kind, audition, seed) for seed in (1, 2, 3)]
        factor = 10 ** ((NATURAL_LUFS - float(np.mean(found))) / 20)
        print(f"{kind:16} {audition.name:12} {np.mean(found):7.2f} LUFS (sd {np.std(found):.2f})  x {factor:.4f}")


if __name__ == "__main__":
    main()
