"""A voice alone, as samples, a sound file and a spectrogram: `python -m tests.tools.voice_clip KIND OUT.wav`."""

from __future__ import annotations

import argparse
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.voice import Instrument, Note, Setup, Voice, voice_for
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel
from worlds.signals import Signals

RATE_HZ = 48000
BLOCK = 1024
HALF = Signals(hour=6.0, breath=0.5, daylight=0.5, sun_height=0.0, wind=0.5, rain=0.5, warmth=0.5)
"""Every signal at its middle: what a voice's natural level is told at."""


def build(kind: str, seed: int = 1, **fields: Any) -> Voice[Any]:
    """A voice of this kind, ready to render."""
    models = {kind_of(model): model for model in models_in("worlds.format.voices", VoiceModel)}
    model = models[kind].model_validate({"kind": kind, **fields})
    voice = voice_for(model)(model, Setup(RATE_HZ, BLOCK, seed, f"voice/{kind}"))
    voice.complete()
    return voice


def clip(
    voice: Voice[Any],
    seconds: float,
    signals: Callable[[float], Signals] = lambda _: HALF,
    notes: Callable[[float], Iterator[Note]] | None = None,
) -> NDArray[np.float32]:
    """Render so many seconds, shape (2, samples). `notes` gives what is played at the start of each block."""
    blocks = []
    for index in range(int(seconds * RATE_HZ / BLOCK)):
        t_s = index * BLOCK / RATE_HZ
        for note in notes(t_s) if notes and isinstance(voice, Instrument) else ():
            voice.play(note)
        voice.follow(signals(t_s))
        out = np.zeros((2, BLOCK), np.float32)
        voice.render(out)
        blocks.append(out)
    return np.concatenate(blocks, axis=1)


def usual_notes(kind: str) -> Callable[[float], Iterator[Note]]:
    """What an instrument is given when its natural level is told: see docs/architecture.md, Sound."""
    chord = (110.0, 165.0, 220.0, 275.0)
    scale = (220.0, 247.5, 275.0, 330.0, 366.7, 440.0)

    def now(t_s: float, every_s: float) -> bool:
        return int(t_s / every_s) != int((t_s - BLOCK / RATE_HZ) / every_s) or t_s == 0.0

    def notes(t_s: float) -> Iterator[Note]:
        if kind == "pad" and t_s == 0.0:
            yield from (Note(hz, 0.5, duration_s=600.0) for hz in chord)
        elif kind == "rake":
            yield Note(220.0, 0.5)
        elif kind in {"bowl", "pluck"} and now(t_s, 6.0):
            yield Note(scale[int(t_s / 6.0) % len(scale)] / (2.0 if kind == "bowl" else 1.0), 0.5)

    return notes


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
    voice = build(options.kind, options.seed, **_fields(options.set))
    began = time.process_time()
    samples = clip(voice, options.seconds, notes=usual_notes(options.kind))
    cost = (time.process_time() - began) / options.seconds
    save(options.out, samples)
    print(f"{options.kind}: {cost:.2%} of a core, peak {np.abs(samples).max():.2f}")


if __name__ == "__main__":
    main()
