"""Everything `doctor` finds out, as one plain value."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Any

from audio.output import ORDER
from game import display, folders
from game.machine import libraries
from game.machine.probe import ask
from game.mistakes import in_words
from game.reasons import reason
from game.text import translate as _
from worlds.catalogue import entries, own_folder
from worlds.problems import Unreadable

Report = dict[str, Any]


def report() -> Report:
    """Look at everything; takes a few seconds and raises nothing."""
    found = {
        "version": installed("stillroom"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": packages(),
        "libraries_missing": libraries.missing(),
        "screen": screen(),
        "gl": gl(),
        "sound": sound(),
        "packs": packs(),
        "folders": {
            "worlds": str(own_folder()),
            "settings": str(folders.settings()),
            "log": str(folders.log_file()),
        },
    }
    return {**found, "mend": mend(found)}


def packages() -> dict[str, str]:
    """Versions of the packages Stillroom runs on; "" for a missing one."""
    try:
        needed = requires("stillroom") or []
    except PackageNotFoundError:
        needed = []
    names = [re.split(r"[^A-Za-z0-9_-]", line, maxsplit=1)[0] for line in needed if "extra ==" not in line]
    return {name: installed(name) for name in names}


def installed(name: str) -> str:
    """The version of a package; "" if it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def screen() -> Report:
    """Whether a window could open."""
    lack = display.missing()
    return {"works": lack is None, "why": str(lack or "")}


def gl() -> Report:
    """The driver of the screen where there is one, and the one without."""
    found = {"off_screen": ask("game.machine.opengl", "off_screen")}
    if display.available():
        found["window"] = ask("game.machine.opengl", "in_a_window")
    return {
        name: {"works": answer.value is not None, **(answer.value or {}), "why": answer.why}
        for name, answer in found.items()
    }


def sound() -> list[Report]:
    """Each output in the order it is tried."""
    found = []
    for name in ORDER:
        answer = ask("game.machine.sound", "opened", name)
        found.append({"name": name, **(answer.value or {"works": False, "device": "", "why": answer.why})})
    return found


def packs() -> list[Report]:
    """Each pack, and how many mistakes are in it."""
    from worlds.reading import read_world

    found = []
    for entry in entries(own_folder()):
        mistakes: list[str] = []
        try:
            read_world(entry.folder)
        except Unreadable as unreadable:
            mistakes = [problem.headline for problem in in_words(unreadable.problems)]
        except OSError as error:
            mistakes = [f"{entry.folder}: {reason(error)}"]
        found.append({"id": entry.id, "path": str(entry.folder), "builtin": entry.builtin, "mistakes": mistakes})
    return found


def mend(found: Report) -> list[str]:
    """What to do, most needed first."""
    advice = []
    missing = sorted({libraries.LIBRARIES[name][libraries.installer()] for name in found["libraries_missing"]})
    if missing:
        advice.append(_("Install system packages: {command}").format(command=libraries.install_command(missing)))
    if not all(found["packages"].values()):
        advice.append(_("Python packages are missing: start with `python3 run.py`, or reinstall stillroom."))
    if not drawing_works(found) and not missing:
        advice.append(
            _("Neither OpenGL 3.3 nor OpenGL ES 3.1 answers: install or update the driver (Mesa on Linux).")
        )
    if not any(way["works"] for way in found["sound"] if way["name"] != "none"):
        advice.append(_("No sound device: plug one in or start the sound server; worlds are silent until then."))
    advice += [
        _("Mend the pack {path}: {mistake}").format(path=pack["path"], mistake=pack["mistakes"][0])
        for pack in found["packs"]
        if pack["mistakes"]
    ]
    return advice


def drawing_works(found: Report) -> bool:
    """Whether anything can be drawn at all."""
    return any(driver["works"] for driver in found["gl"].values())
