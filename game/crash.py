"""What nobody foresaw: a sentence for the person, the details for whoever mends it."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime

from game import folders
from game.text import translate as _

MOST_BYTES = 1_000_000


def told(error: BaseException) -> str:
    """Write the details to the log and return what to say."""
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    path = folders.log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        too_long = path.exists() and path.stat().st_size > MOST_BYTES
        with path.open("w" if too_long else "a", encoding="utf-8") as log:
            log.write(details(error))
    except OSError:
        said = _("Something went wrong that should not have ({what}), and its details could not be written.")
        return said.format(what=what)
    said = _("Something went wrong that should not have ({what}). The details are in {path}")
    return said.format(what=what, path=path)


def details(error: BaseException) -> str:
    """When, where and what, for the log."""
    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([head, " ".join(sys.argv), "".join(traceback.format_exception(error)), ""])
