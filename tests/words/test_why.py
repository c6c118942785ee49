"""Waarom? in words: over whole random games every answer adds up to the number that the view shows, and what is hidden
gives no total away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from geboortespel.engine.game import Game
from geboortespel.engine.view import View
from geboortespel.players.planner import Planner
from geboortespel.report.lookback import reasons
from geboortespel.scenario.model import Scenario
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Policy
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from geboortespel.words.why import Account, Asked, Parts, Reader, births, moves, places, quantities, talks, votes
from geboortespel.words.why.written import lines
from tests import shipped

ROOT = Path(__file__).parents[1]
OTHERS = {
    "zitting": ROOT / "engine" / "zitting.yaml",
    "proef": ROOT / "lines" / "proef" / "scenario.yaml",
}


def scenario(name: str) -> Scenario:
    if name not in OTHERS:
        return shipped.scenario(name)
    found = read(OTHERS[name]).scenario
    assert found is not None
    return found


def played(name: str, seed: int, every: int = 1) -> Iterator[Session]:
    """A game, planned where there is much to plan; the session after every so many actions, and at the end."""
    session = Session(Game(scenario(name)), seed)
    policy: Policy = shipped.Uniform() if name in OTHERS or name == "klein" else Planner()
    n = 0
    while not session.finished:
        view = session.view(None)
        seat = view.private or view.to_act[0]
        session.act(session.driver.choose(session.state, policy, n, seat))
        n += 1
        if n % every == 0:
            yield session
    yield session


def wholes(account: Account) -> list[Parts]:
    return [said for said in account.said if isinstance(said, Parts) and said.n is not None]


def adds_up(account: Account) -> None:
    for said in account.said:
        if isinstance(said, Parts):
            assert all(part.text == part.text.strip() != "" for part in said.parts), account
    for whole in wholes(account):
        assert sum(part.n for part in whole.parts) == whole.n, account


CASES = [("eerste-dijk", 1, 4), ("eerste-dijk", 2, 7), ("graaf-reinald", 3, 8), ("zitting", 4, 1), ("zitting", 5, 1),
         ("proef", 6, 1), ("klein", 7, 1)]  # fmt: skip


@pytest.mark.parametrize(("name", "seed", "every"), CASES)
def test_everything_that_can_be_asked_adds_up(name: str, seed: int, every: int) -> None:
    seen: Counter[str] = Counter()
    for session in played(name, seed, every):
        for language in ("nl", "en"):
            who = Reader(Voice(session.board, language), session.view(None), session)
            for title, some in places.everything(who):
                assert title
                assert len({one.key for one in some}) == len(some)
                for one in some:
                    account = one.tell()
                    adds_up(account)
                    assert all(line.strip() for line in lines(account, who.voice.tr))
                    seen[one.key.partition(".")[0].partition(":")[0]] += len(wholes(account))
    assert seen.total() > 20
    if name == "zitting":
        assert seen["talks"] > 20


@pytest.mark.parametrize(("name", "seed", "every"), CASES[:6])
def test_the_whole_is_the_number_on_the_board(name: str, seed: int, every: int) -> None:
    told = 0
    for session in played(name, seed, every):
        view = session.view(None)
        who = Reader(Voice(session.board, "nl"), view, session)
        for aspect in session.board.scenario.aspects.values():
            account = quantities.account(who, aspect.id)
            numbers = [whole.n for whole in wholes(account)]
            assert view.level(aspect.id) == min(numbers) if aspect.fact is not None else numbers[-1]
            assert str(view.level(aspect.id)) in account.title
            told += 1
        for name_ in _plain(session, view):
            account = quantities.account(who, name_)
            if view.hides(name_):
                assert not wholes(account), account
            else:
                assert [whole.n for whole in wholes(account)] == [view.value(name_)]
                told += 1
    assert told > 40


def _plain(session: Session, view: View) -> list[str]:
    scenario_ = session.board.scenario
    names = [f"steun.{actor}" for actor in session.board.actors] + list(scenario_.counters)
    names += [f"{kind}.{b}" for b in scenario_.believers if view.value(f"meedoet.{b}") for kind in ("tijd", "energie")]
    return names + [f"weerstand.{t}" for t in scenario_.thresholds]


@pytest.mark.parametrize(("name", "seed", "every"), CASES[:6])
def test_the_price_and_what_a_move_does_add_up(name: str, seed: int, every: int) -> None:
    seen: Counter[str] = Counter()
    for session in played(name, seed, every):
        for seat in session.view(None).to_act:
            view = session.view(seat or None)
            who = Reader(Voice(session.board, "nl"), view, session)
            for action in view.legal:
                forecast, asked = view.forecast(action), moves.asked(who, action)
                shown = [n for n in forecast.cost.values() if n] + list(_after(view, forecast.routes))
                if forecast.gain is not None and forecast.likely != "onbekend":
                    shown.append(forecast.gain[1])
                    seen["gain"] += 1
                shown += [sum(weight for _, weight in forecast.odds)] if forecast.odds else []
                if asked is None:
                    assert not shown
                    continue
                account = asked.tell()
                adds_up(account)
                found = Counter(whole.n for whole in wholes(account))
                assert not Counter(shown) - found, (action, account)
                seen["price"] += 1
                seen["odds"] += bool(forecast.odds)
    assert seen["price"]
    if name in ("eerste-dijk", "graaf-reinald"):
        assert seen["gain"]
        assert seen["odds"]


def _after(view: View, routes: tuple[tuple[str, int], ...]) -> Iterator[int]:
    for threshold, takes in routes:
        left = view.value(f"weerstand.{threshold}") or 0
        yield left - min(takes, left)


def test_the_votes_add_up_to_how_many_were_for() -> None:
    counted = 0
    for seed in range(3):
        for session in played("eerste-dijk", seed):
            notes = [note for note in session.moments.all[-1].notes if note[0] == "stem"]
            if not notes:
                continue
            who = Reader(Voice(session.board, "nl"), session.view(None), session)
            first = votes.after(who, notes)[0].tell()
            adds_up(first)
            assert wholes(first)[0].n == sum(note[2] == "ja" for note in notes)
            counted += 1
    assert counted


def test_the_apgar_is_the_sum_of_its_parts_and_each_part_says_what_it_asks() -> None:
    session = list(played("eerste-dijk", 1, 1000))[-1]
    view = session.view(None)
    who = Reader(Voice(session.board, "nl"), view, session)
    signed = next(one for one in births.card(who) if one.key == "card:agreed").tell()
    adds_up(signed)
    assert [whole.n for whole in wholes(signed)] == [int(signed.title.split()[-2].replace(",", ""))]
    total, *parts = births.apgar(who)
    adds_up(total.tell())
    assert wholes(total.tell())[0].n == sum(view.apgar().values())
    assert [wholes(part.tell())[0].n for part in parts] == list(view.apgar().values())
    assert all(any(isinstance(said, str) and said[:1] in "✓✗" for said in part.tell().said) for part in parts)


@pytest.mark.parametrize("name", ["eerste-dijk", "klein"])
def test_what_is_missing_to_green_is_the_sum_of_all_steps(name: str) -> None:
    session = list(played(name, 3, 1000))[-1]
    groups = reasons.numbers(Voice(session.board, "nl"), session)
    found: list[Asked] = [one for _, some in groups for one in some]
    for one in found:
        adds_up(one.tell())
    if session.board.aspects:
        assert wholes(found[0].tell())[0].parts[-1].n > 0


def test_the_money_on_the_table_adds_up_at_every_cost() -> None:
    at = 0
    for session in played("zitting", 8):
        who = Reader(Voice(session.board, "nl"), session.view(None), session)
        table = who.view.talks
        staffel = table.staffel([one.draft for one in table.issues]) if table is not None and table.party else None
        if staffel is None:
            continue
        for actual in range(80_000, 150_000, 7_000):
            asked = talks.at_cost(who, actual)
            assert asked is not None
            account = asked.tell()
            adds_up(account)
            paid = wholes(account)[0].n
            assert paid is not None
            assert abs(100 * paid - staffel.settle(actual).paid) <= 50
            at += 1
    assert at
