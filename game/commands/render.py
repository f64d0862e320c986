"""`render`: a world as a picture, a film or a sound file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from audio.listening import Listening
from game import arguments as values
from game.problem import Exit, Trouble
from game.text import translate as _
from game.text import untranslated

if TYPE_CHECKING:
    from game.export.visit import Visit
    from worlds.format.world import World

DESCRIPTION = untranslated(
    """Write a world to a file. The end of the file's name says what: .png is one frame, .mp4 and .webm
are films with sound, .wav and .flac are sound alone. Same world, seed, hour and touches: same picture and sound."""
)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "render", help=_("write a world as a picture, a film or a sound file"), description=_(DESCRIPTION)
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("world", metavar="WORLD", nargs="?", help=_("an id from `list`, or a path to a pack folder"))
    what.add_argument(
        "--voice", metavar="NAME", help=_("instead of a world one voice alone, such as wind or wind/pines")
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=_(".png .mp4 .webm .wav or .flac"))
    parser.add_argument("--at", type=values.moment_s, metavar="S", help=_("world time to begin at (pictures: 20)"))
    parser.add_argument("--seconds", type=values.length_s, default=20.0, metavar="S", help=_("length (20)"))
    parser.add_argument("--size", type=values.size, default=(1280, 720), metavar="WxH", help=_("pixels (1280x720)"))
    parser.add_argument(
        "--fps", type=values.frames_per_s, default=30.0, metavar="N", help=_("frames a second (30)")
    )
    _add_visit(parser)
    parser.add_argument("--no-sound", action="store_true", help=_("a film without sound"))
    parser.add_argument(
        "--listening",
        choices=get_args(Listening),
        default="headphones",
        help=_("how the sound will be heard (headphones)"),
    )
    parser.add_argument("--still", action="store_true", help=_("reduced motion: only the light moves"))
    parser.set_defaults(run=run)


def _add_visit(parser: argparse.ArgumentParser) -> None:
    """Which place at what time, and what is done there."""
    parser.add_argument(
        "--seed", type=values.seed, default=1, metavar="N", help=_("another seed, another place (1)")
    )
    parser.add_argument("--hour", type=values.hour, default=18.5, metavar="H", help=_("18.5 or 18:30 (18.5)"))
    parser.add_argument("--date", type=values.day, metavar="D", help=_("with the moon of a day such as 2026-12-24"))
    parser.add_argument(
        "--latitude",
        type=values.latitude_deg,
        metavar="DEG",
        help=_("with the sun and leaves of that date there"),
    )
    parser.add_argument(
        "--touch", type=values.touch, action="append", default=[], metavar="X,Y,T",
        help=_(
            "touch the world at X,Y (0,0 bottom left, 1,1 top right) after T seconds; may be given again: touches"
            " less than half a second apart are one stroke, drawn from each to the next"
        ),
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Render one file."""
    from game.export.render import Order, render, render_voice

    order = Order(
        out=arguments.out,
        at_s=arguments.at,
        seconds=arguments.seconds,
        size_px=arguments.size,
        frames_per_s=arguments.fps,
        sound=not arguments.no_sound,
    )
    if arguments.no_sound and arguments.out.suffix.lower() in (".wav", ".flac"):
        raise Trouble(_("A sound file without sound would be empty: leave out --no-sound."), Exit.USAGE)
    if arguments.voice:
        render_voice(arguments.voice, arguments.seed, order, _tell)
    else:
        render(_visit(arguments), order, _tell)
    return Exit.WELL


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _visit(arguments: argparse.Namespace) -> Visit:
    from game.choice import entry
    from game.export.strokes import strokes
    from game.export.visit import Visit
    from worlds.reading import read_world

    world = read_world(entry(arguments.world).folder)
    return Visit(
        world=_on_its_day(world, arguments),
        seed=arguments.seed,
        hour=arguments.hour,
        touches=strokes(arguments.touch),
        stilled=arguments.still,
        listening=arguments.listening,
    )


def _on_its_day(world: World, arguments: argparse.Namespace) -> World:
    """The world as its pack has it, or on the day asked for."""
    if arguments.date is None:
        if arguments.latitude is not None:
            raise Trouble(_("--latitude needs a day too, such as --date 2026-12-24."), Exit.USAGE)
        return world
    from worlds.almanac import Day, seen_on

    return seen_on(world, Day(arguments.date, arguments.latitude))
