"""Answers to touches: whatever a pack names sounds, in tune and as in the score, and only what can."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from audio.answers import model_for
from audio.engine import Engine
from audio.ensemble import Ensemble
from audio.messages import Touched
from audio.voice import Instrument, Note, voice_for
from tests.audio.worlds import BLOCK, HALF, RATE, world
from worlds.format.instrument import InstrumentModel
from worlds.format.kinds import kind_of, models_in
from worlds.format.score import Score
from worlds.format.voice import VoiceModel
from worlds.format.voices import TOUCHABLE
from worlds.parts import parts

MODELS = models_in("worlds.format.voices", VoiceModel)


@pytest.mark.parametrize("model", MODELS, ids=kind_of)
def test_what_says_that_it_answers_touches_is_an_instrument_and_the_other_way_round(
    model: type[VoiceModel],
) -> None:
    assert issubclass(voice_for(model), Instrument) == (model.answering is not None)
    assert issubclass(model, InstrumentModel) <= issubclass(voice_for(model), Instrument)


@pytest.mark.parametrize("sound", TOUCHABLE)
def test_every_sound_a_touch_may_have_is_heard(sound: str) -> None:
    engine = Engine(world(voice=[], touch=[{"on": "press", "sound": sound}]), 3)
    engine.hear(HALF)
    out, loudest = np.zeros((2, BLOCK), np.float32), []
    for index in range(70):
        if index >= 15:
            engine.touch(Touched("press", 0.5, 0.5, 0.7))
        engine.render(out)
        loudest.append(float(np.abs(out).max()))
    assert max(loudest[:15]) < 1e-6
    assert max(loudest[15:]) > 1e-3


def answering(sound: str, **score: Any) -> dict[str, Any]:
    """What is written in the model that answers."""
    made = world(touch=[{"on": "press", "sound": sound, "loudness_db": -25.0}], score=score)
    model = model_for(made.touch[0], made.score or Score())
    return model.model_dump() if model else {}


def test_an_instrument_of_the_score_answers_as_it_sounds_there_but_from_before_the_visitor() -> None:
    deep = {"kind": "bowl", "ring_s": 50.0, "loudness_db": -40.0, "place": {"azimuth_deg": 60.0}}
    model = answering("bowl", melody=deep)
    assert (model["ring_s"], model["loudness_db"], model["place"]["azimuth_deg"]) == (50.0, -25.0, 0.0)
    assert answering("bowl", marks={"kind": "pad"})["ring_s"] == 26.0


def test_what_sounds_by_itself_as_a_voice_only_answers_as_a_touch() -> None:
    assert answering("drips")["drips_per_min"] == 0.0
    assert answering("purr")["activity_ratio"] == 0.0


def test_what_sounds_by_itself_as_a_voice_only_plays_in_a_score_unless_it_is_written() -> None:
    seats = {"chords": {"kind": "drone"}, "marks": {"kind": "drone", "steady_ratio": 0.5}}
    players = Score.model_validate(seats).players
    assert [players[part].model_dump()["steady_ratio"] for part in ("chords", "marks")] == [0.0, 0.5]


def test_a_touch_has_an_instrument_of_its_own_as_a_part_of_the_score_has() -> None:
    own = {"kind": "bowl", "ring_s": 50.0, "place": {"azimuth_deg": 60.0}}
    touches = [
        {"on": "press", "instrument": own, "loudness_db": -25.0},
        {"on": "hold", "instrument": {"kind": "chime"}},
    ]
    made = world(touch=touches, score={"marks": {"kind": "bowl", "ring_s": 9.0}})
    bowl, chime = (model_for(touch, made.score or Score()) for touch in made.touch)
    assert bowl is not None
    assert chime is not None
    written = bowl.model_dump()
    assert (written["ring_s"], written["place"]["azimuth_deg"], written["loudness_db"]) == (50.0, 60.0, -25.0)
    assert (chime.model_dump()["speed_m_s"], chime.loudness_db) == (0.0, -26.0)


def test_touches_share_an_instrument_only_if_it_is_the_same_in_everything() -> None:
    own = {"kind": "bowl", "ring_s": 50.0}
    touches = [
        {"on": "press", "sound": "bowl"},
        {"on": "hold", "instrument": own},
        {"on": "hover", "instrument": own},
        {"on": "drag", "instrument": {"kind": "bowl", "ring_s": 20.0}},
    ]
    ensemble = Ensemble(world(voice=[], touch=touches), 3, RATE, BLOCK)
    names = [strip.voice.setup.name for strip in ensemble.strips]
    assert sum(name.startswith("touch/bowl") for name in names) == 3
    assert len({*names}) == len(names)
    assert "touch" in parts(world(voice=[], touch=touches[1:]))


def test_a_touch_is_heard_on_its_own_instrument() -> None:
    touch = {"on": "press", "instrument": {"kind": "bowl", "size": "large"}}
    engine = Engine(world(voice=[], touch=[touch]), 3)
    engine.hear(HALF)
    out, heard = np.zeros((2, BLOCK), np.float32), []
    for index in range(120):
        if index == 15:
            engine.touch(Touched("press", 0.5, 0.8, 0.7))
        engine.render(out)
        heard.append(out.copy())
    samples = np.concatenate(heard[20:], axis=1).mean(axis=0)
    power = np.abs(np.fft.rfft(samples)) ** 2
    assert np.fft.rfftfreq(len(samples), 1 / RATE)[np.argmax(power)] < 132.0


def test_no_sound_is_no_voice() -> None:
    assert answering("none") == {}


def test_notes_touched_on_an_instrument_are_answered_by_the_score_and_strokes_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answers(sound: str) -> list[float]:
        score = {"notes_per_min": 4.0, "answer_ratio": 0.0, "answer": {"kind": "bowl"}}
        ensemble = Ensemble(world(voice=[], touch=[{"on": "press", "sound": sound}], score=score), 3, RATE, BLOCK)
        played: list[tuple[str, float]] = []

        def play(instrument: Instrument[Any], note: Note) -> None:
            played.append((instrument.setup.name, note.frequency_hz))

        monkeypatch.setattr(ensemble, "_play", play)
        for index in range(int(90 * RATE / BLOCK)):
            if index in (100, 130, 160):
                ensemble.touch(Touched("press", 0.5, index / 200, 0.5))
            ensemble.advance(HALF, BLOCK / RATE)
        return [hz for name, hz in played if name == "score/answer"]

    assert len(answers("pluck")) == 3
    assert answers("purr") == []


def test_touches_are_answered_even_when_the_score_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    ensemble = Ensemble(world(voice=[], touch=[{"on": "press", "sound": "pluck"}], score={}), 3, RATE, BLOCK)

    def fails(_: float) -> None:
        raise ValueError("forgotten")

    monkeypatch.setattr(ensemble._score, "remember", fails)
    ensemble.touch(Touched("press", 0.5, 0.5, 0.5))
    assert not any(strip.resting for strip in ensemble.strips)


@pytest.mark.parametrize("sound", ["drips", "pluck"])
def test_a_steady_drag_at_one_height_is_uneven_in_time_pitch_and_strength(
    sound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensemble = Ensemble(world(voice=[], touch=[{"on": "drag", "sound": sound}], score={}), 3, RATE, BLOCK)
    answer, at_s, notes = ensemble._answers[0], 0.0, list[tuple[float, Note]]()
    monkeypatch.setattr(answer.instrument, "play", lambda note: notes.append((at_s, note)))
    for index in range(int(30 * RATE / BLOCK)):
        at_s = index * BLOCK / RATE
        ensemble.touch(Touched("drag", 0.5, 0.5, 0.6))
        ensemble.advance(HALF, BLOCK / RATE)
    gaps_s = np.diff([when_s for when_s, _ in notes])
    assert 0.45 < gaps_s.mean() < 0.75
    assert gaps_s.min() >= 0.3 - BLOCK / RATE
    assert gaps_s.std() > 0.08
    assert len({round(note.frequency_hz, 1) for _, note in notes}) >= 3
    assert np.std([note.strength for _, note in notes]) > 0.05
