"""`check`: every mistake of a pack, at its place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from audio.log import log_in_sentences
from game.called import called
from game.mistakes import in_words, listed, summary
from game.problem import Exit
from game.text import counted, told
from game.text import translate as _
from worlds import report
from worlds.catalogue import entries, find, own_folder
from worlds.files import is_file, is_folder
from worlds.format.layers.silhouette import Silhouette
from worlds.format.voices.recording import Recording
from worlds.format.world import World
from worlds.own_files import Unfit
from worlds.problems import WORLD_FILE, Problem, Unreadable
from worlds.reading import document_of, read_world

TRIED_PX = 256
"""How large a drawing is tried."""
Look = Callable[[World, Path], Iterator[Problem]]
"""Looks at a world and tells what is wrong with its pictures."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help=_("find every mistake in a world's pack"))
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a pack's folder, its world.toml, or an id"))
    parser.add_argument("--json", action="store_true", help=_("print a JSON list of the mistakes, for editors"))
    parser.add_argument(
        "--rendered",
        action="store_true",
        help=_("also look at the pictures: does anything flash, or stand in stripes"),
    )
    parser.add_argument(
        "--quick", action="store_true", help=_("with --rendered: four hours and one seed instead of 24 and three")
    )
    parser.add_argument(
        "--sound", action="store_true", help=_("also listen: is every voice heard, does anything startle")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong with each pack."""
    log_in_sentences(sys.stderr, told)
    looked = _looking(arguments) if arguments.rendered or arguments.quick else None
    problems = [problem for path in arguments.paths for problem in _problems(path, looked, arguments.sound)]
    if arguments.json:
        print(report.as_json(in_words(problems)))
    elif problems:
        print(f"{listed(problems)}\n\n{summary(problems)}")
    else:
        print(counted("No mistakes.", "No mistakes in {count} worlds.", len(arguments.paths)))
    return Exit.PROBLEMS if problems else Exit.WELL


def _problems(name: str, looked: Look | None, listen: bool) -> list[Problem]:
    entry, path = find(name, own_folder()), Path(name)
    if entry is None and is_file(path) and path.name != WORLD_FILE:
        said = _('a pack is a folder with a file "{name}" in it.').format(name=WORLD_FILE)
        return [Problem(path, 1, 1, "", said)]
    if entry is None and not is_folder(path):
        said = _("there is no such folder, and no world with this id.")
        every = _("`{stillroom} list` shows the worlds there are.").format(stillroom=called())
        return [Problem(path, 1, 1, "", said, every)]
    folder = entry.folder if entry else path
    try:
        world = read_world(folder)
    except Unreadable as unreadable:
        return unreadable.problems
    problems = list(_unplayable(world, folder))
    problems += looked(world, folder) if looked else []
    return [*problems, *_heard(world, folder)] if listen else problems


def _unplayable(world: World, folder: Path) -> Iterator[Problem]:
    """Files that only decoding or drawing them shows to be damaged."""
    for index, layer in enumerate(world.layers):
        if isinstance(layer, Silhouette):
            from game.scenery.drawing import drawn

            try:
                drawn(layer.path, TRIED_PX)
            except Unfit as unfit:
                yield document_of(folder).problem(("layer", index, "file"), unfit.message, unfit.suggestion)
    for index, voice in enumerate(world.voices):
        if isinstance(voice, Recording):
            from audio.proof import prove  # the decoder is large

            try:
                prove(voice.path)
            except Unfit as unfit:
                yield document_of(folder).problem(("voice", index, "file"), unfit.message, unfit.suggestion)


def _looking(arguments: argparse.Namespace) -> Look:
    """What looks at a world's pictures; what it looked at is printed."""
    from game.headless import open_context

    ctx = open_context()

    def look(world: World, folder: Path) -> Iterator[Problem]:
        from game.comfort.look import look_at

        others = [entry.folder for entry in entries() if entry.folder.resolve() != folder.resolve()]
        said, sentences = look_at(ctx, world, others, arguments.quick)
        print(said, file=sys.stderr if arguments.json else sys.stdout)
        for message, advice in sentences:
            yield Problem(folder / WORLD_FILE, 1, 1, "", message, advice)

    return look


def _heard(world: World, folder: Path) -> Iterator[Problem]:
    """What only listening tells, at the table it comes from."""
    from game.comfort.sound_trial import findings

    print(_("Listening to {name} ...").format(name=world.world.name), file=sys.stderr)
    document = document_of(folder)
    for finding in findings(world):
        yield document.problem(finding.where, finding.message, finding.suggestion)
