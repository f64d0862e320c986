"""The first start: make `.venv`, fill it, and put a stamp in it last of all."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator

import run
from game.language import translate as _
from game.machine import libraries
from game.reasons import reason
from game.setup import pythons
from game.setup.steps import Unfit, run_step, say

UNDER_WAY = os.path.join(run.VENV, "stillroom-under-way")
INTERRUPTED = 130


def prepare(testing: bool, may_install: bool) -> int:
    """Complete what is missing; 0, or the exit code of a start that cannot go on (after one line that says why)."""
    try:
        libraries_there(may_install)
        with alone():
            if not run.is_ready(testing):
                fill(testing)
    except Unfit as lack:
        say(str(lack))
        return run.MACHINE_LACKS
    except OSError as error:
        say(_("the set-up could not write in {folder}: {why}.").format(folder=run.HERE, why=reason(error)))
        return run.MACHINE_LACKS
    except KeyboardInterrupt:
        say(_("the set-up was stopped; the next start does it anew."))
        return INTERRUPTED
    return 0


def fill(testing: bool) -> None:
    """Make `.venv` and install into it. Interrupted anywhere, it leaves a mark for the next start to begin anew."""
    extra = "test" if testing or "test" in run.stamp()[3:] else ""
    command = [] if usable() else venv_command()
    say(_("preparing Stillroom; this is done once and takes a minute or two."))
    if command:
        shutil.rmtree(run.VENV, ignore_errors=True)
        os.makedirs(run.VENV, exist_ok=True)
        mark()
        run_step(command, _("the folder .venv could not be made"))
    mark()
    run_step(install_command("." + ("[" + extra + "]" if extra else "")), _("the packages could not be installed"))
    with open(run.STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join([*run.wanted(), extra]))
    os.replace(run.STAMP + ".new", run.STAMP)
    os.remove(UNDER_WAY)
    say(_("ready."))


def mark() -> None:
    """From here until the stamp, an interruption leaves something half done."""
    with open(UNDER_WAY, "w"):
        pass


def usable() -> bool:
    """Whether there is a `.venv` that can be built on: not half made, with a fitting Python that can install."""
    if os.path.exists(UNDER_WAY) or not pythons.fits(pythons.version_of(run.PYTHON)):
        return False
    return bool(pythons.uv()) or pythons.can(run.PYTHON, "import pip")


def venv_command() -> "list[str]":
    """How to make the environment on this machine: by uv, else by a fitting Python's own venv."""
    python = pythons.fitting(run.VENV)
    if pythons.uv():
        return [pythons.uv(), "venv", "--quiet", "--allow-existing", "--python", python or pythons.RANGE, run.VENV]
    if not python:
        said = _(
            "Python {this} does not fit: Stillroom needs Python {wanted}. "
            "Install one of those, or uv, which brings its own, and start again."
        )
        raise Unfit(said.format(this=".".join(map(str, sys.version_info[:2])), wanted=pythons.RANGE))
    if not pythons.can(python, pythons.MAKES_VENVS):
        said = _(
            "{python} has no venv module. Install it (on Debian and Ubuntu: apt-get install {package}), "
            "or uv, and start again."
        )
        raise Unfit(said.format(python=python, package=pythons.venv_package(python)))
    return [python, "-m", "venv", run.VENV]


def install_command(what: str) -> "list[str]":
    """How to put this project and what it needs into `.venv`."""
    if pythons.uv():
        return [pythons.uv(), "pip", "install", "--python", run.PYTHON, "-e", what]
    return [run.PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--retries", "1", "-e", what]


@contextlib.contextmanager
def alone() -> "Iterator[None]":
    """Hold a lock, so that two first starts never fill the same folder at once."""
    with open(os.path.join(run.HERE, ".venv.lock"), "w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        except (ImportError, OSError):
            pass  # Windows, or a file system without locks: then two at once is nothing worse than slow
        yield


def libraries_there(may_install: bool) -> None:
    """Install missing system packages where that is allowed, else say the one command that does."""
    packages = [*libraries.missing_packages(), *missing_venv_package()]
    if not packages:
        return
    command = libraries.install_command(packages)
    names = ", ".join(packages)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (root and may_install and libraries.has_apt() and agreed(names)):
        lacks = _("this machine lacks {packages}. To install: {command}")
        say(lacks.format(packages=names, command=command if root else "sudo " + command))
        return
    say(_("installing the system packages {packages} (--no-system-packages forbids this).").format(packages=names))
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    try:
        run_step(["apt-get", "update"], _("apt-get could not read its lists"))
        run_step(["apt-get", "install", "-y", "--no-install-recommends", *packages], _("apt-get did not succeed"))
    except Unfit as failed:
        say(str(failed) + " " + _("To install them yourself: {command}").format(command=command))


def missing_venv_package() -> "list[str]":
    """Debian packs venv apart: its package, if this start will need it and does not find it."""
    python = pythons.fitting(run.VENV)
    if not python or pythons.uv() or usable() or pythons.can(python, pythons.MAKES_VENVS):
        return []
    return [pythons.venv_package(python)] if libraries.has_apt() else []


def agreed(packages: str) -> bool:
    """At a terminal, ask; elsewhere nobody is there to be asked."""
    if not (sys.stdin and sys.stdin.isatty()):
        return True
    sys.stderr.write("stillroom: " + _("install {packages} with apt-get? [Y/n] ").format(packages=packages))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ["", "y", "yes", *_("y yes").split()]
