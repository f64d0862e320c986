"""`doctor`: what this machine has, what it lacks, and how to mend it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from game.problem import Exit
from game.text import counted, untranslated
from game.text import translate as _

FOLDERS = {"worlds": untranslated("worlds"), "settings": untranslated("settings"), "log": untranslated("log")}
HEADING_WIDTH = 10


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("doctor", help=_("say what this machine has and lacks, and how to mend it"))
    parser.add_argument("--json", action="store_true", help=_("as JSON on standard output"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look and tell; exit code 3 if nothing can be drawn or a package is missing, 1 if a pack is broken."""
    from game.machine.report import drawing_works, report

    found = report()
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        print()
    else:
        print("\n".join(lines(found)))
    if not drawing_works(found) or not all(found["packages"].values()):
        return Exit.MACHINE
    return Exit.PROBLEMS if any(pack["mistakes"] for pack in found["packs"]) else Exit.WELL


def lines(found: dict[str, Any]) -> list[str]:
    """The report for a person."""
    head = f"Stillroom {found['version']}, Python {found['python']}, {found['system']}"
    parts = [*_programs(found), *_outputs(found), *_places(found)]
    text = [f"{heading:<{HEADING_WIDTH}} {fact}" for heading, fact in parts]
    return [head, *text, "", *(found["mend"] or [_("Nothing needs mending.")])]


def _programs(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    versions = [f"{name} {version or _('MISSING')}" for name, version in found["packages"].items()]
    yield _("packages"), ", ".join(versions)
    for name in found["libraries_missing"]:
        yield _("library"), f"{_('MISSING')} {name}"


def _outputs(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    lack = found["screen"]["why"]
    yield _("screen"), _("yes") if found["screen"]["works"] else _("no: {why}").format(why=lack)
    for name, driver in found["gl"].items():
        yield _("drawing") if name == "off_screen" else _("window"), driver_line(driver)
    for place, way in enumerate(found["sound"], start=1):
        answer = way["device"] or _("works") if way["works"] else way["why"]
        yield _("sound {place}").format(place=place), f"{way['name']}: {answer}"


def _places(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for pack in found["packs"]:
        count = len(pack["mistakes"])
        state = counted("{count} mistake", "{count} mistakes", count) if count else _("well")
        yield _("world"), f"{pack['id']}: {state} ({pack['path']})"
    for name, path in found["folders"].items():
        yield _("folder"), f"{_(FOLDERS[name])}: {path}"


def driver_line(driver: dict[str, Any]) -> str:
    """One driver in a line."""
    if not driver["works"]:
        return _("does not work: {why}").format(why=driver["why"])
    how = _("by the processor (software)") if driver["software"] else _("by the graphics chip")
    return f"{driver['api']} {driver['version']} {how}: {driver['renderer']} ({driver['vendor']})"
