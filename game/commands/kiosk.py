"""`kiosk`: unattended, for waiting rooms and exhibitions."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from game.called import called
from game.mistakes import listed, summary
from game.problem import Exit, Trouble
from game.text import translate as _
from game.text import untranslated
from worlds.catalogue import own_folder
from worlds.problems import Unreadable

DESCRIPTION = untranslated(
    "Run unattended by one file: `kiosk --config FILE`; `kiosk check FILE` explains the file."
)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("kiosk", help=_("run unattended, by a file"), description=_(DESCRIPTION))
    parser.add_argument("--config", type=Path, metavar="FILE", help=_("the kiosk's file (see docs/kiosk.md)"))
    parser.add_argument("--supervised", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--journal", type=Path, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)
    inner = parser.add_subparsers(metavar="check FILE")
    check = inner.add_parser("check", help=_("find mistakes in the file, and say what it means"))
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(run=run_check)


def run_check(arguments: argparse.Namespace) -> int:
    """Say what the file means, or what is wrong with it."""
    from game.kiosk.config import open_worlds, read_config
    from game.kiosk.explained import explained

    try:
        config = read_config(arguments.file, own_folder())
    except Unreadable as unreadable:
        print(f"{listed(unreadable.problems)}\n\n{summary(unreadable.problems)}")
        return Exit.PROBLEMS
    print(explained(config, open_worlds(config, own_folder())))
    return Exit.WELL


def run(arguments: argparse.Namespace) -> int:
    """Become the supervisor, which runs this command again as the game itself."""
    if arguments.config is None:
        said = _("A kiosk needs its file: {stillroom} kiosk --config FILE")
        raise Trouble(said.format(stillroom=called()), Exit.USAGE)
    if arguments.supervised:
        from game.kiosk.config import reread_config
        from game.kiosk.running import run_kiosk

        run_kiosk(reread_config(arguments.config), arguments.journal)
        return Exit.WELL
    _look_over(arguments.config)
    return _become([sys.executable, "-P", "-m", "game.kiosk.supervisor", *_game(arguments)])


def _look_over(file: Path) -> None:
    """Refuse a file with mistakes of its own, or without one world that opens; only say which worlds do not."""
    from game.kiosk.config import open_worlds, read_config, reread_config

    config = reread_config(file)
    try:
        read_config(file, own_folder())
    except Unreadable as unreadable:
        if not open_worlds(config, own_folder()):
            raise
        print(
            listed(unreadable.problems), _("The kiosk goes on without these worlds."), sep="\n\n", file=sys.stderr
        )


def _become(command: list[str]) -> int:
    """Let the supervisor take the place of this process, with nothing loaded but what it needs itself."""
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def _game(arguments: argparse.Namespace) -> list[str]:
    """The command of the game itself; it finds this program wherever it was started from."""
    home = str(Path(__file__).resolve().parents[2])
    os.environ["PYTHONPATH"] = os.pathsep.join([home, *filter(None, [os.environ.get("PYTHONPATH")])])
    journal = ["--journal", str(arguments.journal)] if arguments.journal else []
    config = str(arguments.config.resolve())
    return [sys.executable, "-P", "-m", "game.cli", "kiosk", "--config", config, "--supervised", *journal]
