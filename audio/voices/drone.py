"""The sound of `drone`."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from audio.dsp.modes import Modes
from audio.dsp.walks import Path, Walks
from audio.notes import at_once, octave_under
from audio.score.tuning import Tuning
from audio.voice import Audition, Block, Instrument, Note, Setup, sounds
from worlds.format.voices.drone import Drone

_LEVEL = 0.116
"""To -23 LUFS sounding of itself, and as loud holding a tone instead (tests/tools/natural_levels.py)."""
_TONES = 4
"""Of which the first sounds of itself."""
_NUMBERS = np.arange(1, 17)
_PARTIALS = np.repeat(_NUMBERS, 2)
"""Each partial twice, a hair apart, one more to the left, one more to the right."""
_EACH = len(_PARTIALS)
_FIRST = np.tile([True, False], len(_NUMBERS))
_PAIR = np.where(_FIRST, 1.0, 0.55)
"""Unequal, so that twins never beat down to silence."""
_OCTAVES = np.isin(_PARTIALS, (1, 2, 4, 8, 16))
_FIFTHS = np.isin(_PARTIALS, (3, 6, 12))
_REST = ~(_OCTAVES | _FIFTHS)
_OTHERS = 0.16
"""Height of partials that are neither octaves nor fifths of the lowest."""
_HIGHEST_HZ = 109.0
_LOWEST_HZ = 40.0
"""What lies below is not heard as a tone."""
_MIDDLE_BELOW_HZ = 130.0
"""Partials below this stand in the middle."""
_SAME_RATIO, _NEAR = 0.003, 0.02
_FALL = np.where(_PARTIALS == 1, 0.5, _PARTIALS**-0.4)
"""The lowest would only shake small loudspeakers."""
_TURN_S = 9.0
"""How long each overtone takes to come forward or go back."""
_HURRY_S = 0.4
"""How long a tone takes to go when another needs its place."""
_UNEVEN = np.repeat(1.0 + 0.6 * np.sin(1.7 * _NUMBERS), 2).clip(0.4)
"""Twins of different partials are not equally far apart, so that they never swell together."""
_USUAL = at_once(Note(110.0, 0.5, duration_s=600.0))


@sounds(Drone)
class DroneVoice(Instrument[Drone]):
    """Up to four low tones of sixteen partials, each a pair 0.05 to 0.3 Hz apart, that come forward by turns.

    What sounds rough is two partials 15 to 120 Hz apart, most at 30 to 45 Hz (Fastl and Zwicker, Psychoacoustics,
    ch. 11; Plomp and Levelt, JASA 38, 1965): so a low tone keeps mostly the octaves and fifths among its partials,
    and its twins beat far below that. Notes are played in the lowest octave that is theirs. Its own tone is one of
    the four; a note at its pitch holds that. As the score's centre moves, another of the four takes its place.
    """

    auditions = (Audition(), Audition("played", {"steady_ratio": 0.0}, notes=_USUAL))

    def __init__(self, model: Drone, setup: Setup) -> None:
        super().__init__(model, setup)
        self._modes = Modes(_TONES * _EACH, setup.sample_rate_hz, setup.block)
        self._chance = setup.generator("tones")
        self._turns = Walks(
            setup.generator("turns"), np.full((_TONES, _EACH), _TURN_S), self._block_s, _come_and_go
        )
        self._tones = [_Tone() for _ in range(_TONES)]
        self._own = self._tones[0]
        self._home_hz = model.pitch_hz
        """Where its own tone is, or is going over to."""
        self._beat_hz = 0.0
        self._levels = np.zeros((_TONES, 1))
        self._hz = np.full((_TONES, _EACH), model.pitch_hz)
        self._gains = np.zeros((_TONES, _EACH), np.float32)
        self._waiting: list[Note] = []
        # While nothing sounds, a render only sets where gains glide from: silence.
        self._modes.render(np.zeros((2, setup.block), np.float32), self._gains.reshape(-1))

    def play(self, note: Note) -> None:
        """Hold a tone for the note's duration, in the octave of the drone."""
        self._waiting = [*self._waiting, note][-_TONES:]

    def render(self, out: Block) -> None:
        """Add the next block."""
        if not self._own.hz:
            self._own.level = self.values["steady_ratio"]
            self._begin(0, self._home_hz)
        elif not self._own.is_at(self._home_hz):
            self._go_over()
        if abs(self._beat_hz / self.values["beat_hz"] - 1.0) > _NEAR:
            self._retune()
        self._own.floor = self.values["steady_ratio"]
        if self._waiting:
            self._waiting = [note for note in self._waiting if not self._hold(note)]
        rising = self._block_s / self.values["attack_s"]
        for place, tone in enumerate(self._tones):
            tone.age(self._block_s, rising)
            self._levels[place] = tone.level**1.5
        self._set_gains()
        self._modes.render(out, self._gains.reshape(-1))

    def attune(self, tuning: Tuning) -> None:
        """Move its own tone with the tonal centre, by a fourth at most unless that is too low, to a tone of the
        scale."""
        hz = self.model.pitch_hz * 1.5**tuning.fifths
        hz *= 2.0 ** round(math.log2(self.model.pitch_hz / hz))
        self._home_hz = tuning.nearest_hz(hz if hz >= _LOWEST_HZ else 2.0 * hz)

    def _go_over(self) -> None:
        """Let its own tone fade while another takes its place at the new pitch; wait while there is none."""
        # If it is silent, no note need be let go for its sake.
        if self._own.level <= 0.0:
            self._begin(self._tones.index(self._own), self._home_hz)
            return
        tone = next((tone for tone in self._tones if tone.is_at(self._home_hz)), None)
        if tone is None:
            tone = self._resting()
            if tone is None:
                return
            self._begin(self._tones.index(tone), self._home_hz)
        self._own.floor, self._own, tone.hurried = 0.0, tone, False

    def _resting(self) -> _Tone | None:
        """A tone that rests, beside its own; if none does, the softest is let go and there is none yet."""
        tone = min((tone for tone in self._tones if tone is not self._own), key=_presence)
        if any(_presence(tone)):
            tone.hold_s, tone.hurried = 0.0, True
            return None
        return tone

    def _hold(self, note: Note) -> bool:
        """Hold a tone that sounds already, or give the note one that rests; False while there is none."""
        hz = octave_under(_HIGHEST_HZ, note.frequency_hz)
        tone = next(
            (tone for tone in self._tones if tone.is_at(hz) and (tone.level > 0.0 or tone is self._own)), None
        )
        if tone is None:
            tone = self._resting()
            if tone is None:
                return False
            self._begin(self._tones.index(tone), hz)
        tone.loud = (2.0 * note.strength) ** 0.7
        tone.hold_s, tone.hurried = max(tone.hold_s, note.delay_s + note.duration_s), False
        return True

    def _begin(self, place: int, hz: float) -> None:
        """Tune a tone that rests."""
        where = slice(place * _EACH, (place + 1) * _EACH)
        self._tones[place].hz = hz
        self._hz[place] = hz * _PARTIALS
        self._modes.damp(where, 0.0)
        self._tune(place)
        self._modes.strike(where, _PAIR * np.exp(2j * np.pi * self._chance.random(_EACH)))

    def _retune(self) -> None:
        self._beat_hz = self.values["beat_hz"]
        for place, tone in enumerate(self._tones):
            if tone.hz:
                self._tune(place)

    def _tune(self, place: int) -> None:
        hz = self._hz[place]
        apart_hz = np.where(_FIRST, -0.5, 0.5) * self._beat_hz * _UNEVEN
        width = 0.26 * np.clip((hz - _MIDDLE_BELOW_HZ) / _MIDDLE_BELOW_HZ, 0.0, 1.0)
        pan = 0.5 + np.where(_FIRST, -width, width) * np.where(_PARTIALS % 4 < 2, 1.0, -1.0)
        self._modes.tune(slice(place * _EACH, (place + 1) * _EACH), hz + apart_hz, np.inf, pan)

    def _set_gains(self) -> None:
        """How high each partial stands: its turn, the colour asked for, and how far its tone has come."""
        swell, fifths = self.values["swell_ratio"], self.values["fifth_ratio"]
        cut_hz = 150.0 * 10.0 ** self.values["bright_ratio"] * (0.7 + 0.3 * swell)
        colour = _OCTAVES + fifths * _FIFTHS + _OTHERS * (self.values["bright_ratio"] + 0.3) * _REST
        heights = self._turns.step() * colour / np.sqrt(1.0 + (self._hz / cut_hz) ** 4)
        np.multiply(heights, self._levels * (0.6 + 0.4 * swell), out=self._gains, casting="same_kind")


