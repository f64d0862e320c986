"""`doctor`: what this machine has, what it lacks, and how to mend it."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from game.problem import Exit


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("doctor", help="say what this machine has and lacks, and how to mend it")
    parser.add_argument("--json", action="store_true", help="as JSON on standard output")
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
    packages = ", ".join(f"{name} {version or 'MISSING'}" for name, version in found["packages"].items())
    text = [
        f"Stillroom {found['version']}, Python {found['python']}, {found['system']}",
        f"packages   {packages}",
        *[f"library    MISSING {name}" for name in found["libraries_missing"]],
        f"screen     {'yes' if found['screen']['works'] else 'no: ' + found['screen']['why']}",
    ]
    for name, driver in found["gl"].items():
        text.append(f"{'drawing' if name == 'off_screen' else 'window':<10} {driver_line(driver)}")
    for place, way in enumerate(found["sound"], start=1):
        text.append(f"sound {place}    {way['name']}: {way['device'] or 'works' if way['works'] else way['why']}")
    for pack in found["packs"]:
        state = f"{len(pack['mistakes'])} mistakes" if pack["mistakes"] else "well"
        text.append(f"world      {pack['id']}: {state} ({pack['path']})")
    text += [f"folder     {name}: {path}" for name, path in found["folders"].items()]
    return [*text, "", *(found["mend"] or ["Nothing needs mending."])]


def driver_line(driver: dict[str, Any]) -> str:
    """One driver in a line."""
    if not driver["works"]:
        return f"does not work: {driver['why']}"
    how = "by the processor (software)" if driver["software"] else "by the graphics chip"
    return f"OpenGL {driver['version']} {how}: {driver['renderer']} ({driver['vendor']})"
