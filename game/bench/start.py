"""How long the window takes to its first frame, beside an empty window of the same toolkit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

LIMIT_S = 60.0
WATCH_S = 0.005
SEEN = {"first_frame_s": "light", "complete_s": "world"}
"""What is measured, and the event in the window's journal that tells of it."""
EMPTY_WINDOW = """
import pyglet
pyglet.options.audio = ("silent",)
pyglet.options.debug_gl = False
import arcade
window = arcade.Window(1280, 720, "empty", antialiasing=False)
window.clear()
window.flip()
window.ctx.finish()
print("shown", flush=True)
"""


def empty_window_s(display: str) -> float | None:
    """Seconds from starting Python to the first frame of a window that draws nothing; None if it did not open."""
    begun_s = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", EMPTY_WINDOW], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=seeing(display)
    )
    with child:
        assert child.stdout is not None
        shown = child.stdout.readline()
        taken_s = time.perf_counter() - begun_s
    return taken_s if shown else None


def opening_s(world: str, display: str) -> dict[str, float | None]:
    """Seconds from starting `play` until the first frame with the world's own light is on the screen
    (`first_frame_s`), and until all of the world is there and begins to dissolve in (`complete_s`); None for what
    never was."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal"
        command = [sys.executable, "-m", "game.cli", "play", world, "--no-sound", "--for-seconds", "30"]
        begun_s = time.perf_counter()
        child = subprocess.Popen(
            [*command, "--journal", str(journal)], stderr=subprocess.DEVNULL, env=seeing(display)
        )
        try:
            seen_s = dict(_seen(journal, child, begun_s))
        finally:
            child.kill()
            child.wait()
    return {name: seen_s.get(event) for name, event in SEEN.items()}


def _seen(journal: Path, child: subprocess.Popen[bytes], begun_s: float) -> Iterator[tuple[str, float]]:
    """Each event of `SEEN` and when it came, until all have come, the child has ended or patience has."""
    awaited = set(SEEN.values())
    while awaited and (now_s := time.perf_counter() - begun_s) < LIMIT_S and child.poll() is None:
        for event in awaited.intersection(events(journal) if journal.exists() else ()):
            awaited.remove(event)
            yield event, now_s
        time.sleep(WATCH_S)


def events(journal: Path) -> list[str]:
    """The events written so far."""
    lines = journal.read_text(encoding="utf-8").split("\n")[:-1]
    return [str(json.loads(line)["event"]) for line in lines]


def seeing(display: str) -> dict[str, str]:
    """The environment of a program that shows itself there."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return {**os.environ, "DISPLAY": display, "PYTHONPATH": path}
