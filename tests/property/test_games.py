"""Properties of whole games, played at random on every scenario."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from geboortespel.engine.actions import Action, IllegalAction
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Log
from geboortespel.session.driver import Driver
from tests.shipped import EVERYTHING, Uniform, game

SEEDS = st.integers(0, 2**31 - 1)
NAMES = st.sampled_from(EVERYTHING)
FEW = settings(max_examples=25, deadline=None)


def decisions(played: Game, seed: int, limit: int = 200) -> Iterator[tuple[State, Action, State, Log]]:
    """(state before, action, state after, what it did) through one random game."""
    driver = Driver(played, seed)
    s = driver.start()
    for n in range(limit):
        if played.node(s) == "einde":
            return
        action = driver.choose(s, Uniform(), n)
        log = Log()
        after, _ = driver.settle(played.apply(s, action, log), log)
        yield s, action, after, log
        s = after


@FEW
@given(NAMES, SEEDS)
def test_the_ledger_adds_up(name: str, seed: int) -> None:
    played = game(name)
    names = played.rules.layout.names[: played.rules.layout.named]
    index = played.rules.layout.index
    opening = Log()
    s = Driver(played, seed).start(opening)
    total = list(played.rules.layout.start)
    for entry in opening.entries:
        total[index[entry.name]] += entry.delta
    assert total[: len(names)] == s[: len(names)]
    for before, _, after, log in decisions(played, seed):
        changed = {entry.name: 0 for entry in log.entries}
        for entry in log.entries:
            assert entry.delta
            changed[entry.name] += entry.delta
        assert {n: after[index[n]] - before[index[n]] for n in names if after[index[n]] != before[index[n]]} == {
            n: d for n, d in changed.items() if d
        }


@FEW
@given(NAMES, SEEDS)
def test_every_quantity_stays_within_its_bounds(name: str, seed: int) -> None:
    played = game(name)
    layout = played.rules.layout
    for _, _, after, _ in decisions(played, seed):
        assert all(low <= value <= high for low, value, high in zip(layout.low, after, layout.high, strict=True))
        assert all(-(2**31) <= value < 2**31 for value in after)


@FEW
@given(NAMES, SEEDS, st.randoms(use_true_random=False))
def test_legal_actions_apply_and_refused_ones_change_nothing(name: str, seed: int, chosen: object) -> None:
    played = game(name)
    for n, (before, _, _, _) in enumerate(decisions(played, seed)):
        if n % 7:
            continue
        legal = {*played.legal_indices(before), *played.rules.interventions(before)}
        copy = before[:]
        for action in played.actions:
            if action.index in legal:
                assert played.refusal(before, action) is None
                assert played.apply(before, action) is not before
            elif action.kind != "pas":  # a seat without a legal move has passed by itself
                with pytest.raises(IllegalAction) as caught:
                    played.apply(before, action)
                assert caught.value.reason.code
        assert before == copy


@FEW
@given(NAMES, SEEDS)
def test_back_ends_agree(name: str, seed: int) -> None:
    plain, fast = game(name), game(name, fast=True)
    for before, action, after, _ in decisions(plain, seed):
        assert plain.legal_indices(before) == fast.legal_indices(before)
        other, _ = Driver(fast, seed).settle(fast.apply(before, fast.actions[action.index]))
        assert other == after


def elsewhere(played: Game, s: State, chosen: Random) -> State:
    """Another table that looks the same: everything hidden is something else, supports within their band."""
    other, index, scenario = s[:], played.rules.layout.index, played.scenario
    for actor in scenario.actors:
        for weight, heard, _ in played.rules.concerns[actor]:
            if not other[heard]:
                other[weight] = chosen.randint(0, 9)
        if not other[index[f"relatie.{actor}"]]:
            low, high = played.view(s).band(actor)
            other[index[f"steun.{actor}"]] = chosen.randint(low, high)
            other[index[f"anker.{actor}"]] = chosen.randint(-100, 100)
    for threshold in scenario.thresholds.values():
        if not other[index[f"drempel.{threshold.id}"]]:
            other[index[f"weerstand.{threshold.id}"]] = chosen.randint(1, threshold.resistance)
    for counter in scenario.counters.values():
        if counter.hidden:
            other[index[counter.id]] = chosen.randint(counter.low or 0, counter.high or 9)
    return other


HOME_FORBIDS = ("bod", "voorleggen", "aannemen", "graag-of-niet")
"""What can't be done at the negotiating table with something in it that home forbids."""


