"""Worlds tried with a restless visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.comfort import trial
from game.signals.source import SignalSource, signals_of
from tests.game.view.fakes import NAMELESS
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context


class Strobe(SignalSource):
    """Noon and midnight by turns, five times a second."""

    def at(self, t_s: float) -> Signals:
        return signals_of(NAMELESS, 1, t_s=t_s, hour=12.0 if t_s * 5 % 1 < 0.5 else 0.0, breath=0.0)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 2.0)
    monkeypatch.setattr(trial, "HOURS", (12.5, 20.0))


def test_a_calm_world_is_calm_under_a_restless_hand(ctx: Context) -> None:
    assert list(trial.flashes(ctx, NAMELESS)) == []


def test_a_world_that_flashes_is_caught(ctx: Context) -> None:
    found = list(trial.flashes(ctx, NAMELESS, Strobe))
    assert [flash.hour for flash in found] == [12.5, 20.0]
    assert found[0].worst.ours >= 2


def test_the_visitor_is_as_restless_as_one_can_be() -> None:
    restless = trial.Restless(NAMELESS, 1, 12.0)
    signals = [restless.at(n / 20) for n in range(200)]
    assert max(signal.stir for signal in signals) > 0.9
    assert {round(signal.breath) for signal in signals} == {0, 1}


def test_check_tells_what_flashes(
    ctx: Context, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.headless.open_context", lambda: ctx)
    monkeypatch.setattr(trial, "flashes", lambda *_: [trial.Flash(18.5, trial.Worst(ours=4))])
    assert main(["check", "dusk_lake", "--frames"]) == 1
    assert "world.toml:1:1: at hour 18.5 the picture flashes 4 times within a second" in capsys.readouterr().out
