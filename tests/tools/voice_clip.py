"""A voice alone, as samples, a sound file and a spectrogram: `python -m tests.tools.voice_clip KIND OUT.wav`."""

from __future__ import annotations

import argparse
import time
import wave
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio import audition as hearing
from audio.voice import Audition, Note, Voice, no_notes
from worlds.signals import Signals

RATE_HZ = 48000
BLOCK = 1024
HALF = hearing.halfway(Audition())
GUSTY = hearing.over_time(Audition())
"""The same, but that it gusts."""


def build(kind: str, seed: int = 1, **fields: Any) -> Voice[Any]:
    """A voice of this kind, ready to render."""
    return hearing.voice(kind, Audition(fields=fields), seed, RATE_HZ, BLOCK)


def clip(
    voice: Voice[Any],
    seconds: float,
    signals: Callable[[float], Signals] = GUSTY,
    notes: Callable[[float, float], Iterable[Note]] = no_notes,
) -> NDArray[np.float32]:
    """Render so many seconds, shape (2, samples). `notes` gives what is played from one moment to the next."""
    blocks = hearing.blocks(voice, signals, notes)
    return np.concatenate([block.copy() for block in islice(blocks, int(seconds * RATE_HZ / BLOCK))], axis=1)


def heard(kind: str, audition: Audition, seconds: float, seed: int = 1) -> NDArray[np.float32]:
    """A voice as its audition lets it be heard, shape (2, samples)."""
    voice = hearing.voice(kind, audition, seed, RATE_HZ, BLOCK)
    return clip(voice, seconds, hearing.over_time(audition, seed), audition.notes)


def every_audition() -> list[tuple[str, Audition]]:
    """Kind and audition of all there are."""
    return [(kind, audition) for kind in hearing.kinds() for audition in hearing.auditions(kind)]


def save(path: Path, samples: NDArray[np.float32]) -> None:
    """Write 16-bit samples, limited to full scale."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples.T, -1, 1) * 32767).astype("<i2").tobytes())


def _fields(texts: list[str]) -> dict[str, Any]:
    pairs = [text.split("=", 1) for text in texts]
    return {name: _plain(value) for name, value in pairs}


def _plain(text: str) -> Any:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def main() -> None:
    """Render one voice; tell its loudness and its cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--set", nargs="*", default=[], metavar="FIELD=VALUE")
    options = parser.parse_args()
    audition = hearing.auditions(options.kind)[0]
    voice = hearing.voice(options.kind, audition, options.seed, RATE_HZ, BLOCK, **_fields(options.set))
    began = time.process_time()
    samples = clip(voice, options.seconds, hearing.over_time(audition), audition.notes)
    cost = (time.process_time() - began) / options.seconds
    save(options.out, samples)
    print(f"{options.kind}: {cost:.2%} of a core, peak {np.abs(samples).max():.2f}")


if __name__ == "__main__":
    main()
