"""A machine without PortAudio: root gets it installed, anyone else is told how."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.system.project import Answer, Project

LACKS_PORTAUDIO = """import ctypes, os
class CDLL(ctypes.CDLL):
    def __init__(self, name, *rest, **more):
        if name == "libportaudio.so.2":
            raise OSError(name)
        super().__init__(name, *rest, **more)
ctypes.CDLL = CDLL
os.geteuid = lambda: {user}
"""
APT = """#!/bin/sh
echo "apt-get $*" >> "{log}"
exit {code}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def machine(project: Project) -> Project:
    project.has_uv()
    project.options = []
    return made(project, user=0, code=0)


def made(project: Project, user: int, code: int) -> Project:
    project.program("sitecustomize.py", LACKS_PORTAUDIO.format(user=user))
    project.program("apt-get", APT.format(log=project.log, code=code))
    return project


def start(machine: Project) -> Answer:
    return machine.start("list", PYTHONPATH=f"{machine.folder}{os.pathsep}{machine.programs}")


def test_root_gets_them_installed_and_is_told(machine: Project) -> None:
    answer = start(machine)
    assert "installing the system packages libportaudio2 (--no-system-packages forbids this)" in answer.err
    assert machine.calls[:2] == [
        "apt-get update",
        "apt-get install -y --no-install-recommends libportaudio2",
    ]
    assert "cli ['list']" in answer.out


def test_root_may_forbid_it(machine: Project) -> None:
    machine.options = ["--no-system-packages"]
    answer = start(machine)
    assert "this machine lacks libportaudio2. To install: apt-get install -y libportaudio2" in answer.err
    assert not any(call.startswith("apt-get") for call in machine.calls)
    assert "cli ['list']" in answer.out


def test_anyone_else_is_told_the_one_command(machine: Project) -> None:
    answer = start(made(machine, user=1000, code=0))
    assert "To install: sudo apt-get install -y libportaudio2" in answer.err
    assert not any(call.startswith("apt-get") for call in machine.calls)
    assert "cli ['list']" in answer.out


def test_an_installer_that_fails_does_not_stop_the_start(machine: Project) -> None:
    answer = start(made(machine, user=0, code=100))
    assert "To install them yourself: apt-get install -y libportaudio2" in answer.err
    assert "cli ['list']" in answer.out
