"""Running other programs that may hang: what takes too long is ended, with all it has started."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Timer


def output_of(command: Sequence[str], limit_s: float, environment: Mapping[str, str]) -> tuple[int, str] | None:
    """Run a program to its end; its exit code and what it printed, or None if it did not end in time."""
    begun_s = time.monotonic()
    with ended_after(command, limit_s, environment) as child:
        said, _ = child.communicate()
    in_time = time.monotonic() - begun_s < limit_s
    return (child.returncode, said.decode(errors="replace")) if in_time else None


@contextmanager
def ended_after(
    command: Sequence[str], limit_s: float, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A program whose output can be read; after a time, and when the block is left, it is killed.

    It leads a group of its own, so that nothing it started keeps its output open.
    """
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
        start_new_session=True,
    )
    timer = Timer(limit_s, _kill, [child])
    timer.start()
    try:
        yield child
    finally:
        timer.cancel()
        _kill(child)
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End it and whatever it started. Systems without groups of processes end it alone."""
    if child.returncode is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
