"""All that sounds now: worlds that cross-fade, and the master volume."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audio.dsp.fade import Fade
from audio.dsp.smooth import Ramp, Slew
from audio.listening import Listening
from audio.messages import Bell, Hear, Level, Listen, Mix, Touched
from audio.mix.guard import Guard
from audio.mix.insert import SWITCH_S, Insert
from audio.mix.limiter import Limiter
from audio.mix.mono import Mono
from audio.mix.night import LEVEL_DB as NIGHT_DB
from audio.mix.night import Night
from audio.mix.onset import OnsetGuard
from audio.voice import BLOCK, SAMPLE_RATE_HZ
from worlds.signals import Signals

SHORTEST_FADE_S = 0.05
"""Nothing starts or stops faster: a quicker onset startles, and clicks."""
MOST_AT_ONCE = 3
"""Worlds sounding together while they cross-fade; a fourth lets the oldest go quickly."""
HURRY_S = 0.1
TOUCH_KEPT_S = 1.0
BELL_KEPT_S = 10.0
"""How long a touch and a bell wait for the world that shall answer them; any later they would puzzle."""
MOST_WAITING = 8
SOON_S = 1.0
"""What the volume reaches so soon is taken as reached: nobody startles at what they turn up themselves."""


class Source(Protocol):
    """What a mixdown needs of an engine."""

    block: int
    sample_rate_hz: int
    power: float
    """Mean K-weighted power of the block rendered last."""

    def hear(self, signals: Signals) -> None:
        """Take the newest signals."""

    def mix(self, mix: Mix) -> None:
        """Take what a visitor wants of a world's parts, if it is this world."""

    def listen(self, listening: Listening) -> None:
        """Place everything for this way of listening."""

    def kept(self, ratio: float) -> None:
        """Learn how much of the power of the block rendered last the guard of onsets lets through."""

    def touch(self, touched: Touched) -> None:
        """Answer a touch."""

    def bell(self, strength: float) -> None:
        """Strike the bell."""

    def render(self, out: NDArray[np.float32]) -> None:
        """Write the next samples."""


