"""Worlds tried with a restless visitor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.cli import main
from game.comfort import clips, look
from game.comfort.clips import Clip, Plan, Restless, storm
from game.comfort.told import EXCESSES, sentences
from game.comfort.trial import LIMITS, Excess, Report, tried
from game.signals.source import SignalSource, signals_of
from tests.game.view.fakes import NAMELESS
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

    from worlds.format.world import World

SHORT = Plan((12.5, 20.0), (1, 2), [(12.0, 0.3)])


class Strobe(SignalSource):
    """Noon and midnight by turns, five times a second."""

    def __init__(self, world: World, seed: int, hour: float, _: float) -> None:
        super().__init__(world, seed, hour)

    def at(self, t_s: float) -> Signals:
        return signals_of(NAMELESS, 1, t_s=t_s, hour=12.0 if t_s * 5 % 1 < 0.5 else 0.0, breath=0.0)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips, "SECONDS", 1.2)
    monkeypatch.setattr(look, "QUICK", SHORT)


def plain(levels: Sequence[int]) -> Iterator[NDArray[np.uint8]]:
    for level in levels:
        yield np.full((180, 320, 3), level, np.uint8)


def barred() -> NDArray[np.uint8]:
    bars: NDArray[np.uint8] = np.where(np.arange(320) % 16 < 8, 40, 220).astype(np.uint8)
    return np.broadcast_to(bars[None, :, None], (180, 320, 3))


def test_a_calm_world_is_calm_and_all_of_the_plan_is_looked_at(ctx: Context) -> None:
    report = tried(clips.clips(ctx, NAMELESS, SHORT, [NAMELESS]))
    assert report.excesses == []
    assert report.clips == SHORT.count == 5
    assert report.seconds == pytest.approx(4 * 1.2 + 6 * 0.3)


def test_a_world_that_flashes_is_caught_at_every_hour_and_seed(ctx: Context) -> None:
    report = tried(clips.clips(ctx, NAMELESS, Plan((12.5, 20.0), (1, 2), []), visitor=Strobe))
    caught = {(each.clip.hour, each.clip.seed) for each in report.excesses if each.what == "flashes"}
    assert caught == {(12.5, 1), (20.0, 1), (12.5, 2), (20.0, 2)}
    assert report.most["flashes"] >= 2


def test_stripes_are_caught_and_told_with_their_place() -> None:
    report = tried([Clip(18.5, 3, iter([barred()] * 3))])
    ((what, advice),) = sentences(report)
    assert (
        what
        == "at hour 18.5, with seed 3, after 0.0 s, even stripes of light and dark stand over 100% of the picture"
    )
    assert advice.startswith("40% is the most.")


def test_a_flash_while_worlds_change_is_told_with_its_second() -> None:
    flicker = [40, 40, 200, 200] * 20
    told = list(sentences(tried([Clip(23.0, 1, plain(flicker), changes=True)])))
    assert told[0][0].startswith("while worlds change at hour 23, after 0.")
    assert "flashes" in told[0][0]
    assert told[0][1].startswith("1 is the most.")


@pytest.mark.parametrize("what", LIMITS)
def test_every_limit_has_its_sentence(what: str) -> None:
    assert set(EXCESSES) == set(LIMITS)
    clip = Clip(1.0, 1, iter(()))
    ((said, _),) = sentences(Report(excesses=[Excess(what, 4.0, clip, 2.0)]))
    assert "{" not in said


def test_the_visitor_is_as_restless_as_one_can_be_on_a_fast_day() -> None:
    restless = Restless(NAMELESS, 1, 12.0, 60.0)
    signals = [restless.at(60.0 + n / 20) for n in range(200)]
    assert max(signal.stir for signal in signals) > 0.9
    assert {round(signal.breath) for signal in signals} == {0, 1}
    assert signals[-1].hour - signals[0].hour == pytest.approx(24 * 199 / 20 / 3600)


def test_touches_are_a_storm_all_over_and_in_one_place() -> None:
    points = [event for event in storm(60.0) if event.phase == "press"]
    assert len(points) == pytest.approx(20 * (1.2 - clips.CALM_S), abs=1)
    assert min(event.t_s for event in points) > 60.0
    assert len({(event.x, event.y) for event in points}) > 4


def test_check_tells_what_was_looked_at_and_every_excess(
    ctx: Context, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.headless.open_context", lambda: ctx)
    monkeypatch.setattr(look, "clips", lambda *_: [Clip(18.5, 2, repeat(barred(), 3))])
    assert main(["check", "dusk_lake", "--rendered", "--quick"]) == 1
    out = capsys.readouterr().out
    assert "Dusk Lake: looked at every frame" in out
    assert "world.toml:1:1: at hour 18.5, with seed 2, after 0.0 s, even stripes" in out
    assert main(["check", "dusk_lake", "--rendered", "--quick", "--json"]) == 1
    assert "stand over" in json.loads(capsys.readouterr().out)[0]["message"]
