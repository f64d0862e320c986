"""From a command and the visitor's settings to an open window."""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from audio.listening import Listening
from game import arguments as values
from game import folders
from game.problem import Trouble
from game.reasons import reason
from game.settings import FILE_NAME, Settings, SettingsFile
from game.text import translate as _
from worlds.catalogue import Entry, entries, own_folder
from worlds.reading import read_world

LEAST_SLEEP_MIN, MOST_SLEEP_MIN = 0.1, 60.0


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of every command that opens a window."""
    _add_place(parser)
    _add_window(parser)
    _add_sound(parser)
    _add_stay(parser)
    parser.add_argument("--journal", type=Path, help=argparse.SUPPRESS)


def _add_place(parser: argparse.ArgumentParser) -> None:
    """Which place, at what time."""
    parser.add_argument("--seed", type=values.seed, metavar="N", help=_("another seed, another place"))
    parser.add_argument(
        "--hour", type=values.hour, metavar="H", help=_("begin at 18.5 or 18:30, not at the clock's")
    )
    parser.add_argument("--date", type=values.day, metavar="D", help=_("the moon and sun of a day, not of today"))
    parser.add_argument(
        "--latitude",
        type=values.latitude_deg,
        metavar="DEG",
        help=_("how far north you live, for the sun and the leaves of your days; remembered for the next time"),
    )


def _add_window(parser: argparse.ArgumentParser) -> None:
    """How it is shown."""
    parser.add_argument("--size", type=values.size, default=(1280, 720), metavar="WxH", help=_("pixels (1280x720)"))
    parser.add_argument("--fullscreen", action="store_true", help=_("fill the screen"))
    parser.add_argument(
        "--monitor",
        type=values.monitor,
        metavar="N",
        help=_("fill that monitor (1 is the first), or all of them as one (all), or show the same on each (each)"),
    )
    parser.add_argument("--fps", type=values.frames_per_s, metavar="N", help=_("frames a second (30 or 60)"))
    parser.add_argument("--still", action="store_true", help=_("reduced motion: only the light moves"))


def _add_sound(parser: argparse.ArgumentParser) -> None:
    """How it is heard."""
    parser.add_argument("--no-sound", action="store_true", help=_("only the picture"))
    parser.add_argument(
        "--sound-file",
        type=values.sound_file,
        metavar="FILE",
        help=_("write what would be heard to a WAV file, as it sounds; loudspeakers only if that cannot be done"),
    )
    parser.add_argument(
        "--listening",
        choices=get_args(Listening),
        help=_("how you hear it (headphones); remembered for the next time"),
    )
    parser.add_argument(
        "--night",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=_("softer, darker and gentler, for the night; remembered for the next time"),
    )


def _add_stay(parser: argparse.ArgumentParser) -> None:
    """How long one stays."""
    parser.add_argument(
        "--for-seconds", type=values.length_s, metavar="S", help=_("leave by itself after S seconds")
    )
    parser.add_argument("--minutes", type=minutes, metavar="M", help=_("a visit of M minutes, then leave"))
    parser.add_argument(
        "--sleep", type=sleep_minutes, metavar="M", help=_("let picture and sound fade over M minutes, then leave")
    )


def minutes(text: str) -> float:
    """The length of a visit."""
    from game.journey.visit import LEAST_MIN, MOST_MIN

    return values.number(text, LEAST_MIN, MOST_MIN, _("a visit is given in minutes"))


def sleep_minutes(text: str) -> float:
    """How long it takes to fall asleep."""
    return values.number(text, LEAST_SLEEP_MIN, MOST_SLEEP_MIN, _("falling asleep is given in minutes"))


def open_settings() -> SettingsFile:
    """The visitor's settings; what is wrong with them is said in the window."""
    return SettingsFile(folders.settings() / FILE_NAME)


def seed_today(settings: Settings, today: date) -> int:
    """The seed the visitor's settings ask for."""
    if settings.seed == "fresh":
        return random.SystemRandom().randrange(2**31)
    return today.toordinal() if settings.seed == "daily" else settings.seed


def play(arguments: argparse.Namespace, entry: Entry, settings: SettingsFile, watch: bool = False) -> None:
    """Open the window on a world and stay until the visitor leaves. Raises `Trouble` or `Unreadable`."""
    from game.mixes.shelf import FOLDER, MixShelf
    from game.signals.calendar import Calendar
    from game.view.journal import Journal
    from game.view.opening import Opening
    from game.view.plan import Plan
    from game.view.sound import Silence, ears
    from game.window import run_window

    given, chosen = arguments, settings.now
    remember(given, settings)
    calendar = Calendar(settings.now.latitude_deg, given.date)
    plan = Plan(
        world=calendar.seen(read_world(entry.folder)),
        seed=seed_today(chosen, datetime.now().astimezone().date()) if given.seed is None else given.seed,
        worlds=entries(own_folder()),
        calendar=calendar,
        hour=given.hour,
        size_px=given.size,
        fullscreen=given.fullscreen and given.monitor is None,
        monitor=given.monitor,
        fps=given.fps,
        for_seconds=given.for_seconds,
        minutes=given.minutes,
        sleep_minutes=given.sleep,
        still=given.still or chosen.still,
        language=chosen.language,
        cache=folders.cache(),
        watch=entry.folder if watch else None,
    )
    sound = Silence() if given.no_sound else ears(given.sound_file)
    try:
        file = given.journal.open("w", encoding="utf-8") if given.journal else None
    except OSError as error:
        said = _("The journal {file} cannot be written: {why}.").format(file=given.journal, why=reason(error))
        raise Trouble(said) from error
    mixes = MixShelf(folders.settings() / FOLDER, folders.exchange())
    run_window(Opening(plan, sound, settings, Journal(file, time.perf_counter), mixes=mixes))


def remember(given: argparse.Namespace, settings: SettingsFile) -> None:
    """Keep how the visitor wants to hear it, and where they live."""
    if given.listening is not None:
        settings.change(listening=given.listening)
    if given.night is not None:
        settings.change(night=given.night)
    if given.latitude is not None:
        settings.change(latitude_deg=given.latitude)
