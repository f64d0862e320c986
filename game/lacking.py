"""System libraries are missing: said in one way, wherever it stops something."""

from __future__ import annotations

from game.called import called
from game.machine import libraries
from game.problem import Exit, Trouble
from game.text import translate as _


def libraries_missing(what: str, error: Exception) -> Trouble:
    """`what` cannot be done (a translated sentence); which libraries are missing and the command that installs
    them, or, where all are there, what the failed import said."""
    packages = libraries.missing_packages()
    if packages:
        mend = _("System libraries are missing. Install them: {command}")
        return Trouble(f"{what} {mend.format(command=libraries.install_command(packages))}", Exit.MACHINE)
    mend = _("A library could not be loaded ({why}); `{stillroom} doctor` says what is there.")
    return Trouble(f"{what} {mend.format(why=error, stillroom=called())}", Exit.MACHINE)
