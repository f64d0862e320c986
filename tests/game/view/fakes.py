"""Stand-ins for what a player works with."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audio.messages import Message
from game.export.frames import read_rgb
from game.mixes.shelf import MixShelf
from game.settings import SettingsFile
from game.signals.hour import HourHand
from game.text import translator
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.clock import Clock
from game.view.equipment import Equipment, Shell
from game.view.hearing import Hearing
from game.view.inputs import Key
from game.view.journal import Journal
from game.view.pace import Pace
from game.view.plan import Plan
from game.view.player import Player
from game.view.scales import Scales
from game.view.talk import Talk
from game.view.theatre import Theatre
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer

NAMELESS = World(format=1, world=About(id="nameless", name="Nameless"))


class Recorder:
    """Ears that remember what they were told."""

    lack = fault = ""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.started = False
        self.closed_s: float | None = None

    def start(self) -> None:
        """Begin."""
        self.started = True

    def send(self, message: Message) -> None:
        """Remember."""
        self.sent.append(message)

    def tick(self) -> None:
        """Nothing to do."""

    def close(self, fade_s: float) -> None:
        """End."""
        self.closed_s = fade_s

    def of(self, kind: type[Message]) -> list[Message]:
        """What was sent of one kind."""
        return [message for message in self.sent if isinstance(message, kind)]


def output_of(ctx: Context, size_px: tuple[int, int]) -> Framebuffer:
    """A target that stands for a window."""
    return ctx.framebuffer(color_attachments=[ctx.texture(size_px, components=4)])


SIZE_PX = (256, 144)


class Room:
    """A player with everything round it, and a window that only counts what it is asked."""

    def __init__(self, ctx: Context, home: Path, mixing: bool = False, **plan: Any) -> None:
        """`mixing`: whether there are mixes, and so a panel of voices, as everywhere but in a kiosk."""
        self.now_s = 100.0
        self.hour = 12.0
        self.ears = Recorder()
        self.asked: list[object] = []
        self.story = io.StringIO()
        self.output = output_of(ctx, SIZE_PX)
        brush = Brush(ctx)
        backdrop = Backdrop(brush)
        settings = SettingsFile(home / "settings.toml")
        mixes = MixShelf(home / "mixes", home / "exchange") if mixing else None
        self.player = Player(
            Plan(**{"world": NAMELESS, "seed": 1, "hint": False, **plan}),
            Equipment(
                theatre=Theatre(ctx, backdrop, Pace(1e9), Scales(), SIZE_PX),
                backdrop=backdrop,
                talk=Talk(brush, translator("en")),
                hearing=Hearing(self.ears, settings, self.now, mixes),
                settings=settings,
                clock=Clock(self.now),
                hour_hand=HourHand(lambda: self.hour),
                now_s=self.now,
                shell=Shell(
                    leave=lambda: self.asked.append("leave"),
                    toggle_full_screen=lambda: self.asked.append("full screen"),
                    show_pointer=self.asked.append,
                    pace=self.asked.append,
                ),
                journal=Journal(self.story, self.now),
                mixes=mixes,
            ),
        )

    def now(self) -> float:
        """Time on the bench; stands still within a frame."""
        return self.now_s

    def run(self, seconds: float, fps: float = 20.0) -> None:
        """Let time pass, frame by frame, without drawing."""
        for _ in range(round(seconds * fps)):
            self.now_s += 1 / fps
            self.player.tick()
            self.player.kit.theatre.pace.forget()
            if self.player.kit.theatre.busy:
                self.draw()

    def draw(self) -> float:
        """Draw a frame; how bright its upper half is (where no notice stands), 0..255."""
        self.output.clear()
        self.player.draw(self.output)
        return float(read_rgb(self.output)[: SIZE_PX[1] // 2].mean())

    def ring_light(self) -> float:
        """The lightest of what stands in the middle of the picture, where ring and help are, 0..255."""
        self.draw()
        width, height = SIZE_PX
        return float(read_rgb(self.output)[height // 3 : height * 2 // 3, width // 3 : width * 2 // 3].max())

    def tap(self, name: str) -> None:
        """Press a key and let it go."""
        self.player.take(Key(name, down=True))
        self.run(0.1)
        self.player.take(Key(name, down=False))

    def events(self, name: str) -> list[dict[str, Any]]:
        """What the journal says of one kind."""
        lines = [json.loads(line) for line in self.story.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]


def brightness(room: Room, seconds: float) -> list[float]:
    """The brightness of the picture, ten times a second."""
    levels = []
    for _ in range(round(seconds * 10)):
        room.run(0.1)
        levels.append(room.draw())
    return levels
