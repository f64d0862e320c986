"""`new`: a world of one's own that already runs, with everything explained in it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from game.called import called
from game.problem import Exit, Trouble
from game.reasons import reason
from game.text import translate as _
from game.text import untranslated
from worlds.catalogue import find, own_folder
from worlds.format.world import PACK_ID
from worlds.problems import WORLD_FILE
from worlds.starter import make_pack

FORM = untranslated('a short name of small letters, digits and _, like "dusk_lake"')


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("new", help=_("begin a world of your own"))
    parser.add_argument("name", metavar="NAME", help=_("{form}; or a path that ends in one").format(form=_(FORM)))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the pack, and say where it is and what to do with it."""
    from worlds.schema import schema_text

    is_path = "/" in arguments.name or "\\" in arguments.name
    folder = Path(arguments.name).absolute() if is_path else own_folder() / arguments.name
    _refuse(folder, is_path)
    try:
        make_pack(folder, folder.name.replace("_", " ").title(), schema_text())
    except OSError as error:
        said = _('"{folder}" could not be made: {why}.').format(folder=folder, why=reason(error))
        raise Trouble(said) from error
    _say_what_next(folder, f'"{folder}"' if is_path else folder.name)
    return Exit.WELL


def _refuse(folder: Path, is_path: bool) -> None:
    if not re.fullmatch(PACK_ID, folder.name):
        said = _('"{name}" cannot be the id of a world: it must be {form}.')
        raise Trouble(said.format(name=folder.name, form=_(FORM)) + _likely(folder.name), Exit.USAGE)
    if folder.exists() or folder.is_symlink():
        said = _('"{folder}" is there already, and was left as it is. Choose another name.')
        raise Trouble(said.format(folder=folder))
    if not is_path and find(folder.name):
        said = _('There is a built-in world called "{name}". Choose another name.')
        raise Trouble(said.format(name=folder.name))


def _likely(name: str) -> str:
    """The id that was probably meant, as a further sentence."""
    likely = re.sub("[^a-z0-9]+", "_", name.lower()).strip("_")
    return " " + _("Did you mean {name}?").format(name=likely) if re.fullmatch(PACK_ID, likely) else ""


def _say_what_next(folder: Path, name: str) -> None:
    print(_('Your world is in "{file}". Open that file in any editor.').format(file=folder / WORLD_FILE))
    steps = {
        "play": _("See it:"),
        "watch": _("See every change as you save:"),
        "check": _("Find mistakes:"),
    }
    width = max(map(len, steps.values()))
    for command, what in steps.items():
        print(f"  {what:<{width}} {called()} {command} {name}")
