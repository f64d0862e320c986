"""`bench`: what worlds cost on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from game.problem import Exit

DESCRIPTION = """Measure worlds (all built-in ones, or those named) at 1280x720: a frame, the sound, memory,
the first frame, a change of world. With --peers, glmark2 and csound too, where they are installed."""
NAMES = {
    "frame_ms_median": "ms a frame",
    "frame_ms_p95": "p95",
    "python_ms": "Python ms",
    "sound_rate": "sound / CPU s",
    "block_p50_ratio": "block p50",
    "block_p99_9_ratio": "p99.9",
    "block_max_ratio": "max",
    "memory_mb": "MB",
    "first_frame_s": "first frame s",
    "change_world_s": "change s",
}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "bench", help="measure what worlds cost on this machine", description=DESCRIPTION
    )
    parser.add_argument("worlds", nargs="*", metavar="WORLD", help="an id or a path; none: all built-in worlds")
    parser.add_argument("--json", action="store_true", help="as JSON on standard output")
    parser.add_argument("--peers", action="store_true", help="measure glmark2 and csound too, if installed")
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

    table = Table("world", *NAMES.values())
    for world in found["worlds"]:
        table.add_row(world["id"], *("-" if world[name] is None else f"{world[name]:g}" for name in NAMES))
    console = Console()
    console.print(table)
    console.print(f"an empty window's first frame: {found['empty_window_first_frame_s']} s")
    for name, value in found.get("peers", {}).items():
        console.print(f"{name}: {'not installed' if value is None else value}")