@dataclass(slots=True, eq=False)
class _Tone:
    """One of the tones that can sound at once."""

    hz: float = 0.0
    loud: float = 0.0
    hold_s: float = 0.0
    """How much longer it is held."""
    floor: float = 0.0
    """What it sinks to when it is not."""
    level: float = 0.0
    hurried: bool = False

    def is_at(self, hz: float) -> bool:
        """Whether this is its pitch."""
        return abs(self.hz / hz - 1.0) < _SAME_RATIO

    def age(self, step_s: float, rising: float) -> None:
        """Go on by a time in which it may rise by so much, or fall by half of it."""
        goal = max(self.loud, self.floor) if self.hold_s > 0.0 else self.floor
        falling = step_s / _HURRY_S if self.hurried else 0.5 * rising
        self.hold_s = max(self.hold_s - step_s, 0.0)
        self.level = min(self.level + rising, goal) if self.level < goal else max(self.level - falling, goal)


def _come_and_go(path: Path) -> Path:
    """How high each partial stands by itself at each step."""
    turned: Path = _LEVEL * _FALL * np.exp(0.35 * np.clip(path, -2.5, 2.0))
    return turned


def _presence(tone: _Tone) -> tuple[float, float]:
    """How much it is there; what has only just been given a note is silent still, but rests no more."""
    return tone.level, tone.hold_s
