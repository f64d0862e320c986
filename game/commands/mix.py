"""`mix`: how loud each voice of a world is for you; kept under names, and carried elsewhere in a file."""

from __future__ import annotations

import argparse
import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from game import folders
from game.called import called
from game.problem import Exit, Trouble
from game.reasons import reason
from game.text import translate as _
from game.text import untranslated

if TYPE_CHECKING:
    from game.mixes.kept import KeptMixes

DESCRIPTION = untranslated(
    "Your mixes of a world: in its window, V shows its voices and lets you turn each of them. "
    "A window that is open keeps to what it has."
)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "mix", help=_("keep and carry your mixes of a world"), description=_(DESCRIPTION)
    )
    inner = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    every = inner.add_parser("list", help=_("show the mixes you kept, and how the world stands now"))
    every.set_defaults(run=run_list)
    save = inner.add_parser("save", help=_("keep the world as it stands now under a name"))
    save.add_argument("name", type=name, metavar="NAME")
    save.set_defaults(run=run_save)
    use = inner.add_parser("use", help=_("let a kept mix sound from the next opening on"))
    use.add_argument("name", metavar="NAME")
    use.set_defaults(run=run_use)
    reset = inner.add_parser("reset", help=_("let the world sound as its maker wrote it"))
    reset.set_defaults(run=run_reset)
    export = inner.add_parser("export", help=_("write a mix to a file"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--name", type=name, help=_("the kept mix of this name, not the world as it stands now"))
    export.set_defaults(run=run_export)
    taken = inner.add_parser("import", help=_("take a mix from a file, and keep it under its name"))
    taken.add_argument("file", type=Path, metavar="FILE")
    taken.set_defaults(run=run_import)
    for each in (every, save, use, reset, export):
        each.add_argument("--world", default="dusk_lake", metavar="WORLD", help=_("an id from `list` (dusk_lake)"))


def name(text: str) -> str:
    """What a mix is called."""
    from game.arguments import refusal
    from game.mixes.model import NAME, NAME_FORM

    if not re.fullmatch(NAME, text):
        raise refusal(_("a mix is called by {form}, not {text!r}"), form=_(NAME_FORM), text=text)
    return text


def run_list(arguments: argparse.Namespace) -> int:
    """Print what is kept."""
    mixes = _mixes(arguments.world)
    for each, mix in mixes.presets.items():
        print(f"{each}{'  (' + _('sounds now') + ')' if mix == mixes.now else ''}")
    if not mixes.presets:
        print(_("No mix of {world} is kept yet.").format(world=arguments.world))
    trims = mixes.now.message("").trims
    for part, trim in trims.items():
        print(f"  {part}: {_('off') if trim.muted else f'{trim.db:+g} dB'}")
    if mixes.now.meander:
        print(f"  {_('the voices meander')}")
    return Exit.WELL


def run_save(arguments: argparse.Namespace) -> int:
    """Keep the present mix."""
    mixes = _mixes(arguments.world)
    mixes.keep(arguments.name, mixes.now)
    _write(mixes)
    print(_("Kept as {name!r}.").format(name=arguments.name))
    return Exit.WELL


def run_use(arguments: argparse.Namespace) -> int:
    """Let a kept mix be the present one."""
    mixes = _mixes(arguments.world)
    mixes.change(mixes.presets[_known(mixes, arguments.name)])
    _write(mixes)
    print(_("{world} will sound like {name!r}.").format(world=arguments.world, name=arguments.name))
    return Exit.WELL


def run_reset(arguments: argparse.Namespace) -> int:
    """No trims any more; what is kept under names stays."""
    from game.mixes.model import KeptMix

    mixes = _mixes(arguments.world)
    mixes.change(KeptMix())
    _write(mixes)
    print(_("{world} will sound as its maker wrote it.").format(world=arguments.world))
    return Exit.WELL


def run_export(arguments: argparse.Namespace) -> int:
    """Write a file."""
    from game.mixes.exchange import mix_file, write_mix

    mixes = _mixes(arguments.world)
    mix = mixes.presets[_known(mixes, arguments.name)] if arguments.name else mixes.now
    file = mix_file(arguments.world, arguments.name or arguments.file.stem, mix)
    try:
        write_mix(arguments.file, file)
    except OSError as error:
        said = _("The mix cannot be written to {file}: {why}.")
        raise Trouble(said.format(file=arguments.file, why=reason(error))) from error
    print(_("Written to {file}.").format(file=arguments.file))
    return Exit.WELL


def run_import(arguments: argparse.Namespace) -> int:
    """Take a file; raises `Unreadable` with every mistake in it."""
    from game.mixes.exchange import read_mix
    from worlds.catalogue import own_folder

    file = read_mix(arguments.file, own_folder())
    mixes = _mixes(file.world)
    mixes.keep(file.name, file.kept)
    _write(mixes)
    print(_("Kept as {name!r}.").format(name=file.name))
    use = f'{called()} mix use "{file.name}" --world {file.world}'
    print(_("To hear it: {command}").format(command=use))
    return Exit.WELL


def _mixes(world: str) -> KeptMixes:
    """The mixes of a world there is. Raises `Trouble`."""
    from game.choice import entry
    from game.mixes.shelf import FOLDER, MixShelf

    mixes = MixShelf(folders.settings() / FOLDER).of(entry(world).id)
    if mixes.trouble:
        raise Trouble(mixes.trouble)
    return mixes


def _write(mixes: KeptMixes) -> None:
    mixes.close()
    if mixes.trouble:
        raise Trouble(mixes.trouble)


def _known(mixes: KeptMixes, wanted: str) -> str:
    if wanted in mixes.presets:
        return wanted
    near = difflib.get_close_matches(wanted, mixes.presets, n=1)
    said = [_("No mix called {name!r} is kept.").format(name=wanted)]
    said += [_("Did you mean {name}?").format(name=each) for each in near]
    raise Trouble(" ".join(said), Exit.USAGE)
