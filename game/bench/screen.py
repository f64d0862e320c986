"""A screen to measure on: the one there is, or a virtual one for the time of the measurement."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from game import display


@contextmanager
def any_screen() -> Iterator[str | None]:
    """Yield a display's name; None where there is neither a screen nor Xvfb."""
    if display.available():
        yield os.environ.get("DISPLAY", "")
        return
    server = shutil.which("Xvfb")
    if server is None:
        yield None
        return
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    child = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        yield f":{number}" if number else None
    finally:
        child.terminate()
        child.wait()
