"""`bench`: what worlds cost on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from game.problem import Exit
from game.text import translate as _
from game.text import untranslated

if TYPE_CHECKING:
    from rich.console import Console

    from worlds.catalogue import Entry

DESCRIPTION = untranslated(
    """Measure worlds (all built-in ones, or those named) at 1280x720: a frame, the sound, memory,
the first frame, a change of world. With --sound only what is heard, and every voice by itself.
With --peers other programs too that do something like it: glmark2, csound and scsynth, where they are installed."""
)
NAMES = {
    "frame_ms_median": untranslated("ms a frame"),
    "frame_ms_p95": untranslated("p95"),
    "python_ms": untranslated("Python ms"),
    "sound_rate": untranslated("sound / CPU s"),
    "block_p50_ratio": untranslated("block p50"),
    "block_p99_9_ratio": untranslated("p99.9"),
    "block_max_ratio": untranslated("max"),
    "memory_mb": untranslated("MB"),
    "first_frame_s": untranslated("first frame s"),
    "complete_s": untranslated("complete s"),
    "first_start_complete_s": untranslated("first start s"),
    "change_world_s": untranslated("change s"),
}
SOUND_NAMES = {
    "sound_rate": untranslated("sound / CPU s"),
    "p50_ratio": untranslated("block p50"),
    "p99_ratio": untranslated("p99"),
    "p99_9_ratio": untranslated("p99.9"),
    "max_ratio": untranslated("max"),
}
"""Times of blocks are shares of the time they sound."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "bench", help=_("measure what worlds cost on this machine"), description=_(DESCRIPTION)
    )
    parser.add_argument("worlds", nargs="*", metavar="WORLD", help=_("an id or a path; none: all built-in worlds"))
    parser.add_argument("--json", action="store_true", help=_("as JSON on standard output"))
    parser.add_argument("--sound", action="store_true", help=_("only the sound, and every voice by itself"))
    parser.add_argument(
        "--peers", action="store_true", help=_("measure glmark2, csound and scsynth too, if installed")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure and tell."""
    from game.choice import entry
    from worlds.catalogue import entries

    shelf = entries()
    chosen = [entry(name) for name in arguments.worlds] or shelf
    found = _measured(chosen, shelf, arguments)
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        print()
    elif arguments.sound:
        show_sound(found)
    else:
        show(found)
    return Exit.WELL


def _measured(chosen: list[Entry], shelf: list[Entry], arguments: argparse.Namespace) -> dict[str, Any]:
    def tell(line: str) -> None:
        print(line, file=sys.stderr)

    if arguments.sound:
        from game.bench import sounding

        return sounding.measure(chosen, arguments.peers, tell)
    from game.bench import rounds

    return rounds.measure(chosen, shelf, arguments.peers, tell)


def show(found: dict[str, Any]) -> None:
    """The figures as a table, one world a line."""
    from rich.console import Console
    from rich.table import Table

    table = Table(_("world"), *map(_, NAMES.values()))
    for world, name in _named(found["worlds"]):
        table.add_row(name, *(_figure(world[column]) for column in NAMES))
    console = Console()
    console.print(table)
    empty = {_("an empty window's first frame (s)"): found["empty_window_first_frame_s"]}
    _show_beside(console, empty | found.get("peers", {}))


def show_sound(found: dict[str, Any]) -> None:
    """The figures of sound: voices and worlds, each with its share of one core."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    voices = Table(_("voice"), _("sound / CPU s"), _("of a core"))
    for name, rate in found["voices"].items():
        voices.add_row(name, _figure(rate), f"{1 / rate:.2%}" if rate else "-")
    console.print(voices)
    worlds = Table(_("world"), _("samples a block"), *map(_, SOUND_NAMES.values()), _("of a core"))
    for world, name in _named(found["worlds"]):
        for block in world["blocks"]:
            rate = block["sound_rate"]
            figures = (_figure(block[column]) for column in SOUND_NAMES)
            worlds.add_row(name, str(block["samples"]), *figures, f"{1 / rate:.2%}" if rate else "-")
    console.print(worlds)
    _show_beside(console, {_("the fullest world"): found["fullest"]} | found.get("peers", {}))


def _named(worlds: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each world with its id, or with its path where two have one id."""
    ids = Counter(world["id"] for world in worlds)
    for world in worlds:
        yield world, world["id"] if ids[world["id"]] == 1 else world["path"]


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _show_beside(console: Console, figures: Mapping[str, Any]) -> None:
    for name, value in figures.items():
        console.print(f"{name}: {_('not measured') if value is None else value}")