class _Strand:
    """One world and how much of it is heard.

    `power` runs 0..1; its root is the gain, so that fades of equal power add to one. `exit` is the gain of the way
    into silence, evenly in loudness.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.power = Slew(0.0)
        self.exit = Fade(1.0)
        self.gain = Ramp(0.0, source.block)

    @property
    def over(self) -> bool:
        gone = (self.power.arrived and self.power.value <= 0.0) or self.exit.value <= 0.0
        return gone and self.gain.value <= 0.0

    def step(self, dt_s: float) -> float:
        """The share of its power that is heard next."""
        return float(max(self.power.step(dt_s), 0.0) * self.exit.step(dt_s) ** 2)


@dataclass
class _Waiting:
    """A touch or bell that has no world yet, and for how long it still waits."""

    message: Touched | Bell
    left_s: float


class Mixdown:
    """Takes messages and renders blocks; used by the audio process and by files alike.

    Worlds cross-fade with equal power, volume glides; no fade is shorter than 50 ms. Guards and limiter stand
    last: loudness is kept, nothing bursts out of quiet and no true peak passes −3 dBTP, however many worlds and
    touches sound together. A bell for a world still being built, and a bell or touch while nothing sounds, wait for
    the world to come.
    """

    def __init__(self, sample_rate_hz: int = SAMPLE_RATE_HZ, block: int = BLOCK) -> None:
        self.sample_rate_hz, self.block = sample_rate_hz, block
        self._dt_s = block / sample_rate_hz
        self._strands: list[_Strand] = []
        self._waiting: list[_Waiting] = []
        self._expecting = False
        self._signals = Signals()
        self._mix = Mix("")
        """The newest; a world that comes later begins with it."""
        self._listening: Listening = "headphones"
        self._mono = Insert(Mono(sample_rate_hz, block), sample_rate_hz, block)
        self._nightly = Night(sample_rate_hz, block)
        self._night = Insert(self._nightly, sample_rate_hz, block)
        self._volume = Fade(1.0)
        self._master = Ramp(1.0, block)
        self._guard = Guard(sample_rate_hz, block)
        self._onsets = OnsetGuard(sample_rate_hz, block)
        self._limiter = Limiter(sample_rate_hz, block)
        self._part = np.zeros((2, block), np.float32)

    @property
    def quiet(self) -> bool:
        """Whether nothing sounds any more."""
        return not self._strands

    @property
    def held_db(self) -> float:
        """By how much a sound that leapt out of the quiet was held back, at most, in the last block."""
        return self._onsets.held_db

    def play(self, source: Source | None, fade_s: float) -> None:
        """Fade over to this world; None fades to silence, evenly in loudness, be it for an hour."""
        fade_s = max(fade_s, SHORTEST_FADE_S)
        for strand in self._strands:
            if source is None:
                strand.exit.head_for(0.0, fade_s)
            else:
                strand.power.head_for(0.0, fade_s)
        for strand in self._strands[: -(MOST_AT_ONCE - 1)]:
            strand.power.head_for(0.0, HURRY_S)
        if source is not None:
            source.listen(self._listening)
            source.hear(self._signals)
            source.mix(self._mix)
            strand = _Strand(source)
            strand.power.head_for(1.0, fade_s)
            self._strands.append(strand)
        self.expect(False)

    def expect(self, coming: bool) -> None:
        """Know whether another world is being built, which bells shall wait for."""
        self._expecting = coming
        if not coming and self._strands:
            waiting, self._waiting = self._waiting, []
            for one in waiting:
                self._answer(one.message)

    def take(self, message: Hear | Touched | Level | Bell | Mix | Listen) -> None:
        """Apply a message with the next block."""
        match message:
            case Hear(signals):
                self._signals = signals
                for strand in self._strands:
                    strand.source.hear(signals)
            case Mix():
                self._mix = message
                for strand in self._strands:
                    strand.source.mix(message)
            case Level(_, fade_s) if self.quiet and fade_s <= 0.0:
                self._volume = Fade(message.gain)
            case Level(_, fade_s):
                self._volume.head_for(message.gain, max(fade_s, SHORTEST_FADE_S))
            case Listen(listening, night):
                self._listen(listening, night)
            case Touched() if not self._strands:
                self._waiting.append(_Waiting(message, TOUCH_KEPT_S))
            case Bell() if self._expecting or not self._strands:
                self._waiting.append(_Waiting(message, BELL_KEPT_S))
            case _:
                self._answer(message)

    def _listen(self, listening: Listening, night: bool) -> None:
        """Change over to another way of listening; before anything sounds, at once."""
        self._listening = listening
        for strand in self._strands:
            strand.source.listen(listening)
        switch_s = 0.0 if self.quiet else SWITCH_S
        self._mono.switch(listening == "mono", switch_s)
        self._night.switch(night, switch_s)

    def _answer(self, message: Touched | Bell) -> None:
        """Let the newest world answer."""
        source = self._strands[-1].source
        if isinstance(message, Bell):
            source.bell(message.strength)
        else:
            source.touch(message)

    def _floor_gain(self) -> float:
        """The volume by which the guard of onsets judges what is quiet: that of soon, so that a quick way up is no
        burst, and a fade of an hour is guarded at its own level all along."""
        return float(self._volume.ahead(SOON_S) * 10 ** (NIGHT_DB * self._night.share / 20))

    def _wait(self) -> None:
        """Time goes on for what waits; what has waited too long is dropped."""
        for one in self._waiting:
            one.left_s -= self._dt_s
        self._waiting = [one for one in self._waiting if one.left_s > 0.0][-MOST_WAITING:]

    def render(self, out: NDArray[np.float32]) -> None:
        """Write the next block to `out`, shape (2, block)."""
        if self._waiting:
            self._wait()
        power, shares = self._render_strands(out)
        self._mono.apply(out)
        self._nightly.let_through = min(shares, 1.0)
        self._night.apply(out)
        self._master.apply(out, self._guard.step(power) * self._volume.step(self._dt_s))
        self._limiter.apply(out, self._onsets.caps(out, self._floor_gain()))
        for strand in self._strands:
            strand.source.kept(self._onsets.kept_ratio)

    def _render_strands(self, out: NDArray[np.float32]) -> tuple[float, float]:
        """Write the sum of all worlds to `out`, and return its power and how much of all of them is heard."""
        power, shares, part, faded = 0.0, 0.0, out, False
        for strand in self._strands:
            strand.source.render(part)
            share = strand.step(self._dt_s)
            strand.gain.apply(part, math.sqrt(share))
            power += strand.source.power * share
            shares += share
            faded = faded or share <= 0.0
            if part is not out:
                out += part
            part = self._part
        if part is out:
            out.fill(0.0)
        if faded:
            self._strands = [strand for strand in self._strands if not strand.over]
        return power, shares
