"""A kiosk without a window: a player, its guide, and a clock that only tests move."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audio.messages import Level
from game.export.frames import read_rgb
from game.kiosk.config import Config
from game.kiosk.guide import KioskGuide
from game.kiosk.settings import PassingSettings
from game.settings import Settings
from game.signals.calendar import Calendar
from game.signals.hour import HourHand
from game.text import translator
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.clock import Clock
from game.view.equipment import Equipment, Shell
from game.view.hearing import Hearing
from game.view.inputs import Input, Key, Pointer
from game.view.journal import Journal
from game.view.pace import Pace
from game.view.plan import Plan
from game.view.player import Player
from game.view.scales import Scales
from game.view.talk import Talk
from game.view.theatre import Theatre
from tests.game.view.fakes import NAMELESS, Recorder, output_of
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE = (64, 36)
OTHER = World(format=1, world=About(id="other", name="Other"))
CEILING_DB = -10.0
PRESS, RELEASE, SPACE, ESCAPE = Pointer("press", 0.5, 0.3), Pointer("release", 0.5, 0.3), "SPACE", "ESCAPE"


class Room:
    """A kiosk in a room with a clock on the wall, and everything it did to be looked at."""

    def __init__(self, ctx: Context, config: Config, hour: int = 12) -> None:
        self.now_s = 1000.0
        self.wall = datetime(2026, 3, 2, hour, tzinfo=UTC)
        self.ears = Recorder()
        self.left = False
        self.rates: list[float | None] = []
        self.pointer: bool | None = None
        self.settings = PassingSettings(Settings(volume_db=config.volume_ceiling_db))
        self.guide = KioskGuide(config, [NAMELESS, OTHER], 7, self.settings, lambda: self.wall, lambda: self.now_s)
        calendar = Calendar(now=lambda: self.wall)
        self.player = Player(Plan(NAMELESS, 7, hint=False, calendar=calendar), self._equipment(ctx))
        self.output = output_of(ctx, SIZE)

    @property
    def state(self) -> str:
        assert self.guide.state is not None
        return self.guide.state.value

    @property
    def level_db(self) -> float:
        level = self.ears.of(Level)[-1]
        assert isinstance(level, Level)
        return level.volume_db

    @property
    def world(self) -> str:
        place = self.player.kit.theatre.place
        assert place is not None
        return place.world.world.id

    def run(self, seconds: float, *heard: Input, step_s: float = 0.1) -> None:
        """Let time pass; the inputs come at its beginning."""
        for what in heard:
            assert self.guide.takes(what)
        for _ in range(round(seconds / step_s)):
            self.now_s += step_s
            self.guide.tick(self.player)
            self.player.tick()
            self.player.draw(self.output)

    def lightest(self) -> int:
        """The lightest pixel shown, 0..255."""
        self.player.draw(self.output)
        return int(read_rgb(self.output).max())

    def tap(self, name: str) -> None:
        self.run(0.1, Key(name, True), Key(name, False))

    def _equipment(self, ctx: Context) -> Equipment:
        brush = Brush(ctx)
        backdrop = Backdrop(brush)

        def leave() -> None:
            self.left = True

        def show_pointer(shown: bool) -> None:
            self.pointer = shown

        return Equipment(
            theatre=Theatre(ctx, backdrop, Pace(1e9), Scales(), SIZE),
            backdrop=backdrop,
            talk=Talk(brush, translator("en")),
            hearing=Hearing(self.ears, self.settings, lambda: self.now_s),
            settings=self.settings,
            clock=Clock(lambda: self.now_s),
            hour_hand=HourHand(lambda: 12.0),
            now_s=lambda: self.now_s,
            shell=Shell(leave, lambda: None, show_pointer, self.rates.append),
            journal=Journal(None, lambda: self.now_s),
        )


def config(**changes: object) -> Config:
    usual = {"worlds": ["a", "b"], "session_minutes": 1.0, "volume_ceiling_db": CEILING_DB, "pin": "2580"}
    return Config.model_validate({**usual, **changes})
