"""A supervisor and small programs that crash, hang, end well and will not end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.kiosk import supervisor
from game.kiosk.supervisor import LONGEST_PAUSE_S, Supervisor

BEAT = """import os, sys, time
log = open({log!r}, 'a')
log.write(f'{{os.getpid()}}\\n'); log.flush()
os.write(1, b'.')
"""


def program(tmp_path: Path, then: str) -> list[str]:
    """A program that notes its process id, beats once and then does something."""
    return [sys.executable, "-S", "-c", BEAT.format(log=str(tmp_path / "runs")) + then]


def runs(tmp_path: Path) -> list[int]:
    """The process ids of the runs so far."""
    file = tmp_path / "runs"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def until(true: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Short times, so that tests need not wait; and nothing stays behind even when one fails."""
    for name, seconds in {"FIRST_PAUSE_S": 0.02, "LOOK_S": 0.02, "GRACE_S": 0.5}.items():
        monkeypatch.setattr(supervisor, name, seconds)
    yield
    for pid in runs(tmp_path):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def test_what_ends_well_is_left_alone(tmp_path: Path) -> None:
    said: list[str] = []
    assert Supervisor(program(tmp_path, ""), said.append).run()
    assert len(runs(tmp_path)) == 1
    assert said == []


def test_what_crashes_is_started_again_until_it_is_well(tmp_path: Path) -> None:
    said: list[str] = []
    crash_twice = f"sys.exit(len(open({str(tmp_path / 'runs')!r}).readlines()) < 3)"
    assert Supervisor(program(tmp_path, crash_twice), said.append).run()
    assert len(runs(tmp_path)) == 3
    assert said == ["The game ended with code 1; starting it again."] * 2


def test_its_log_is_in_the_language_of_whoever_started_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    said: list[str] = []
    crash_once = f"sys.exit(len(open({str(tmp_path / 'runs')!r}).readlines()) < 2)"
    assert Supervisor(program(tmp_path, crash_once), said.append).run()
    assert said == ["Das Spiel endete mit Code 1; es wird neu gestartet."]


def test_what_hangs_is_killed_with_all_it_started_and_started_again(tmp_path: Path) -> None:
    said: list[str] = []
    helper = (
        "import subprocess; p = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)'])\n"
    )
    hang_once = (
        f"if len(open({str(tmp_path / 'runs')!r}).readlines()) == 1:\n"
        f" {helper} log.write(f'{{p.pid}}\\n'); log.flush()\n time.sleep(60)\n"
    )
    assert Supervisor(program(tmp_path, hang_once), said.append, hang_s=1.5).run()
    first, helper_pid, second = runs(tmp_path)
    assert first != second
    until(lambda: not is_alive(helper_pid) or _is_zombie(helper_pid))
    assert "has not moved" in said[0]


def test_a_slow_machine_is_given_more_time_each_time(tmp_path: Path) -> None:
    said: list[str] = []
    slow = "time.sleep(1.2)\n"
    assert Supervisor(program(tmp_path, slow), said.append, hang_s=0.2).run()
    assert 2 <= len(said) <= 6
    assert len(runs(tmp_path)) == len(said) + 1


def test_a_steady_minute_brings_back_the_short_measure_of_a_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "STEADY_S", 0.6)
    said: list[str] = []
    count = f"len(open({str(tmp_path / 'runs')!r}).readlines())"
    steady = (
        f"if {count} == 1: time.sleep(60)\n"
        f"if {count} == 2:\n for _ in range(10): os.write(1, b'.'); time.sleep(0.1)\n time.sleep(60)\n"
    )
    keeper = Supervisor(program(tmp_path, steady), said.append, hang_s=1.0)
    assert keeper.run()
    assert len(said) == 2
    assert keeper._hang_s == 2.0  # doubled from the first measure, not from the one after the first hang


def test_a_program_that_cannot_be_started_is_tried_again(tmp_path: Path) -> None:
    said: list[str] = []
    keeper = Supervisor([str(tmp_path / "nothing")], said.append)
    thread = threading.Thread(target=keeper.run)
    thread.start()
    until(lambda: len(said) >= 3)
    keeper.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert "cannot be started" in said[0]


def test_the_pause_grows_and_stays_below_five_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    keeper = Supervisor(["/nothing"], lambda _: None)
    pauses: list[float] = []

    def wait(seconds: float) -> bool:
        pauses.append(seconds)
        if len(pauses) == 10:
            keeper.stop()
        return False

    monkeypatch.setattr(keeper._stopped, "wait", wait)
    assert not keeper.run()
    assert pauses == sorted(pauses)
    assert pauses[0] < 1.0
    assert pauses[-1] == LONGEST_PAUSE_S < 5.0 - supervisor.LOOK_S


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_program_and_the_supervisor(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "game.kiosk.supervisor", *program(tmp_path, "time.sleep(60)")]
    keeper = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    until(lambda: runs(tmp_path))
    keeper.send_signal(number)
    assert keeper.wait(20) == 128 + number
    until(lambda: not is_alive(runs(tmp_path)[0]))


def test_a_program_that_will_not_end_is_made_to(tmp_path: Path) -> None:
    stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.write(1, b'.')\ntime.sleep(60)"
    keeper = Supervisor(program(tmp_path, stubborn), lambda _: None)
    thread = threading.Thread(target=keeper.run)
    thread.start()
    until(lambda: runs(tmp_path))
    keeper.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert not is_alive(runs(tmp_path)[0])


def test_when_the_supervisor_is_killed_the_game_ends_itself(tmp_path: Path) -> None:
    game = (
        "from game.kiosk.heartbeat import Heartbeat\nbeat = Heartbeat(1, lambda: time.monotonic() * 50)\n"
        "while True:\n beat(False)\n time.sleep(0.02)\n"
    )
    game_command = program(tmp_path, game)
    game_command.remove("-S")
    keeper = subprocess.Popen([sys.executable, "-m", "game.kiosk.supervisor", *game_command])
    until(lambda: runs(tmp_path))
    keeper.kill()
    keeper.wait(10)
    until(lambda: not is_alive(runs(tmp_path)[0]) or _is_zombie(runs(tmp_path)[0]))


def _is_zombie(pid: int) -> bool:
    """Whether a process has ended and only waits for somebody to ask (in a container nobody may)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_a_program_that_makes_something_slow_is_given_more_time(tmp_path: Path) -> None:
    said: list[str] = []
    slow = "os.write(1, b'+')\ntime.sleep(1.2)\n"
    assert Supervisor(program(tmp_path, slow), said.append, hang_s=1.0).run()
    assert said == []
