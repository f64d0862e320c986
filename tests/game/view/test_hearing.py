"""What the sound is told when the place changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio.dsp.fade import Fade
from audio.messages import Level, Listen, Play
from game.settings import SettingsFile
from game.view.hearing import ROUSED_DB, ROUSED_S, SILENT_DB, Hearing
from game.view.place import Moment, Place
from tests.game.view.fakes import NAMELESS, Recorder
from worlds.format.layers.sky import Sky
from worlds.format.score import Score
from worlds.format.touch import Touch
from worlds.format.voices.owl import Owl
from worlds.format.voices.recording import Recording


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


def test_another_sound_file_of_the_same_name_is_heard(hearing: Hearing, ears: Recorder, tmp_path: Path) -> None:
    def read() -> Place:
        voice = Recording(kind="recording", file="a.wav")
        voice.lies_in(tmp_path)
        return saved(voice=[voice])

    (tmp_path / "a.wav").write_bytes(b"brook")
    hearing.change(read(), 1.0)
    hearing.change(read(), 1.0)
    assert len(ears.of(Play)) == 1
    (tmp_path / "a.wav").write_bytes(b"another brook")
    hearing.change(read(), 1.0)
    assert len(ears.of(Play)) == 2


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


def test_how_the_visitor_listens_is_told_at_once_and_remembered(hearing: Hearing, ears: Recorder) -> None:
    assert ears.of(Listen) == [Listen("headphones", night=False)]
    hearing.listen("mono")
    assert hearing.night()
    assert ears.of(Listen)[1:] == [Listen("mono"), Listen("mono", night=True)]
    assert not hearing.night()


def test_a_sleeper_who_changes_the_volume_hears_it_for_a_moment(ears: Recorder, tmp_path: Path) -> None:
    now_s = 0.0
    hearing = Hearing(ears, SettingsFile(tmp_path / "settings.toml"), lambda: now_s)
    hearing.doze(600.0)
    hearing.tick(Moment())
    assert ears.of(Level)[-1] == Level(SILENT_DB, 600.0)
    now_s = 100.0
    hearing.louder(1)
    told = ears.of(Level)[-1]
    assert isinstance(told, Level)
    assert -5.0 < told.volume_db < -3.0
    assert told.fade_s >= ROUSED_S
    now_s = 110.0
    hearing.tick(Moment())
    assert ears.of(Level)[-1] == Level(SILENT_DB, 490.0)


def test_a_sleeper_is_not_woken_by_a_window_that_comes_into_sight(ears: Recorder, tmp_path: Path) -> None:
    now_s = 0.0
    hearing = Hearing(ears, SettingsFile(tmp_path / "settings.toml"), lambda: now_s)
    hearing.doze(600.0)
    hearing.tick(Moment())
    now_s = 570.0
    hearing.hide(True)
    hearing.hide(False)
    shown = ears.of(Level)[-1]
    assert isinstance(shown, Level)
    assert SILENT_DB < shown.volume_db < hearing.louder(0) - 40.0
    roused = ears.of(Level)[-1]
    assert isinstance(roused, Level)
    assert roused.volume_db == hearing.louder(0) + ROUSED_DB


def test_who_comes_back_in_the_midst_of_a_doze_hears_what_would_have_sounded(
    ears: Recorder, tmp_path: Path
) -> None:
    now_s, fade = 0.0, Fade(10 ** (-6 / 20))
    hearing = Hearing(ears, SettingsFile(tmp_path / "settings.toml"), lambda: now_s)
    hearing.doze(600.0)
    fade.head_for(0.0, 600.0)
    for _ in range(5):
        now_s += 100.0
        hearing.hide(True)
        hearing.hide(False)
        told = ears.of(Level)[-1]
        assert isinstance(told, Level)
        assert told.gain == pytest.approx(fade.step(100.0), rel=1e-6)
