"""What the sound was told last, and so what a process started again must know."""

from __future__ import annotations

import math
from collections.abc import Callable

from audio.messages import Hear, Level, Listen, Message, Mix, Play

FADE_IN_S = 1.0
"""How softly sound comes back after a restart."""
LEAST_GAIN = 1e-6


class LastTold:
    """The newest message of each kind that lasts, and how far the volume has come."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._kept: dict[type[Message], Message] = {}
        self._level: Level | None = None
        self._since_s, self._from_gain = 0.0, 1.0
        """When the volume set out for its level, and from where."""

    def note(self, message: Message) -> None:
        """Keep what lasts: touches and bells are over once they have sounded."""
        if isinstance(message, Level):
            self._from_gain = self._gain()
            self._level, self._since_s = message, self._now()
        elif isinstance(message, Play | Hear | Mix | Listen):
            self._kept[type(message)] = message

    def messages(self, softly: bool) -> list[Message]:
        """What to tell a process that knows nothing, the world last; `softly`, it fades in as after a restart."""
        known = [self._kept[kind] for kind in (Listen, Hear, Mix) if kind in self._kept]
        return [*self._levels(), *known, *self._play(softly)]

    def _levels(self) -> list[Message]:
        """The volume of now, at once, and the rest of a fade that takes longer than sound does to come back."""
        if self._level is None:
            return []
        left_s = self._level.fade_s - (self._now() - self._since_s)
        if left_s <= FADE_IN_S:
            return [Level(self._level.volume_db, 0.0)]
        now_db = 20 * math.log10(max(self._gain(), LEAST_GAIN))
        return [Level(now_db, 0.0), Level(self._level.volume_db, left_s)]

    def _gain(self) -> float:
        """The volume of now, linear; of a short fade, where it leads."""
        level, passed_s = self._level, self._now() - self._since_s
        if level is None:
            return 1.0
        if level.fade_s <= FADE_IN_S or passed_s >= level.fade_s:
            return level.gain
        # Only here, for a window's first light waits for none of it.
        from audio.dsp.fade import Fade

        fade = Fade(self._from_gain)
        fade.head_for(level.gain, level.fade_s)
        return fade.step(passed_s)

    def _play(self, softly: bool) -> list[Message]:
        play = self._kept.get(Play)
        if not isinstance(play, Play):
            return []
        return [Play(play.world, play.seed, FADE_IN_S) if softly else play]
