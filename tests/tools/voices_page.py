"""The audition page of every voice, `docs/voices.md`, with spectrograms: `python -m tests.tools.voices_page`.

Names of kinds make only their pictures anew: `python -m tests.tools.voices_page wind stream`; `--text` makes none.
"""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio import audition as hearing
from audio.voice import Audition, voice_for
from tests.tools.voice_clip import RATE_HZ, heard
from worlds.reference import voice_keys

PAGE = Path(__file__).parents[2] / "docs" / "voices.md"
PICTURES = PAGE.parent / "voices"
SEED = 1
SHOWN_S, SPARSE_SHOWN_S = 12.0, 60.0
FRAME, HOP = 2048, 512
LOWEST_HZ, HIGHEST_HZ = 40.0, 16000.0
ROWS, COLUMNS = 120, 480
RANGE_DB = 72.0
INTRODUCTION = """# Every voice, to be heard and seen

What each voice of a pack is, how it is made and from which source, and what can be written of it in `[[voice]]`.
The pictures show it alone, dry, at its natural level: 40 Hz at the bottom to 16 kHz at the top, every octave as
high as the next, 12 seconds from left to right (60 for what sounds now and then); lighter is louder.
To hear one: `stillroom render --voice NAME --out voice.wav --seconds 60`.

<!-- Written by `python -m tests.tools.voices_page`, from the code. -->
"""


def page() -> str:
    """The whole document."""
    return INTRODUCTION + "\n" + "\n".join(line for kind in hearing.kinds() for line in section(kind))


def section(kind: str) -> Iterator[str]:
    """What the page says of one kind."""
    model = hearing.kinds()[kind]
    sounding = voice_for(model)
    yield from (f"## {kind}", "", inspect.getdoc(model) or "", "")
    for audition in sounding.auditions:
        name = f"{kind}/{audition.name}".rstrip("/")
        yield from (f"`{name}`", "", f"![{name}](voices/{file_name(kind, audition)})", "")
    yield from (inspect.getdoc(sounding) or "", "", voice_keys(kind), "")


def file_name(kind: str, audition: Audition) -> str:
    """The picture's file, in `PICTURES`."""
    return f"{kind}-{audition.name}".rstrip("-") + ".png"


def spectrogram(samples: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Grey values, shape (ROWS, COLUMNS): octaves upwards, time to the right, 72 dB down from the loudest."""
    mono = samples.mean(axis=0)
    frames = np.lib.stride_tricks.sliding_window_view(mono, FRAME)[::HOP] * np.hanning(FRAME)
    power = np.abs(np.fft.rfft(frames)) ** 2
    times = np.array_split(np.arange(len(power)), COLUMNS)
    columns = np.stack([power[each].mean(axis=0) for each in times], axis=1)
    hz = np.geomspace(LOWEST_HZ, HIGHEST_HZ, ROWS + 1) * FRAME / RATE_HZ
    rows = [columns[int(low) : max(int(high), int(low) + 1)].mean(axis=0) for low, high in pairwise(hz)]
    levels = 10 * np.log10(np.array(rows[::-1]) + 1e-20)
    return np.asarray(np.clip((levels - levels.max()) / RANGE_DB + 1.0, 0.0, 1.0) * 255, np.uint8)


def wanted() -> set[str]:
    """The picture of every audition there is."""
    return {file_name(kind, audition) for kind in hearing.kinds() for audition in hearing.auditions(kind)}


def draw(kind: str, audition: Audition) -> None:
    """Write the picture of one audition."""
    from matplotlib import colormaps
    from PIL import Image

    samples = heard(kind, audition, SPARSE_SHOWN_S if audition.sparse else SHOWN_S, SEED)
    coloured = (colormaps["magma"](spectrogram(samples))[..., :3] * 255).astype(np.uint8)
    picture = Image.fromarray(coloured).quantize(64)
    PICTURES.mkdir(exist_ok=True)
    picture.save(PICTURES / file_name(kind, audition), optimize=True)


def main() -> None:
    """Write the page and its pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--text", action="store_true")
    options = parser.parse_args()
    PAGE.write_text(page(), encoding="utf-8")
    for old in PICTURES.glob("*.png"):
        if old.name not in wanted():
            old.unlink()
    for kind in [] if options.text else options.kinds or hearing.kinds():
        for audition in hearing.auditions(kind):
            draw(kind, audition)
            print(f"{kind} {audition.name}")


if __name__ == "__main__":
    main()
