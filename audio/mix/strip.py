"""A strip of the desk: one voice, how loud it is and where it stands."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, ParamSpec

import numpy as np
from numpy.typing import NDArray

from audio.listening import Listening
from audio.mix import ears, panning, place
from audio.voice import Block, Voice
from worlds.follow import Follow, Followed, ends
from worlds.format.kinds import kind_of
from worlds.own_files import Unfit
from worlds.said import said
from worlds.signals import Signals

LOG = logging.getLogger(__name__)
P = ParamSpec("P")
NATURAL_LUFS = -23.0
"""What every voice gives by itself with its default parameters."""
SMALLEST_STEP_DB = 0.02
SMALLEST_STEP_RATIO = 0.0023
"""The same as a share of a gain."""
PLACINGS: dict[Listening, Callable[[float, float, float], NDArray[np.float64]]] = {
    "headphones": place.gains,
    "speakers": panning.gains,
    "mono": panning.gains,
}
"""How a place becomes gains."""
IN_THE_EARS: dict[Listening, Callable[[float, float, float], NDArray[np.float64]]] = {
    "headphones": ears.apart,
    "speakers": ears.alike,
    "mono": ears.alike,
}
"""The same for what has no place."""


class Strip:
    """One voice on the desk. `gains` has shape (7 buses, 2 ears, 4), see `audio.mix.place.gains`."""

    def __init__(self, voice: Voice[Any], absolute: bool = False) -> None:
        """`absolute`: its loudness stands as written, whatever level the world as a whole is brought to."""
        self.voice = voice
        self.absolute = absolute
        self.trim_db = 0.0
        """Added to the loudness its model asks for."""
        self.visitor_gain = 1.0
        """What the visitor wants of it beside that, linear; already smooth (`audio.mix.trims`)."""
        self.fault = ""
        """Why it failed, in a sentence for the visitor, and so is not asked again; empty while all is well."""
        self.gains: NDArray[np.float64] = np.zeros((place.BUSES, 2, 4))
        self.direct = self.sent = 0.0
        """Power that reaches the ears directly, and that goes to the room, relative to the natural level and
        without the visitor's hand."""
        self._seat = Followed(voice.model.place)
        self._table = self.gains
        self._placings = IN_THE_EARS if voice.model.at_the_ears else PLACINGS
        self._placing = self._placings["headphones"]
        self._stands: tuple[float, float, float] = (np.nan, np.nan, np.nan)
        self._level_db = self._trimmed_db = np.nan
        self._visited_gain = 1.0
        self._delay_s = -1.0
        self._moved = True
        self._rests = False
        """Whether nothing will ever move it but trims."""
        self._reaching = (0.0, 0.0)

    @property
    def resting(self) -> bool:
        """Whether it failed and is not asked again."""
        return bool(self.fault)

    @property
    def kind(self) -> str:
        """What its pack calls this kind of voice."""
        return kind_of(type(self.voice.model))

    @property
    def delay_s(self) -> float:
        """How much later than the near ear the far one hears it, where it stands now."""
        seat = self._seat
        if seat.settled and self._delay_s >= 0.0:
            return self._delay_s
        self._delay_s = place.delay_s(seat["azimuth_deg"], self._elevation_deg)
        return self._delay_s

    @property
    def _elevation_deg(self) -> float:
        return place.elevation_deg(self._seat["height_m"], self._seat["distance_m"])

    @property
    def moves(self) -> bool:
        """Whether its place follows a signal."""
        place = self.voice.model.place
        return any(isinstance(value, Follow) for value in (place.azimuth_deg, place.distance_m, place.height_m))

    @property
    def level_db(self) -> float:
        """Gain from its natural level to the loudness asked for now."""
        return self.voice.values["loudness_db"] + self.trim_db - NATURAL_LUFS

    @property
    def heard_aside(self) -> bool:
        """Whether it is ever heard from a side."""
        return any(end != 0.0 for end in ends(self.voice.model.place.azimuth_deg))

    @property
    def heard_above(self) -> bool:
        """Whether it is ever heard from above or below."""
        return any(end != 0.0 for end in ends(self.voice.model.place.height_m))

    @property
    def distances_m(self) -> NDArray[np.float64]:
        """Distances it can be heard from, from the least to the greatest."""
        nearest_m, furthest_m = sorted(ends(self.voice.model.place.distance_m))
        return np.geomspace(nearest_m, furthest_m, 9)

    def listen(self, listening: Listening) -> None:
        """Be placed for this way of listening from the next block on."""
        self._placing = self._placings[listening]
        self._stands, self._trimmed_db = (np.nan, np.nan, np.nan), np.nan

    def follow(self, signals: Signals, dt_s: float) -> None:
        """Take the signals of the next block."""
        # Where it stands is known even of who rests.
        if not self._seat.settled:
            self._seat.update(signals, dt_s)
        # Asked for every voice in every block, hence without the way round by `attempt`.
        if self.fault:
            return
        try:
            self.voice.follow(signals)
        except Exception:
            LOG.exception(self.rest())

    def render(self, row: Block) -> None:
        """Let the voice add its next block to its row."""
        if self.fault:
            return
        try:
            self.voice.render(row)
        except Exception:
            LOG.exception(self.rest())
            row.fill(0.0)

    def attempt(self, deed: Callable[P, None], *arguments: P.args, **named: P.kwargs) -> None:
        """Do something with the voice; if that raises, it rests from now on, and the others go on."""
        if self.fault:
            return
        try:
            deed(*arguments, **named)
        except Unfit as unfit:  # its maker's affair
            LOG.warning(self.rest(unfit.message))
        except Exception:
            LOG.exception(self.rest())

    def rest(self, why: str = "") -> str:
        """Ask the voice no more; returns what to say of it."""
        self.fault = why or said("The voice {kind} failed, and rests from now on.", kind=self.kind)
        return self.fault

    def refresh(self) -> bool:
        """Bring `gains` up to date; whether they changed."""
        if self.fault:
            return self._leave()
        if self._rests and self.trim_db == self._trimmed_db and self.visitor_gain == self._visited_gain:
            return False
        self._rests = self._seat.settled and self.voice.values.settled
        self._trimmed_db = self.trim_db
        self._take_place()
        level_db = self.level_db
        near = abs(level_db - self._level_db) < SMALLEST_STEP_DB
        if not self._moved and near and _alike(self.visitor_gain, self._visited_gain):
            return False
        self._moved = False
        own = self._table * 10 ** (level_db / 20)
        self.gains = own * self.visitor_gain
        self._level_db, self._visited_gain = level_db, self.visitor_gain
        power = 10 ** (level_db / 10)
        self.direct, self.sent = self._reaching[0] * power, self._reaching[1] * power
        return True

    def reach(self, wet_power: float) -> float:
        """Power of what it is and what comes back of it, as its maker has it now, relative to the natural level."""
        if self.resting:  # perhaps since before its first block: it has no level then
            return 0.0
        self._take_place()
        direct, sent = self._reaching
        return float((direct + wet_power * sent) * 10 ** ((self.level_db - self.trim_db) / 10))

    def _leave(self) -> bool:
        """Count for nothing any more, once it rests; whether it did until now."""
        counted = self.direct > 0.0 or self.sent > 0.0
        if counted:
            self.gains = np.zeros_like(self.gains)
            self.direct = self.sent = 0.0
        return counted

    def _take_place(self) -> None:
        """Work out anew what follows from where it stands, if it has moved."""
        stands = (self._seat["azimuth_deg"], self._seat["distance_m"], self._elevation_deg)
        if stands == self._stands:
            return
        self._table, self._stands, self._moved = self._placing(*stands), stands, True
        direct = float(np.sum(self._table[: place.HEIGHT].sum(axis=0) ** 2)) / 2
        self._reaching = (direct, float(np.sum(self._table[place.ROOM] ** 2)) / 2)


def _alike(gain: float, other: float) -> bool:
    """Whether two gains are less than the smallest step apart; silence is like nothing but itself."""
    return abs(gain - other) <= SMALLEST_STEP_RATIO * max(gain, other) and (gain > 0.0 or other <= 0.0)
