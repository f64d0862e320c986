"""What a kiosk does next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kiosk.states import Intent, Kiosk, Now, State

ATTRACT_S = 60.0
IDLE = Now(t_s=0.0, is_over=True)


def kiosk_in(state: State) -> Kiosk:
    """A kiosk brought into a state at time 0."""
    kiosk = Kiosk(ATTRACT_S, replace(IDLE, is_open=state is not State.CLOSED))
    if state in (State.SESSION, State.ENDING, State.RESET):
        kiosk.step(replace(IDLE, somebody=True))
    if state in (State.ENDING, State.RESET):
        kiosk.step(Now(0.0, is_over=True))
    if state is State.RESET:
        kiosk.step(Now(0.0, is_over=True, is_dark=True))
    assert kiosk.state is state
    return kiosk


def test_it_opens_inviting_and_closed_it_is_dark_and_asleep() -> None:
    assert Kiosk(ATTRACT_S, IDLE).begin() == [Intent.INVITE]
    assert Kiosk(ATTRACT_S, replace(IDLE, is_open=False)).begin() == [Intent.DARKEN, Intent.SLEEP]


def test_nobody_there_the_worlds_take_turns() -> None:
    kiosk = kiosk_in(State.ATTRACT)
    shown = [t_s for t_s in range(200) if Intent.SHOW_NEXT in kiosk.step(replace(IDLE, t_s=float(t_s)))]
    assert shown == [60, 120, 180]


def test_a_touch_begins_a_session() -> None:
    kiosk = kiosk_in(State.ATTRACT)
    assert kiosk.step(replace(IDLE, t_s=5.0, somebody=True)) == [Intent.BEGIN]
    assert kiosk.state is State.SESSION


def test_a_session_is_never_cut_for_want_of_a_visitor_nor_by_closing_time() -> None:
    kiosk = kiosk_in(State.SESSION)
    for t_s in range(0, 7200, 10):
        assert kiosk.step(Now(float(t_s), is_open=t_s < 60)) == []
    assert kiosk.state is State.SESSION


def test_a_session_fades_out_is_put_back_in_the_dark_and_invites_again() -> None:
    kiosk = kiosk_in(State.SESSION)
    assert kiosk.step(Now(600.0, is_over=True)) == [Intent.FADE_OUT]
    assert kiosk.state is State.ENDING
    assert kiosk.step(Now(610.0, is_over=True, somebody=True)) == []
    assert kiosk.step(Now(629.0, is_over=True, is_dark=True)) == [Intent.PUT_BACK]
    assert kiosk.step(Now(630.0, is_over=True, is_dark=True, is_ready=False)) == []
    assert kiosk.step(Now(631.0, is_over=True, is_dark=True)) == [Intent.INVITE]
    assert kiosk.state is State.ATTRACT


def test_after_closing_time_it_goes_from_a_session_straight_to_sleep() -> None:
    kiosk = kiosk_in(State.RESET)
    assert kiosk.step(Now(10.0, is_open=False, is_over=True, is_dark=True)) == [Intent.SLEEP]
    assert kiosk.state is State.CLOSED


def test_closing_and_opening() -> None:
    kiosk = kiosk_in(State.ATTRACT)
    assert kiosk.step(replace(IDLE, t_s=1.0, is_open=False)) == [Intent.DARKEN, Intent.SLEEP]
    assert kiosk.step(replace(IDLE, t_s=2.0, is_open=False, somebody=True)) == []
    assert kiosk.state is State.CLOSED
    assert kiosk.step(replace(IDLE, t_s=3.0)) == [Intent.WAKE, Intent.INVITE]


NOWS = st.builds(Now, st.just(0.0), *[st.booleans()] * 5)


@given(st.lists(st.tuples(NOWS, st.floats(0.0, 100.0)), max_size=60))
def test_whatever_happens_it_puts_back_and_sleeps_only_in_the_dark(ticks: list[tuple[Now, float]]) -> None:
    kiosk = Kiosk(ATTRACT_S, ticks[0][0] if ticks else IDLE)
    dark, t_s = True, 0.0
    intents = kiosk.begin()
    for now, passed_s in [*ticks, (IDLE, 0.0)]:
        for intent in intents:
            assert intent not in (Intent.PUT_BACK, Intent.SLEEP) or dark
            dark = {Intent.DARKEN: True, Intent.FADE_OUT: True, Intent.INVITE: False}.get(intent, dark)
        t_s += passed_s
        intents = kiosk.step(replace(now, t_s=t_s))


@pytest.mark.parametrize("state", list(State))
def test_from_every_state_it_comes_back_to_inviting(state: State) -> None:
    kiosk = kiosk_in(state)
    for t_s in range(100):
        kiosk.step(Now(float(t_s), is_over=True, is_dark=True))
    assert kiosk.state is State.ATTRACT
