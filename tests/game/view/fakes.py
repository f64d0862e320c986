"""Stand-ins for what a player works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.messages import Message
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer

NAMELESS = World(format=1, world=About(id="nameless", name="Nameless"))


class Recorder:
    """Ears that remember what they were told."""

    status = "recording"

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
