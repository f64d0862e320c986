"""A screen of one's own (Xvfb) and a Stillroom playing on it, driven from outside like a visitor would."""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ROOT = Path(__file__).parents[2]
SMALL = ["--size", "320x240", "--no-sound", "--fps", "20"]
"""What makes a window quick to open."""
START = ("-m", "game.cli")
"""What Python is told to run."""
PATIENCE_S = 90.0
"""How long an event may take on a busy machine before the test calls it lost."""


@contextmanager
def virtual_screen(size: str = "1000x700") -> Iterator[str]:
    """Start Xvfb on a display nobody uses and yield its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, with room for the largest event."""

    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5), ("room", ctypes.c_long * 24),
    ]  # fmt: skip


class Xlib:
    """The little of Xlib that xdotool lacks."""

    def __init__(self, display: str) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XInternAtom.restype = ctypes.c_ulong
        self._x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))

    def ask_to_close(self, window: int) -> None:
        """Send WM_DELETE_WINDOW."""
        protocols, delete = (
            self._x11.XInternAtom(self._display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
        )
        event = ClientMessage(type=33, window=window, message_type=protocols, format=32)
        event.data[0] = delete
        self._x11.XSendEvent(self._display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
        self._x11.XCloseDisplay(self._display)


class Playing:
    """A running `stillroom`, whose events are read as they happen."""

    def __init__(self, display: str, home: Path, arguments: list[str], start: Sequence[str] = START) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "HOME": str(home), "LANGUAGE": "C"}
        for name in ("ARCADE_HEADLESS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            self.environment.pop(name, None)
        self._pipe = Path(tempfile.mkdtemp(dir=home)) / "journal"
        os.mkfifo(self._pipe)
        self._reader = os.open(self._pipe, os.O_RDONLY | os.O_NONBLOCK)
        self._unread = b""
        self.events: list[dict[str, Any]] = []
        command = [sys.executable, *start, *arguments, "--journal", str(self._pipe)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def next(self) -> dict[str, Any]:
        """The next event, whatever it is; fails as `wait_for` does."""
        while True:
            for found in self._read():
                return found

    def wait_for(self, event: str, **facts: object) -> dict[str, Any]:
        """The next event of this name and with these facts; fails if the program ends or says nothing."""
        while True:
            for found in self._read():
                if found["event"] == event and all(found.get(name) == fact for name, fact in facts.items()):
                    return found

    def do(self, *words: str) -> None:
        """Let xdotool do something."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, capture_output=True, timeout=30)

    def picture(self) -> NDArray[np.uint8]:
        """What is on the screen, (height, width, 3)."""
        raw = subprocess.run(
            ["import", "-silent", "-window", "root", "png:-"], env=self.environment, check=True, capture_output=True
        )
        with tempfile.TemporaryFile() as file:
            file.write(raw.stdout)
            return np.asarray(Image.open(file).convert("RGB"))

    def window(self) -> str:
        """The id of its window."""
        found = subprocess.run(
            ["xdotool", "search", "--sync", "--name", "^Stillroom$"],
            env=self.environment, check=True, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        return found.stdout.split()[0]

    def place(self) -> tuple[int, int, int, int]:
        """Where its window is on the screen, and how large."""
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.window()],
            env=self.environment, check=True, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        found = dict(line.split("=") for line in told.stdout.split())
        return int(found["X"]), int(found["Y"]), int(found["WIDTH"]), int(found["HEIGHT"])

    def ask_to_close(self) -> None:
        """What a window manager does when its close button is pressed (ICCCM 4.2.8.1)."""
        display = Xlib(self.environment["DISPLAY"])
        display.ask_to_close(int(self.window()))

    def end(self) -> tuple[int, str]:
        """Wait until it has gone; returns its exit code and what it said."""
        _, said = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said

    def close(self) -> None:
        """Make sure nothing stays behind."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        os.close(self._reader)

    def _read(self) -> Iterator[dict[str, Any]]:
        """Events not looked at yet; each is yielded once."""
        while b"\n" in self._unread:
            line, self._unread = self._unread.split(b"\n", 1)
            event = json.loads(line)
            self.events.append(event)
            yield event
        ready, _, _ = select.select([self._reader], [], [], PATIENCE_S)
        assert ready, f"nothing happened for {PATIENCE_S:g} s; so far: {self.events[-5:]}"
        with suppress(BlockingIOError):
            self._unread += os.read(self._reader, 65536) or self._nobody_writes()

    def _nobody_writes(self) -> bytes:
        """It has ended, or (a kiosk) is about to be started again."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(0.1)
            raise AssertionError(f"it ended: {self.end()}; so far: {self.events[-5:]}")
        return b""


@contextmanager
def playing(display: str, home: Path, *arguments: str, start: Sequence[str] = START) -> Iterator[Playing]:
    """A Stillroom for the time of a test."""
    running = Playing(display, home, list(arguments), start)
    try:
        yield running
    finally:
        running.close()


def shown(running: Playing) -> float:
    """How bright the picture is, 0..255."""
    return float(running.picture()[:240, :320].mean())


def wait_until_open(running: Playing) -> None:
    """Until the first world is there and the curtain is well open."""
    first = running.wait_for("world")
    while running.wait_for("frames")["at_s"] < first["at_s"] + 3.0:
        pass
