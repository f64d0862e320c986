"""Playing a maker's sound file through once, before anybody relies on it."""

from __future__ import annotations

from pathlib import Path

from audio.decoding import decoded
from audio.voices.recording import levelled
from worlds.own_files import Unfit
from worlds.recordings import LONGEST_S, must_fit, told_s
from worlds.said import said
from worlds.words import plain

RATE_HZ = 48_000
LACKING_S = 0.03
"""So much may lack of what a file says it lasts: less than one frame of it, more than what encoders trim."""


def prove(path: Path) -> None:
    """Decode all of a file that a pack names, once (some tenths of a second, 50 MB). Raises `Unfit` and OSError.

    Decoders pass over what is damaged where they can, which leaves a gap: so its length is compared too.
    """
    told = told_s(path)
    sound = decoded(path, RATE_HZ, LONGEST_S + 1.0)
    found = sound.shape[1] / RATE_HZ
    if told is None:
        must_fit(found)
    elif found < told - LACKING_S:
        message = said(
            "this sound is damaged: it says that it lasts {told} s, and {found} s of it can be played.",
            told=plain(round(told, 2)),
            found=plain(round(found, 2)),
        )
        raise Unfit(message, said("Save it again as WAV, FLAC or OGG."))
    levelled(sound, RATE_HZ)
