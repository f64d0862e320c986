"""The end of a visit: picture and sound fade, then it leaves or rests; and all of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.journey.visit import FADE_S, Stage
from game.view import words
from game.view.sleep import Sleep

if TYPE_CHECKING:
    from game.view.player import Player

REST_FPS = 10.0
REST_RATIO = 0.88
"""How far the curtain closes over a visit that is over and does not leave."""
BACK_S = 3.0


class Ending:
    """Follows a player's visit to its end."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._sleep = Sleep(player.plan.sleep_minutes)
        self.resting = False
        """Whether the visit is over and everything waits for the visitor."""

    @property
    def faded(self) -> float:
        """How dark the end has made it, 0..1."""
        closed_ratio = 1.0 if self._player.plan.minutes else REST_RATIO
        return max((1.0 - self._player.course.light) * closed_ratio, self._sleep.dark)

    def follow(self) -> None:
        """Do what this moment of the visit asks for."""
        stage, kit = self._player.course.stage, self._player.kit
        if self._player.shown is not None:
            self._sleep.follow(kit)
        if stage is Stage.OVER and self._player.plan.minutes:
            kit.shell.leave()
        elif stage is Stage.OVER and not self.resting:
            self.resting = True
            self._player.let_go()
            kit.shell.pace(REST_FPS)
            kit.talk.notice(words.rest(kit.talk.translate), None)
            kit.journal.note("rest")
        if stage is Stage.FADE and kit.hearing.sounding:
            kit.hearing.still(FADE_S)

    def wake(self) -> None:
        """Rest no longer: the usual pace again, and no words about it."""
        if self.resting:
            self.resting = False
            self._player.kit.shell.pace(None)
            self._player.kit.talk.hush()

    def recover(self) -> None:
        """Take picture and sound back from wherever the end has got to with them."""
        kit = self._player.kit
        self.wake()
        if self._player.course.light < 1.0:
            self._player.curtain.jump(max(self._player.curtain.level, self.faded))
            self._player.curtain.send(0.0, BACK_S)
            kit.hearing.again(BACK_S)
