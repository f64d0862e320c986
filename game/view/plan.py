"""What a window was asked to do, from the command line, the settings or a kiosk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.signals.calendar import Calendar
from game.view.monitors import MonitorChoice
from worlds.catalogue import Entry
from worlds.format.world import World


@dataclass(frozen=True)
class Plan:
    """Everything known before the window opens."""

    world: World
    """The world to begin with, as it is today."""
    seed: int
    worlds: list[Entry] = field(default_factory=list)
    """What the digit keys choose from, in order."""
    calendar: Calendar | None = None
    """What day it is there; None for worlds as their packs have them."""
    hour: float | None = None
    """The hour to begin at; None for the local time of day."""
    size_px: tuple[int, int] = (1280, 720)
    fullscreen: bool = False
    monitor: MonitorChoice | None = None
    """Fill this part of the desktop; None to leave it to the system."""
    fps: float | None = None
    """Frames a second; None to choose by the driver."""
    for_seconds: float | None = None
    """Leave by itself, the fade included, after this long."""
    minutes: float | None = None
    """Begin with a visit of so many minutes, and leave after it."""
    sleep_minutes: float | None = None
    """Let picture and sound fade over so many minutes, and leave then."""
    begins_dark: bool = False
    """Show nothing until somebody says so: a kiosk may be closed."""
    still: bool = False
    hint: bool = True
    """Say once how to see the keys."""
    language: str = ""
    cache: Path | None = None
    """The folder where bakes, and the scales that held the frame rate, are remembered; None for nowhere."""
    watch: Path | None = None
    """Follow this pack's files."""

    def seen(self, world: World) -> World:
        """A world as it is today."""
        return self.calendar.seen(world) if self.calendar else world