@FEW
@given(st.sampled_from(("eerste-dijk", "graaf-reinald", "apart")), SEEDS, st.randoms(use_true_random=False))
def test_views_show_nothing_that_is_hidden(name: str, seed: int, chosen: Random) -> None:
    """Two tables that differ only in what nobody knows look the same to every seat, forecasts and texts included.

    But for what home forbids at the negotiating table: that is asked of them, and their answer tells how they stand.
    """
    played = game(name)
    for n, (before, _, _, _) in enumerate(decisions(played, seed)):
        if n % 9:
            continue
        other = elsewhere(played, before, chosen)
        for seat in (None, *played.board.seats):
            one, two = played.view(before, seat), played.view(other, seat)
            told, twin = one.as_dict(), two.as_dict()
            if one.waiting == "zitting":
                told["legal"], twin["legal"] = (
                    [row for row in rows["legal"] if row[2] not in HOME_FORBIDS] for rows in (told, twin)
                )
            assert told == twin
            assert one.ready == two.ready
            assert one.apgar() == two.apgar()
            for action in [action for action in one.legal[::5] if action in two.legal]:
                assert one.forecast(action) == two.forecast(action)


@FEW
@given(st.sampled_from(("eerste-dijk", "graaf-reinald", "apart")), SEEDS)
def test_what_follows_from_hidden_support_lies_in_its_span(name: str, seed: int) -> None:
    """The true level lies between the ends that are shown, and the ends meet once everybody was heard."""
    played = game(name)
    after = played.start()
    for before, _, after, _ in decisions(played, seed):  # noqa: B007
        view = played.view(before)
        for aspect in played.scenario.aspects:
            low, high = view.span(aspect)
            assert low <= played.rules.level(aspect)(before) <= high
            assert low <= view.level(aspect) <= high
        if all(not view.hides(f"steun.{actor}") for actor in played.scenario.actors):
            assert all(view.span(a) == (view.level(a),) * 2 for a in played.scenario.aspects)
    if played.node(after) == "einde":
        end = played.view(after)
        assert all(end.level(a) == played.rules.level(a)(after) for a in played.scenario.aspects)


@FEW
@given(st.sampled_from(("apart", "eerste-dijk", "graaf-reinald")), SEEDS)
def test_what_one_is_asked_alone_shows_to_nobody_else(name: str, seed: int) -> None:
    """Two tables that differ only in what somebody was asked alone look the same to all others, until the end."""
    played = game(name)
    index, seat_of = played.rules.layout.index, played.privacy.seat_of
    codes = {name: code for name, code in played.rules.ask.items() if name in seat_of}
    asked = 0
    for before, _, _, _ in decisions(played, seed):
        alone = played.private(before)
        asked += bool(alone)
        for seat in (None, *played.board.seats):
            other = before[:]
            for name, owner in seat_of.items():
                if owner != seat:
                    other[index[f"gebeurd.{name}"]] = 1 - min(1, other[index[f"gebeurd.{name}"]])
                if owner == alone != seat and codes[name] != before[index[".keuze"]]:
                    other[index[".keuze"]] = codes[name]
            assert played.view(before, seat).as_dict() == played.view(other, seat).as_dict()
            assert played.view(before, seat).private == alone
            if alone:
                assert (
                    bool(played.view(before, seat).pending) == bool(played.view(before, seat).legal) == (seat == alone)
                )
    event(f"asked alone {min(asked, 3)} times")


@FEW
@given(NAMES, SEEDS, st.booleans())
def test_states_are_independent(name: str, seed: int, fast: bool) -> None:
    """What is done with one state, or with a copy of it, leaves every other state as it was."""
    played = game(name, fast=fast)
    driver = Driver(played, seed)
    for n, (before, action, after, _) in enumerate(decisions(played, seed)):
        if n % 5:
            continue
        kept, later = before[:], after[:]
        child = played.apply(before, action)
        asleep = child[:]
        settled, draws = driver.settle(child)
        assert (settled is child) == (not draws)
        assert (before, child, settled) == (kept, asleep, later)
        for other in played.legal(before)[::9]:
            branch = driver.settle(played.apply(before, other))[0]
            branch[:] = [-1] * len(branch)  # whoever holds a state may do with it what they like
        if draws:
            settled[:] = [-1] * len(settled)
        assert (before, child, after) == (kept, asleep, later)
        assert driver.settle(played.apply(before, action))[0] == later


@FEW
@given(NAMES, SEEDS)
def test_a_game_can_be_played_again(name: str, seed: int) -> None:
    first = [after for _, _, after, _ in decisions(game(name), seed)]
    assert first == [after for _, _, after, _ in decisions(game(name), seed)]


@settings(max_examples=3, deadline=None)
@given(NAMES, SEEDS)
def test_random_games_end(name: str, seed: int) -> None:
    fast = game(name, fast=True)
    for i in range(30):
        end = Driver(fast, seed + i).play(Uniform(), limit=1000)
        assert fast.outcome(end) is not None
