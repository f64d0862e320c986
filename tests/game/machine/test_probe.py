"""Asking in another process what may crash, hang, or not even start."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.machine.probe import ask


def test_an_answer_comes_back() -> None:
    assert ask("game.machine.opengl", "is_software", "llvmpipe (LLVM 15)").value is True


def test_what_it_raised_is_the_reason() -> None:
    answer = ask("json", "loads", "no json")
    assert answer.value is None
    assert answer.why.startswith("Expecting value")


def test_a_crash_is_the_reason() -> None:
    assert ask("os", "abort").why == "it crashed (code -6)"


def test_who_hangs_is_left_after_a_while() -> None:
    assert ask("builtins", "input", limit_s=0.0).why == "no answer within 0 s"


def test_a_process_that_cannot_be_started_is_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    answer = ask("os", "getpid")
    assert (answer.value, answer.why) == (None, "no process could be started (No such file or directory)")


def test_what_the_system_gives_no_name_to_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("odd")

    monkeypatch.setattr("game.machine.probe.subprocess.run", refuse)
    assert ask("os", "getpid").why == "no process could be started (odd)"
