"""Early market consultation is better than late, in the engine: the same game, with the consultation at another moment.

A game of the planner that never consults is played once. Its actions are then done again with the consultation put in
at the beginning of a month, at no cost of time, so that nothing else differs but when it was. Whether more is born of
it is asked with a planner that may consult in one month only and pays for it as everybody does.
"""

from __future__ import annotations

from functools import cache

import pytest
from attrs import frozen

from geboortespel.engine.actions import Action
from geboortespel.engine.game import Game
from geboortespel.engine.ir import State
from geboortespel.engine.view import View
from geboortespel.market.afterwards import Meeting, Step, told_again
from geboortespel.players.planner import Planner
from geboortespel.players.scripted import Scripted, Wish
from geboortespel.scenario.library import Library
from geboortespel.scenario.reader import read
from geboortespel.session.driver import Driver

CONSULT = "marktconsultatie"
SEEDS = range(12)
MONTHS = {"eerste-dijk": (2, 6, 6), "graaf-reinald": (3, 7, 7)}
"""Scenario → (early, late, the month in which both are compared)."""


class Silent(Planner):
    """The planner, who has never heard of consulting the market."""

    def choose(self, view: View) -> int:
        if view.waiting != "zet":
            return super().choose(view)
        moment = self._outlooks.of(view).moment(view)
        return moment.best(view.first_seat, lambda n: view.allows(n) and view.board.actions[n].what != CONSULT)


@frozen
class After:
    """What there is in the month of comparing: trust that goes along to the table, commitment of the market, what was
    learnt, how strong the story is at home, and what the other side settles for at the table after three offers."""

    trust: int
    commitment: int
    learnt: int
    story: int
    settles: int


@cache
def game_of(name: str) -> Game:
    reading = read(Library().find(name), Library())
    assert reading.scenario is not None
    return Game(reading.scenario, fast=True)


@cache
def script(name: str, seed: int) -> dict[int, list[Action]]:
    """Month → what the silent planner did in it."""
    game, policy, found = game_of(name), Silent(), dict[int, list[Action]]()
    driver, n = Driver(game, seed), 0
    s = driver.start()
    while game.node(s) != "einde":
        action = driver.choose(s, policy, n)
        found.setdefault(game.view(s).round, []).append(action)
        s, n = driver.settle(game.apply(s, action))[0], n + 1
    return found


def state_in(name: str, seed: int, consults: int, month: int) -> State:
    """The state in a month of the same game with the consultation in month `consults` (0: never)."""
    game, driver, left = game_of(name), Driver(game_of(name), seed), {m: [*a] for m, a in script(name, seed).items()}
    s, given = driver.start(), not consults
    while game.node(s) != "einde":
        view = game.view(s)
        legal = {game.actions[n] for n in game.legal_indices(s)}
        if not given and view.waiting == "zet" and view.round >= consults:
            action = next((a for a in game.actions if a.what == CONSULT and a in legal), None)
            assert action is not None
            s, given = _free(game, s, action), True
            continue
        if view.round >= month and view.waiting == "zet":
            break
        mine = left.get(view.round, [])
        action = next((a for a in mine if a in legal), None)
        if action is None:
            action = next((a for a in game.actions if a in legal and a.kind == "pas"), None) or min(
                legal, key=lambda a: a.index
            )
        else:
            mine.remove(action)
        s = driver.settle(game.apply(s, action))[0]
    return s


def _free(game: Game, s: State, action: Action) -> State:
    new = game.apply(s, action)
    for name, slot in game.rules.layout.index.items():
        if name.startswith(("tijd.", "energie.")):
            new[slot] = s[slot]
    return new


def after(name: str, seed: int, consults: int) -> After:
    game = game_of(name)
    s = state_in(name, seed, consults, MONTHS[name][2])
    view, index = game.view(s, over=True), game.rules.layout.index
    assert game.talks is not None
    trust = game.talks.trust_from_home(s)
    learnt = sum(s[slot] for found, slot in index.items() if found.startswith("inzicht."))
    table = game.talks.table(game.talks.written.parties["bouwer"])
    offer = table.client.ranking[len(table.client.ranking) // 2]
    course = told_again(table, [Meeting(trust, (Step("voorleggen", code=offer),) * 3)])
    return After(trust, view.level("marktcommitment"), learnt, view.level("verhaal"), course.asks)


@pytest.mark.parametrize("name", sorted(MONTHS))
def test_early_is_better_than_late(name: str) -> None:
    early, late, _ = MONTHS[name]
    sums = {}
    for when in (early, late, 0):
        found = [after(name, seed, when) for seed in SEEDS]
        sums[when] = After(*(sum(getattr(one, field) for one in found) for field in After.__slots__ if field[0] != "_"))
    soon, later, never = sums[early], sums[late], sums[0]
    assert soon.trust > later.trust > never.trust
    assert soon.commitment > later.commitment > never.commitment
    assert soon.story > later.story >= never.story, "what is told on at home"
    assert soon.learnt >= later.learnt >= never.learnt
    if name == "graaf-reinald":
        assert soon.learnt > later.learnt, "here there is something to learn"
    assert soon.settles < later.settles <= never.settles, "the market settles for less"


def born(name: str, month: int, games: int) -> int:
    """Births of a planner that consults as soon as it may from this month on, and not before."""
    wishes = [Wish(what=CONSULT, only=1, rounds=(month, month))]
    policy = Scripted(wishes, Planner(), [Wish(what=CONSULT, rounds=(1, month - 1))] if month > 1 else [])
    game = game_of(name)
    ends = (game.outcome(Driver(game, seed).play(policy)) for seed in range(games))
    return sum(end is not None and end.id == "geboren" for end in ends)


@pytest.mark.parametrize(("name", "early", "late", "games"), [("eerste-dijk", 1, 5, 150), ("graaf-reinald", 1, 8, 300)])
def test_more_is_born_of_an_early_consultation(name: str, early: int, late: int, games: int) -> None:
    assert born(name, early, games) - born(name, late, games) > games // 30


FORMS = ("zaal", "een-op-een", "risicomiddag")


def test_how_it_is_asked_shapes_what_comes_of_it() -> None:
    """All together suits the buyer at home, one by one builds most trust, an afternoon on risks is about sharing them;
    who goes to the market behind somebody's back at home pays for it there."""
    game = game_of("graaf-reinald")
    s, index = state_in("graaf-reinald", 1, 0, 1), game.rules.layout.index
    found = {form: game.apply(s, _asked(game, s, form)) for form in FORMS}

    def gained(form: str, name: str) -> int:
        return found[form][index[name]] - s[index[name]]

    assert gained("een-op-een", "stand.vertrouwen") > max(
        gained(f, "stand.vertrouwen") for f in ("zaal", "risicomiddag")
    )
    assert gained("zaal", "steun.inkoper") > 0 > gained("een-op-een", "steun.inkoper")
    assert gained("risicomiddag", "steun.jurist") < 0
    assert gained("risicomiddag", "stand.risico-delen") > 0 == gained("zaal", "stand.risico-delen")


def _asked(game: Game, s: State, form: str) -> Action:
    return next(a for n in game.legal_indices(s) if (a := game.actions[n]).what == CONSULT and a.choice == form)
