"""`bench`: what worlds cost on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import Any

from game.problem import Exit
from game.text import translate as _
from game.text import untranslated

DESCRIPTION = untranslated(
    """Measure worlds (all built-in ones, or those named) at 1280x720: a frame, the sound, memory,
the first frame, a change of world. With --peers, glmark2 and csound too, where they are installed."""
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


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "bench", help=_("measure what worlds cost on this machine"), description=_(DESCRIPTION)
    )
    parser.add_argument("worlds", nargs="*", metavar="WORLD", help=_("an id or a path; none: all built-in worlds"))
    parser.add_argument("--json", action="store_true", help=_("as JSON on standard output"))
    parser.add_argument("--peers", action="store_true", help=_("measure glmark2 and csound too, if installed"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Measure and tell."""
    from game.bench.rounds import measure
    from game.choice import entry
    from worlds.catalogue import entries

    shelf = entries()
    chosen = [entry(name) for name in arguments.worlds] or shelf
    found = measure(chosen, shelf, arguments.peers, lambda line: print(line, file=sys.stderr))
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        print()
    else:
        show(found)
    return Exit.WELL


def show(found: dict[str, Any]) -> None:
    """The figures as a table, one world a line."""
    from rich.console import Console
    from rich.table import Table

    table = Table(_("world"), *map(_, NAMES.values()))
    ids = Counter(world["id"] for world in found["worlds"])
    for world in found["worlds"]:
        name_or_path = world["id"] if ids[world["id"]] == 1 else world["path"]
        table.add_row(name_or_path, *("-" if world[name] is None else f"{world[name]:g}" for name in NAMES))
    console = Console()
    console.print(table)
    empty = {_("an empty window's first frame (s)"): found["empty_window_first_frame_s"]}
    for name, value in (empty | found.get("peers", {})).items():
        console.print(f"{name}: {_('not measured') if value is None else value}")
