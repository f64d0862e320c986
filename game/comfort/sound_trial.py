"""A world tried by ear: does every voice sound, does anything leap out, is it as loud as other worlds?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from audio.engine import Engine
from audio.messages import Hear, Touched
from audio.mix.leveller import TARGET_LUFS
from audio.mix.loudness import Meter, gated_power, lufs
from audio.mixdown import Mixdown
from audio.voice import BLOCK, SAMPLE_RATE_HZ, Instrument, Setup, voice_for
from game.signals.source import SignalSource
from game.text import translate as _
from worlds.follow import ends
from worlds.format.voice import VoiceModel
from worlds.format.world import World
from worlds.own_files import Unfit

LOG = logging.getLogger(__name__)
HOURS = (12.5, 23.0)
ALL_HOURS = (*HOURS, 5.8, 18.7)
"""Noon, night, dawn and dusk: some sing at one of them alone."""
SECONDS = 24.0
SETTLED_S = 3.0
"""From here on nothing is put down to the world's own beginning."""
PATIENCE_S = 240.0
"""So long a voice alone is waited for, and twice as long as it says there is from one time to the next."""
PRESS_EVERY_S = 1.7
HEARD = 1e-5
"""A sample above this is sound."""
HELD_DB = 9.0
"""What the guard takes from an onset is heard from here on."""
SOFT_LU = 5.0
SEED = 1
_BLOCK_S = BLOCK / SAMPLE_RATE_HZ

Keys = tuple[str | int, ...]
"""Where a table stands in the file: ("voice", 2); empty for the world as a whole."""


@dataclass(frozen=True)
class Finding:
    """Something a maker would want to know, in a sentence."""

    where: Keys
    message: str
    suggestion: str


def findings(world: World) -> Iterator[Finding]:
    """Try a world at noon and at night, pressed now and then, and each voice alone, at dawn and dusk too."""
    alone = [finding for index in range(len(world.voices)) for finding in _alone(world, index)]
    yield from alone
    if not world.voices and world.score is None:
        return
    heard = [_Heard(world, hour) for hour in HOURS]
    for where in sorted({where for each in heard for where in each.held_db}, key=str):
        held_db = max(each.held_db.get(where, 0.0) for each in heard)
        if held_db >= HELD_DB:
            yield _leaps(where, held_db)
    loudest_lufs = max(each.loudness_lufs for each in heard)
    if loudest_lufs < TARGET_LUFS - SOFT_LU and len(alone) < len(world.voices) + bool(world.score):
        yield _soft(loudest_lufs)


def _alone(world: World, index: int) -> Iterator[Finding]:
    """What one voice does by itself."""
    model = world.voices[index]
    try:
        if any(_sounds(world, index, hour) for hour in ALL_HOURS):
            return
    except Unfit:
        return  # a file of its maker's, which `check` tries by itself
    except Exception as error:
        LOG.info("voice %d of %s failed", index + 1, world.world.name, exc_info=True)
        yield Finding(
            ("voice", index),
            _("this voice fails while it makes its sound ({error}).").format(error=error),
            _("That is a mistake of Stillroom's own; please tell us."),
        )
        return
    if issubclass(voice_for(type(model)), Instrument):
        said = _("this voice sounds only when it is played, so it stays silent here.")
        yield Finding(("voice", index), said, _("Give it to the [score], or to a [[touch]] as its sound."))
    else:
        minutes = round(_patience_s(model) / 60)
        said = _("this voice was not heard within {minutes} minutes, at whatever hour.")
        yield Finding(
            ("voice", index), said.format(minutes=minutes), _("Look at its loudness and what it follows.")
        )


def _patience_s(model: VoiceModel) -> float:
    """How long to wait for a voice."""
    return max(PATIENCE_S, 2.0 * max(ends(getattr(model, "every_s", 0.0))))


def _sounds(world: World, index: int, hour: float) -> bool:
    """Whether a voice is heard at this hour before patience ends. Raises what the voice raises."""
    source = SignalSource(world, SEED, hour)
    model = world.voices[index]
    voice = voice_for(type(model))(model, Setup(SAMPLE_RATE_HZ, BLOCK, SEED, f"voice/{index}"))
    voice.complete()
    block = np.zeros((2, BLOCK), np.float32)
    for n in range(round(_patience_s(model) / _BLOCK_S)):
        if n % 20 == 0:
            signals = source.at(n * _BLOCK_S)
        voice.follow(signals)
        voice.render(block)
        if not np.isfinite(block).all():
            raise ArithmeticError(_("it gives no numbers"))
        if block.max() > HEARD:
            return True
    return False


class _Heard:
    """What a visitor hears of a whole world at one hour who presses now and then."""

    def __init__(self, world: World, hour: float) -> None:
        self.held_db: dict[Keys, float] = {}
        """By how much the onset guard had to hold back, for the table that was loudest then."""
        self._held_db = 0.0
        self._where: Keys = ()
        source, engine, mixdown = SignalSource(world, SEED, hour), Engine(world, SEED), Mixdown()
        meter, block, powers = Meter(SAMPLE_RATE_HZ, BLOCK), np.zeros((2, BLOCK), np.float32), []
        mixdown.play(engine, 1.0)
        for n in range(round(SECONDS / _BLOCK_S)):
            t_s = n * _BLOCK_S
            mixdown.take(Hear(source.at(t_s)))
            if t_s // PRESS_EVERY_S > (t_s - _BLOCK_S) // PRESS_EVERY_S:
                mixdown.take(Touched("press", 0.5, t_s * 0.618 % 1.0))
            mixdown.render(block)
            if t_s > SETTLED_S:
                powers.append(meter.power(block))
                self._note(mixdown.held_db, _table(world, engine.loudest))
        self._note(0.0, ())
        # Windows of 0.4 s, as the standard gates them.
        windows = np.convolve(powers, np.full(9, 1 / 9), "valid")
        self.loudness_lufs = lufs(gated_power(windows))

    def _note(self, held_db: float, where: Keys) -> None:
        """Follow each time that something is held back, and put it down to what was loudest at its height."""
        if held_db > self._held_db:
            self._held_db, self._where = held_db, where
        elif held_db <= 0.0 < self._held_db:
            self.held_db[self._where] = max(self._held_db, self.held_db.get(self._where, 0.0))
            self._held_db = 0.0


def _table(world: World, name: str) -> Keys:
    """The table of the pack that stands behind a voice of the ensemble."""
    room, _slash, rest = name.partition("/")
    if room == "voice":
        return ("voice", int(rest))
    if room == "touch":
        kind = rest.partition("/")[0]
        return ("touch", next(index for index, touch in enumerate(world.touch) if touch.answering_kind == kind))
    return (room, rest) if room == "score" else ()


def _leaps(where: Keys, held_db: float) -> Finding:
    said = _(
        "a sound leaps out of the quiet here; so that it startles nobody, it is held back by up to {held:.0f} dB."
    )
    mend = _("Lay something soft and lasting under it, such as a wind, or let it be softer beside the rest.")
    return Finding(where, said.format(held=held_db), mend)


def _soft(found_lufs: float) -> Finding:
    said = _(
        "this world is {softer:.0f} dB softer than others; short sounds alone cannot be brought to their loudness."
    )
    mend = _("Lay something soft and lasting under them, such as a wind.")
    return Finding((), said.format(softer=TARGET_LUFS - found_lufs), mend)
