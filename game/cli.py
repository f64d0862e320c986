"""The command line: `stillroom` and `python3 run.py`."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import os
import pkgutil
import signal
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

import game.commands
from game.called import called
from game.crash import told
from game.problem import Exit, Trouble
from game.text import translate as _
from game.text import untranslated
from game.usage import speak_of_usage
from worlds.problems import Unreadable

WITHOUT_SCREEN = ["render", "dusk_lake", "--out", "dusk_lake.mp4", "--seconds", "20", "--size", "1280x720"]
DESCRIPTION = untranslated("Small calm worlds to sit in. Without a command: opens Dusk Lake.")


class Parser(argparse.ArgumentParser):
    """An argument parser that answers a slip in two lines."""

    def error(self, message: str) -> NoReturn:
        """What was wrong, and where to read how it is written; exit code 2."""
        see = _("See: {program} --help").format(program=self.prog)
        self.exit(Exit.USAGE, f"stillroom: {message}\n{see}\n")


def parser(commands: Sequence[str]) -> argparse.ArgumentParser:
    """The parser with these subcommands: only those are imported, so that a start waits for nothing else."""
    top = Parser(prog=called(), description=_(DESCRIPTION))
    told = _("show program's version number and exit")
    top.add_argument("--version", action="version", version=f"stillroom {version()}", help=told)
    subparsers = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in commands:
        importlib.import_module(f"game.commands.{name}").add(subparsers)
    return top


def version() -> str:
    """The version of this program."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("stillroom")
    except PackageNotFoundError:
        return _("(not installed)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every trouble becomes one readable message."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of libraries, about what only a programmer could change
    speak_of_usage()
    sys.excepthook = lambda _, error, __: say(told(error))
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = run(words or without_a_command())
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        say(str(trouble))
        return trouble.code
    except Unreadable as unreadable:
        from game.mistakes import listed

        print(listed(unreadable.problems), file=sys.stderr)
        return Exit.PROBLEMS
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has seen enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.WELL


def run(words: list[str]) -> int:
    """Parse and run; SIGTERM unwinds like an exit, so that nothing is left half done."""
    known = [module.name for module in pkgutil.iter_modules(game.commands.__path__)]
    if words[0].startswith("-"):
        parser(known).parse_args(words)
    if words[0] not in known:
        refuse_unknown(words[0], known)
    chosen = parser([words[0]]).parse_args(words)
    with contextlib.suppress(ValueError):  # not in the main thread: a caller that minds its own signals
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(Exit.TERMINATED))
    return int(chosen.run(chosen))


def refuse_unknown(word: str, known: Sequence[str]) -> NoReturn:
    """Answer an unknown command with the nearest known one."""
    near = difflib.get_close_matches(word, known, n=1)
    near_one, every_one = _("did you mean {command}?"), _("there are {commands}.")
    hint = near_one.format(command=near[0]) if near else every_one.format(commands=", ".join(known))
    parser([]).error(_("there is no command {word!r}; {hint}").format(word=word, hint=hint))


def without_a_command() -> list[str]:
    """Dusk Lake in a window; where there is no screen, as a film."""
    from game import display

    lack = display.missing()
    if lack is None:
        return ["play"]
    say(f"{lack} {_('Rendering Dusk Lake to dusk_lake.mp4 instead.')}")
    return WITHOUT_SCREEN


def say(text: str) -> None:
    """Tell the person at the command line."""
    with contextlib.suppress(OSError):
        print(f"stillroom: {text}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
