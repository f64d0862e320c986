"""A sound card without hardware: a private PulseAudio whose only sink swallows everything, and a recorder of it.

Needs the Debian packages pulseaudio, pulseaudio-utils, libasound2-plugins and libportaudio2 (`.ci/run` installs
them). Everything lives in one folder; no sound server of the machine is touched.
"""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48000
PATIENCE_S = 60.0
REAL_TIME_PRIORITY = 9
"""Above that of our own pump: a server is never behind its clients."""


class NullSoundCard:
    """One private server. `environment` leads programs to it, through ALSA (PortAudio) and directly (SDL)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        for name in ("run", "state"):
            (folder / name).mkdir(parents=True, mode=0o700)
        self._socket = folder / "native"
        # Shared memory between server and client loses sound when either dies, and PortAudio then aborts.
        (folder / "client.conf").write_text("autospawn = no\nenable-shm = no\nenable-memfd = no\n")
        pulse = f'type pulse server "unix:{self._socket}"'
        sections = "".join(f"{name} {{ {pulse} }}\n" for name in ("pcm.!default", "ctl.!default", "pcm.pulse"))
        (folder / "asound.conf").write_text("</usr/share/alsa/alsa.conf>\n" + sections)

    @property
    def environment(self) -> dict[str, str]:
        """What to add to the environment of a program that shall play here."""
        folder = str(self._folder)
        return {
            "PULSE_RUNTIME_PATH": f"{folder}/run",
            "PULSE_STATE_PATH": f"{folder}/state",
            "PULSE_COOKIE": f"{folder}/state/cookie",
            "XDG_RUNTIME_DIR": f"{folder}/run",
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_CLIENTCONFIG": f"{folder}/client.conf",
            "ALSA_CONFIG_PATH": f"{folder}/asound.conf",
            "SDL_AUDIODRIVER": "pulseaudio",
        }

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._socket.unlink(missing_ok=True)
        native = f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}"
        sink = f"module-null-sink sink_name=null rate={RATE} channels=2 format=float32le norewinds=1"
        quiet = [
            "--daemonize=no",
            "--system=false",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disable-shm=yes",
        ]
        normal = ["--realtime=no", "--high-priority=no", f"--log-target=file:{self._folder}/log"]
        command = ["pulseaudio", "-n", *quiet, *normal, f"--load={native}", f"--load={sink}"]
        environment = {**os.environ, **self.environment, "PULSE_SERVER": ""}
        self._server = subprocess.Popen(command, env=environment)
        _hurry(self._server.pid)
        self._wait_until_it_answers()

    def kill(self) -> None:
        """Kill the server as the worst crash would."""
        if self._server:
            self._server.kill()
            self._server.wait()
            self._server = None

    def recorder(self, name: str, sink: str = "null") -> Recorder:
        """Begin to record what is heard from a sink."""
        return Recorder(self._folder / name, {**os.environ, **self.environment}, sink)

    def plug_in(self, sink: str) -> str:
        """Add another sink; what to call it when it is pulled out."""
        return self._ask("load-module", "module-null-sink", f"sink_name={sink}", f"rate={RATE}", "norewinds=1")

    def pull_out(self, module: str) -> None:
        """Take a sink away, by what `plug_in` called it, or by the name of its module."""
        self._ask("unload-module", module)

    def prefer(self, sink: str) -> None:
        """Make a sink the default, as a person does in the settings of the system."""
        self._ask("set-default-sink", sink)

    def _ask(self, *command: str) -> str:
        environment = {**os.environ, **self.environment}
        done = subprocess.run(["pactl", *command], env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + PATIENCE_S
        environment = {**os.environ, **self.environment}
        asking = ["pactl", "info"]
        while subprocess.run(asking, env=environment, capture_output=True, check=False).returncode != 0:
            assert time.monotonic() < end, "the private sound server does not answer"
            time.sleep(0.05)


class Recorder:
    """Writes what the sink swallows to a file; `sound` is what there is of it so far."""

    def __init__(self, path: Path, environment: dict[str, str], sink: str = "null") -> None:
        self._path = path
        form = ["--format=float32le", f"--rate={RATE}", "--channels=2", "--latency-msec=50"]
        self._file = path.open("wb")
        command = ["parec", "-d", f"{sink}.monitor", *form]
        self._program = subprocess.Popen(command, env=environment, stdout=self._file)
        _hurry(self._program.pid)

    @property
    def sound(self) -> NDArray[np.float32]:
        """Shape (2, n)."""
        raw = np.fromfile(self._path, np.float32)
        return raw[: len(raw) // 2 * 2].reshape(-1, 2).T

    def stop(self) -> None:
        """End the recording."""
        self._program.terminate()
        self._program.wait()
        self._file.close()


def _hurry(pid: int) -> None:
    """A real card has its own clock, and its server runs in real time; where it is allowed, so does this one.

    Right after the start, so that all threads it begins inherit it: a server without it was late by up to 1.3 s on
    a machine with five times more to do than it could, while every block for it was there within 4 ms.
    """
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, -15)
        os.sched_setscheduler(pid, os.SCHED_RR, os.sched_param(REAL_TIME_PRIORITY))
