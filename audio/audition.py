"""Hearing one voice alone, without desk, room or level."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from audio.voice import BLOCK, SAMPLE_RATE_HZ, Audition, Block, Instrument, Note, Setup, Voice, no_notes, voice_for
from worlds.format.kinds import kind_of, models_in
from worlds.format.voice import VoiceModel
from worlds.signals import Signals
from worlds.weather import level

IN_S, OUT_S = 4.0, 6.0
"""The breath of an audition that breathes."""


def halfway(audition: Audition) -> Signals:
    """Every signal at its middle, at the hour of the audition: what a voice's natural level is told at."""
    return Signals(
        hour=audition.hour,
        daylight=audition.daylight,
        sun_height=0.0,
        **dict.fromkeys(("breath", "wind", "rain", "warmth"), 0.5),
    )


def over_time(audition: Audition, seed: int = 1) -> Callable[[float], Signals]:
    """The signals of an audition at each moment: at their middle, but for gusts and, if it breathes, the breath."""
    still = halfway(audition)

    def at(t_s: float) -> Signals:
        breath = _breath(t_s) if audition.breathing else still.breath
        return replace(still, breath=breath, gust=level(seed, "gust", t_s))

    return at


def _breath(t_s: float) -> float:
    """Fullness of the lungs, eased, from empty on."""
    at_s = t_s % (IN_S + OUT_S)
    ratio = at_s / IN_S if at_s < IN_S else 1.0 - (at_s - IN_S) / OUT_S
    return 0.5 - 0.5 * math.cos(math.pi * ratio)


def kinds() -> dict[str, type[VoiceModel]]:
    """The model of every kind of voice, by its name."""
    return {kind_of(model): model for model in models_in("worlds.format.voices", VoiceModel)}


def auditions(kind: str) -> tuple[Audition, ...]:
    """How this kind is heard alone. Raises KeyError for no such kind."""
    return voice_for(kinds()[kind]).auditions


def voice(
    kind: str,
    audition: Audition,
    seed: int = 1,
    sample_rate_hz: int = SAMPLE_RATE_HZ,
    block: int = BLOCK,
    **fields: Any,
) -> Voice[Any]:
    """A voice of this kind, complete. `fields` go before those of the audition. Raises ValidationError."""
    model = kinds()[kind].model_validate({"kind": kind, **audition.fields, **fields})
    made = voice_for(type(model))(model, Setup(sample_rate_hz, block, seed, f"voice/{kind}"))
    made.complete()
    return made


def blocks(
    heard: Voice[Any],
    signals: Callable[[float], Signals],
    notes: Callable[[float, float], Iterable[Note]] = no_notes,
) -> Iterator[Block]:
    """One block after another without end, each shape (2, block), always the same array.

    `signals` tells them at a moment in seconds; `notes` what is played from one moment to the next.
    """
    out = np.zeros((2, heard.setup.block), np.float32)
    for index in itertools.count():
        start_s = index * heard.setup.block / heard.setup.sample_rate_hz
        if isinstance(heard, Instrument):
            for note in notes(start_s, start_s + heard.setup.block / heard.setup.sample_rate_hz):
                heard.play(note)
        heard.follow(signals(start_s))
        out.fill(0.0)
        heard.render(out)
        yield out
