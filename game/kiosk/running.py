"""The game as a kiosk: a window with a guide, and a heart that beats for the supervisor."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from game import folders
from game.kiosk.config import Config, open_worlds
from game.kiosk.guide import KioskGuide
from game.kiosk.heartbeat import Heartbeat
from game.kiosk.settings import PassingSettings
from game.problem import Trouble
from game.settings import Settings
from game.signals.calendar import Calendar, local_now
from game.text import translate as _
from game.view.journal import Journal
from game.view.opening import Opening
from game.view.plan import Plan
from game.view.sound import ears
from game.window import run_window
from worlds.catalogue import own_folder


def run_kiosk(config: Config, journal_file: Path | None) -> None:
    """Open the window and stay until the keeper leaves. Raises `Trouble`."""
    worlds = open_worlds(config, own_folder())
    if not worlds:
        raise Trouble(_("None of the kiosk's worlds can be opened."))
    seed = date.toordinal(local_now().date())
    usual = Settings(volume_db=config.volume_ceiling_db, listening=config.listening, still=config.still)
    settings = PassingSettings(usual)
    calendar = Calendar(config.latitude_deg)
    plan = Plan(
        world=calendar.seen(worlds[0]),
        seed=seed,
        calendar=calendar,
        fullscreen=config.fullscreen and config.monitor is None,
        monitor=config.monitor,
        still=config.still,
        begins_dark=True,
        hint=False,
        language=config.language,
        cache=folders.cache(),
    )
    guide = KioskGuide(config, worlds, seed, settings, local_now, time.monotonic)
    file = journal_file.open("a", encoding="utf-8") if journal_file else None
    journal = Journal(file, time.perf_counter)
    beat = Heartbeat(sys.stdout.fileno(), time.monotonic)
    run_window(Opening(plan, ears(), settings, journal, guide, beat))
