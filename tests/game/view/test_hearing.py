"""What the sound is told when the place changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio.messages import Play
from game.settings import SettingsFile
from game.view.hearing import Hearing
from game.view.place import Place
from tests.game.view.fakes import NAMELESS, Recorder
from worlds.format.layers.sky import Sky
from worlds.format.score import Score
from worlds.format.touch import Touch
from worlds.format.voices.owl import Owl


@pytest.fixture
def ears() -> Recorder:
    return Recorder()


@pytest.fixture
def hearing(ears: Recorder, tmp_path: Path) -> Hearing:
    return Hearing(ears, SettingsFile(tmp_path / "settings.toml"), lambda: 0.0)


def saved(**changes: object) -> Place:
    """The world as its maker saved it again."""
    return Place(NAMELESS.model_copy(update=changes), 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"layer": [Sky(kind="sky", variety=4)]},
        {"camera": NAMELESS.camera.model_copy(update={"horizon_ratio": 0.5})},
        {},
    ],
    ids=["layers", "camera", "nothing"],
)
def test_another_picture_lets_the_sound_go_on(hearing: Hearing, ears: Recorder, changes: dict[str, object]) -> None:
    hearing.change(saved(), 1.0)
    hearing.change(saved(**changes), 1.0)
    assert len(ears.of(Play)) == 1


@pytest.mark.parametrize(
    "changes",
    [{"voice": [Owl(kind="owl")]}, {"score": Score()}, {"touch": [Touch(on="press", sound="bowl")]}],
    ids=["voices", "score", "touches"],
)
def test_another_sound_is_heard(hearing: Hearing, ears: Recorder, changes: dict[str, object]) -> None:
    hearing.change(saved(), 1.0)
    hearing.change(saved(**changes), 1.0)
    assert len(ears.of(Play)) == 2


def test_another_seed_is_another_place(hearing: Hearing, ears: Recorder) -> None:
    hearing.change(Place(NAMELESS, 1), 1.0)
    hearing.change(Place(NAMELESS, 2), 1.0)
    assert len(ears.of(Play)) == 2


def test_what_had_faded_out_sounds_again(hearing: Hearing, ears: Recorder) -> None:
    hearing.change(saved(), 1.0)
    hearing.still(1.0)
    hearing.again(1.0)
    assert [isinstance(play, Play) and play.world is not None for play in ears.of(Play)] == [True, False, True]
