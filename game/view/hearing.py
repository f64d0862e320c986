"""What the visitor hears: which world, how loud, and when nothing at all."""

from __future__ import annotations

import math
from collections.abc import Callable

from audio.dsp.fade import gain_of, loudness_of
from audio.listening import Listening
from audio.messages import Bell, Hear, Level, Listen, Mix, Play, Touched
from game.mixes.shelf import MixShelf
from game.settings import QUIETEST_DB, SettingsFile
from game.view.place import Moment, Place
from game.view.sound import Ears

HEARD = ("voice", "score", "space", "touch")
"""The tables of a world that its sound is made from."""
STEP_DB = 3.0
SILENT_DB = -120.0
HEAR_S = 1 / 30
HIDE_S, SHOW_S = 1.0, 2.5
ROUSED_S = 2.0
"""So softly, and for so long, sound comes back when a sleeper does something about it,"""
ROUSED_DB = -20.0
"""and however far it has faded, no softer than that: what one turns must be heard."""


class Hearing:
    """Tells the sound what the picture knows, and keeps the volume."""

    def __init__(
        self, ears: Ears, settings: SettingsFile, now_s: Callable[[], float], mixes: MixShelf | None = None
    ) -> None:
        self._ears = ears
        self._settings = settings
        self._now_s = now_s
        self._mixes = mixes
        self._heard_s = 0.0
        self._hidden = False
        self._asleep_s = self._dozes_s = math.inf
        self._doze_s = 0.0
        self._place: Place | None = None
        self.sounding = False
        """Whether a place is sounding (not faded out)."""
        self.ceiling_db = 0.0
        """Never louder than this; the kiosk sets it."""
        self._level(0.0)
        self._listen()

    @property
    def lack(self) -> str:
        """Why nothing is heard; empty while all is well."""
        return self._ears.lack

    @property
    def fault(self) -> str:
        """What of the world that sounds is not heard, and why; empty while all is well."""
        return self._ears.fault

    def change(self, place: Place, fade_s: float) -> None:
        """Sound another place. One that sounds the same (a maker saved another picture) just goes on."""
        before, self._place = self._place, place
        if self.sounding and before is not None and _sound_alike(before, place):
            return
        self.sounding = True
        if self._mixes is not None:
            world_id = place.world.world.id
            self.mix(self._mixes.of(world_id).now.message(world_id))
        self._ears.send(Play(place.world, place.seed, fade_s))

    def mix(self, mix: Mix) -> None:
        """Mix a world as the visitor wants it."""
        self._ears.send(mix)

    def still(self, fade_s: float) -> None:
        """Fade the place out."""
        self.sounding = False
        self._ears.send(Play(None, fade_s=fade_s))

    def again(self, fade_s: float) -> None:
        """Bring back the place that was faded out."""
        if self._place is not None:
            self.change(self._place, fade_s)

    def touched(self, gesture: str, x: float, y: float, strength: float = 0.5) -> None:
        """The visitor touched the picture."""
        self._ears.send(Touched(gesture, x, y, strength))

    def bell(self, strength: float) -> None:
        """Ring a bell of the visit."""
        self._ears.send(Bell(strength))

    def tick(self, moment: Moment) -> None:
        """Tell the signals, not more often than is worth it."""
        self._ears.tick()
        now_s = self._now_s()
        if self._place is not None and now_s - self._heard_s >= HEAR_S * 0.9:
            self._heard_s = now_s
            self._ears.send(Hear(self._place.signals(moment)))
        if now_s >= self._dozes_s:
            self._dozes_s = math.inf
            self._ears.send(Level(SILENT_DB, max(self._asleep_s - now_s, 0.0)))

    def doze(self, seconds: float) -> None:
        """Let the sound fade over so long; who changes the volume meanwhile hears it for a moment,
        as far as it has faded."""
        self._dozes_s, self._doze_s = self._now_s(), seconds
        self._asleep_s = self._dozes_s + seconds

    def louder(self, steps: int) -> float:
        """Change the volume by steps (negative: quieter); returns it in dB. Any change ends a mute."""
        return self.turn_to(self._settings.now.volume_db + steps * STEP_DB)

    def turn_to(self, wanted_db: float) -> float:
        """Change the volume to so much, as far as it goes; returns it in dB. Any change ends a mute."""
        self._settings.change(volume_db=min(max(wanted_db, QUIETEST_DB), 0.0), muted=False)
        self._level(0.15)
        return self._settings.now.volume_db

    def mute(self) -> bool:
        """Sound off or on; returns whether it is off now."""
        self._settings.change(muted=not self._settings.now.muted)
        self._level(0.4)
        return self._settings.now.muted

    @property
    def volume_db(self) -> float:
        """How loud it is, muted or not."""
        return self._settings.now.volume_db

    @property
    def is_muted(self) -> bool:
        """Whether sound is off."""
        return self._settings.now.muted

    @property
    def listening(self) -> Listening:
        """What one listens with."""
        return self._settings.now.listening

    @property
    def is_night(self) -> bool:
        """Whether the night level is on."""
        return self._settings.now.night

    def listen(self, listening: Listening) -> None:
        """Hear by headphones, by speakers or in mono from now on."""
        self._settings.change(listening=listening)
        self._listen()

    def night(self) -> bool:
        """The night level on or off; returns whether it is on now."""
        self._settings.change(night=not self._settings.now.night)
        self._listen()
        return self._settings.now.night

    def limit(self, ceiling_db: float) -> None:
        """Set the volume nothing may pass."""
        self.ceiling_db = ceiling_db
        self._level(0.4)

    def hide(self, hidden: bool) -> None:
        """Out of sight is out of hearing. A sleeper's sound comes back as softly as it would have become."""
        self._hidden = hidden
        self._level(HIDE_S if hidden else SHOW_S, least_db=SILENT_DB)

    def _listen(self) -> None:
        chosen = self._settings.now
        self._ears.send(Listen(chosen.listening, chosen.night))

    def _level(self, fade_s: float, least_db: float = ROUSED_DB) -> None:
        """Head for the volume of now; of a sleeper's, no more than `least_db` is taken."""
        chosen = self._settings.now
        silent = chosen.muted or self._hidden
        if self._asleep_s < math.inf:
            self._dozes_s = self._now_s() + 2.0 * ROUSED_S
            fade_s = max(fade_s, ROUSED_S)
        volume_db = min(chosen.volume_db, self.ceiling_db)
        drowsy_db = max(self._drowsy_db(volume_db), volume_db + least_db)
        self._ears.send(Level(SILENT_DB if silent else drowsy_db, fade_s))

    def _drowsy_db(self, volume_db: float) -> float:
        """How far a sleeper's sound has faded from this volume: as the sound itself fades it."""
        if self._asleep_s == math.inf:
            return volume_db
        left = min(max((self._asleep_s - self._now_s()) / self._doze_s, 0.0), 1.0)
        gain = gain_of(loudness_of(10 ** (volume_db / 20)) * math.sin(0.5 * math.pi * left) ** 2)
        return max(20.0 * math.log10(max(gain, 1e-9)), SILENT_DB)


def _sound_alike(a: Place, b: Place) -> bool:
    """Whether nothing that is heard differs, nor the id by which it is mixed."""
    same = a.seed == b.seed and a.world.world.id == b.world.world.id
    return same and all(getattr(a.world, part) == getattr(b.world, part) for part in HEARD)
