"""The command line: `stillroom` and `python3 run.py`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence

import game.commands
from game.problem import Exit, Trouble


def parser() -> argparse.ArgumentParser:
    """The parser with every subcommand in `game.commands`."""
    top = argparse.ArgumentParser(prog="stillroom", description="Small calm worlds to sit in.")
    subparsers = top.add_subparsers(dest="command", required=True)
    for module in pkgutil.iter_modules(game.commands.__path__):
        importlib.import_module(f"game.commands.{module.name}").add(subparsers)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every trouble becomes one readable message."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except Trouble as trouble:
        print(f"stillroom: {trouble}", file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        return Exit.WELL


if __name__ == "__main__":
    sys.exit(main())
