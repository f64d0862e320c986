"""One order, one file: chooses what to write by the end of its name."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio.voice import BLOCK, SAMPLE_RATE_HZ
from game.export import film, recording
from game.export.destination import destination
from game.export.visit import Visit
from game.problem import Exit, Trouble
from game.text import translate as _

PICTURE = ".png"
PICTURE_AT_S = 20.0


@dataclass(frozen=True)
class Order:
    """What to write, and how long, large and finely."""

    out: Path
    at_s: float | None = None
    """World time of the first frame; None: 20 s in for a picture, the beginning for everything else."""
    seconds: float = 20.0
    size_px: tuple[int, int] = (1280, 720)
    frames_per_s: float = 30.0
    sound: bool = True


def render(visit: Visit, order: Order, tell: Callable[[str], None]) -> None:
    """Write the file; what else happened is told. Raises `Trouble` for an unknown kind of file and whatever the
    disk refuses."""
    kind = order.out.suffix.lower()
    writers: dict[str, Callable[[Visit, Order, Path], None]] = {
        PICTURE: write_picture,
        **dict.fromkeys(film.FORMATS, write_film),
        **dict.fromkeys(recording.FORMATS, write_recording),
    }
    if kind not in writers:
        known = " ".join(writers)
        said = _("{name!r} does not say what to write; end it in one of {known}")
        raise Trouble(said.format(name=order.out.name, known=known), Exit.USAGE)
    with destination(order.out, tell) as partial:
        writers[kind](visit, order, partial)


def write_picture(visit: Visit, order: Order, path: Path) -> None:
    """One frame as a PNG."""
    from PIL import Image

    frames = pictures(visit, order, order.size_px, PICTURE_AT_S)
    Image.fromarray(next(frames)).save(path, format="png")


def write_film(visit: Visit, order: Order, path: Path) -> None:
    """Picture and sound."""
    from game.export.progress import progress

    size_px = even(order.size_px)
    count = max(round(order.seconds * order.frames_per_s), 1)
    with progress(order.out.name, count) as tick:
        film.write_film(
            path,
            pictures(visit, order, size_px, 0.0),
            sounds(visit, order, count / order.frames_per_s) if order.sound else None,
            frame_count=count,
            frames_per_s=order.frames_per_s,
            size_px=size_px,
            tick=tick,
        )


def write_recording(visit: Visit, order: Order, path: Path) -> None:
    """Sound alone."""
    _record(sounds(visit, order, order.seconds), order, path)


def _record(blocks: Iterator[NDArray[np.float32]], order: Order, path: Path) -> None:
    from game.export.progress import progress

    count = math.ceil(round(order.seconds * SAMPLE_RATE_HZ) / BLOCK)
    with progress(order.out.name, count) as tick:
        recording.write_recording(path, blocks, tick)


def render_voice(name: str, seed: int, order: Order, tell: Callable[[str], None]) -> None:
    """Write one voice alone. Raises `Trouble` for a voice there is not or a file that does not hold sound alone."""
    from audio.solo import named
    from game.export.sound import solo_sound

    try:
        kind, audition = named(name)
    except LookupError:
        raise Trouble(_no_voice(name), Exit.USAGE) from None
    if order.out.suffix.lower() not in recording.FORMATS:
        said = _("a voice alone is written to a sound file; end {name!r} in one of {known}")
        raise Trouble(said.format(name=order.out.name, known=" ".join(recording.FORMATS)), Exit.USAGE)
    with destination(order.out, tell) as partial:
        _record(solo_sound(kind, audition, seed, order.seconds), order, partial)


def _no_voice(name: str) -> str:
    from audio.solo import names

    known = names()
    near = difflib.get_close_matches(name, known, n=1)
    said = [_("There is no voice called {name!r}.").format(name=name)]
    said += [_("Did you mean {name}?").format(name=each) for each in near]
    return " ".join([*said, _("There are: {known}.").format(known=", ".join(known))])


def sounds(visit: Visit, order: Order, seconds: float) -> Iterator[NDArray[np.float32]]:
    """The sound of an order."""
    from game.export.sound import visit_sound

    return visit_sound(visit, order.at_s or 0.0, seconds)


def pictures(
    visit: Visit, order: Order, size_px: tuple[int, int], otherwise_s: float
) -> Iterator[NDArray[np.uint8]]:
    """The frames of an order, drawn off screen."""
    from game.export.frames import visit_frames
    from game.headless import open_context

    at_s = otherwise_s if order.at_s is None else order.at_s
    return visit_frames(open_context(), visit, size_px, at_s=at_s, frames_per_s=order.frames_per_s)


def even(size_px: tuple[int, int]) -> tuple[int, int]:
    """A film's colours are stored for every second pixel, so its sides are even: odd ones lose one pixel."""
    width, height = size_px
    return width - width % 2, height - height % 2
