"""Looking into a maker's sound file before anything plays it: is it one, is it whole, how long is it?

Only headers are read, by the standard library: RIFF/WAVE (IBM and Microsoft, 1991), FLAC (RFC 9639), Ogg (RFC
3533).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from worlds.own_files import Unfit, inside, unreadable
from worlds.said import said
from worlds.words import plain

MOST_BYTES = 48_000_000
SHORTEST_S, LONGEST_S = 5.0, 60.0
_TAIL = 131072
"""An Ogg file's last page begins within so many bytes of its end."""
_MOST_CHUNKS = 1000
"""A stretch that was never written reads as millions of empty ones."""
_UNTOLD = (0, 0xFFFFFFFF)
"""What a WAV file says of its length when its writer was cut off, or never knew."""


def inspect(name: str, folder: Path) -> None:
    """Look at the file of this name in a pack's folder. Raises `Unfit`."""
    seconds = told_s(inside(name, folder, MOST_BYTES))
    if seconds is not None:
        must_fit(seconds)


def told_s(path: Path) -> float | None:
    """How long a file says that it lasts; None if it does not, as FLAC need not. Raises `Unfit`."""
    try:
        with path.open("rb") as file:
            return _length_s(file)
    except (struct.error, ValueError, IndexError, ZeroDivisionError) as error:
        raise damaged() from error
    except OSError as error:
        raise unreadable(error) from error


def damaged() -> Unfit:
    """What to say of a file that is none of ours."""
    message = said("this sound is damaged, or no WAV, FLAC or OGG file.")
    return Unfit(message, said("Save it again as WAV, FLAC or OGG."))


def must_fit(seconds: float) -> None:
    """Raises `Unfit` for a sound too short or too long to be made endless."""
    if not SHORTEST_S <= seconds <= LONGEST_S:
        message = said(
            "this sound lasts {found} s; it must be {low} to {high} s long.",
            found=plain(round(seconds, 1)),
            low=plain(SHORTEST_S),
            high=plain(LONGEST_S),
        )
        raise Unfit(message, said("Cut it so that it is steady from beginning to end; it is made endless."))


def _length_s(file: BinaryIO) -> float | None:
    head = file.read(4)
    if head not in _READERS:
        raise ValueError
    file.seek(0)
    return _READERS[head](file)


def _wav_s(file: BinaryIO) -> float:
    size = os.fstat(file.fileno()).st_size
    if file.read(12)[8:] != b"WAVE":
        raise ValueError
    bytes_per_s = 0
    for _ in range(_MOST_CHUNKS):
        name, length = struct.unpack("<4sI", file.read(8))
        here = file.tell()
        if name == b"fmt ":
            bytes_per_s = struct.unpack("<I", file.read(16)[8:12])[0]
        if name == b"data":
            left = size - here
            if length not in _UNTOLD and length > left:
                raise ValueError
            return float((left if length in _UNTOLD else length) / bytes_per_s)
        file.seek(here + length + length % 2)
    raise ValueError


def _flac_s(file: BinaryIO) -> float | None:
    info = file.read(42)
    if len(info) < 42 or info[4] & 0x7F:
        raise ValueError
    packed = int.from_bytes(info[18:26], "big")
    rate_hz, samples = packed >> 44, packed & (1 << 36) - 1
    if rate_hz == 0:
        raise ValueError
    return float(samples / rate_hz) if samples else None


def _ogg_s(file: BinaryIO) -> float:
    first = file.read(128)
    packet = first[27 + first[26] :]
    if packet.startswith(b"\x01vorbis"):
        rate_hz = struct.unpack("<I", packet[12:16])[0]
    elif packet.startswith(b"OpusHead"):
        rate_hz = 48000
    else:
        raise ValueError
    file.seek(max(os.fstat(file.fileno()).st_size - _TAIL, 0))
    tail = file.read()
    last = tail.rfind(b"OggS")
    position = struct.unpack("<q", tail[last + 6 : last + 14])[0]
    if position < 0:  # no packet ends on this page
        raise ValueError
    return float(position / rate_hz)


_READERS: dict[bytes, Callable[[BinaryIO], float | None]] = {b"RIFF": _wav_s, b"fLaC": _flac_s, b"OggS": _ogg_s}
