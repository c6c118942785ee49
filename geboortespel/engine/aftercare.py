"""From a birth to its first year: what was so at the birth, as data of the scenario that the year is played with.

The year's scenario is made on plain trees, as journals keep them, so that it is built, played and told like any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from geboortespel.engine.talk_money import Terms, terms_of
from geboortespel.scenario.diagnostics import Faults
from geboortespel.scenario.merge import SECTION, Merger
from geboortespel.scenario.model import Sharing
from geboortespel.scenario.model.ending import OUTCOME_KINDS
from geboortespel.scenario.names import BIRTH, quantities
from geboortespel.scenario.nodes import Map, Plain, Source, from_plain, plain
from geboortespel.scenario.plan import plan

if TYPE_CHECKING:
    from geboortespel.engine.game import Game
    from geboortespel.engine.ir import State
    from geboortespel.engine.view import View

BORN = ("geboren", "ontwerp", "vroeg")
"""Kinds of ending that a first year can follow."""
COLOURS = ("rood", "oranje", "groen")
Tree = dict[str, Plain]


def has_year(resolved: Mapping[str, Plain], game: Game, state: State) -> bool:
    """Whether this game ended in a birth and its scenario has a first year."""
    outcome = game.outcome(state)
    return isinstance(resolved.get(SECTION), dict) and outcome is not None and outcome.kind in BORN


def first_year(resolved: Mapping[str, Plain], game: Game, state: State, name: str = "") -> Tree:
    """The tree of the first year's scenario after the birth in which `state` ended. ValueError when there is none.

    `name`: what the alliance was called, instead of the scenario's title.
    """
    if not has_year(resolved, game, state):
        raise ValueError("no birth, or no first year")
    source = Source("journaal", reused=True)
    outer = from_plain(dict(resolved), source)
    section = outer.get(SECTION) if isinstance(outer, Map) else None
    assert isinstance(outer, Map)
    assert isinstance(section, Map)
    whole = plain(Merger(Faults()).around(outer, section))
    assert isinstance(whole, dict)
    view = game.view(state)
    asked = whole.get(BIRTH)
    if isinstance(asked, dict):
        whole[BIRTH] = {name: _Birth(game, view).fact(name, written) for name, written in asked.items()}
    settling = whole.get("afrekening")
    if isinstance(settling, dict):
        whole["afrekening"] = {**settling, **_signed(view)}
    whole["van"] = game.scenario.id
    whole["titel"] = f"{whole.get('titel') or SECTION}: {name or game.scenario.title}"
    return whole


# -- what was so -------------------------------------------------------------------------------------------------------


class _Birth:
    """What can be asked of a birth: its quantities, and what follows from them all together."""

    def __init__(self, game: Game, view: View) -> None:
        self.game, self.view = game, view
        self.known = quantities(game.scenario)

    def fact(self, name: str, written: Plain) -> Plain:
        """A fact as the year begins with it; as it was written when this birth has no such thing."""
        declared = written if isinstance(written, dict) else {"waarde": written}
        found, words = self._found(name)
        if found is None:
            return written
        said: Tree = {**declared, "waarde": found}
        if words:
            own = declared.get("woorden")
            said["woorden"] = list(dict.fromkeys([*words, *(own if isinstance(own, list) else ())]))
        aspect = self.game.scenario.aspects.get(name)
        return {"titel": aspect.title, **said} if aspect is not None and aspect.title else said

    def _found(self, name: str) -> tuple[str | None, Sequence[str]]:
        """(value as written, the words it can be), (None, ()) when there is no such thing."""
        view, family, rest = self.view, *name.partition(".")[::2]
        if name == "soort":
            assert view.outcome is not None
            return view.outcome.kind, OUTCOME_KINDS
        if name == "oranje":
            return str(sum(view.colour(aspect) != "groen" for aspect in view.required)), ()
        if name == "apgar":
            return str(sum(view.apgar().values())), ()
        if family == "apgar" and rest:
            points = view.apgar().get(rest)
            return (None if points is None else str(points)), ()
        if family == "kleur" and rest:
            return (view.colour(rest), COLOURS) if rest in self.game.scenario.aspects else (None, ())
        return self._quantity(name)

    def _quantity(self, name: str) -> tuple[str | None, Sequence[str]]:
        quantity = self.known.get(name)
        if quantity is None or name == "alles_groen" or name == "besluitregel":
            return None, ()
        value = self.view.taken(name) if not quantity.computed else self._computed(name)
        if value is None:
            return None, ()
        if quantity.type == "yesno":
            return "ja" if value else "nee", ()
        if quantity.type == "number":
            return str(value), ()
        return quantity.type[value], quantity.type

    def _computed(self, name: str) -> int | None:
        return self.view.level(name) if name in self.game.scenario.aspects else None


# -- what was signed ---------------------------------------------------------------------------------------------------


def _signed(view: View) -> Tree:
    """The money of the agreement, as keys of `afrekening`; without an estimate nothing is told in euros."""
    talks = view.board.scenario.talks
    if talks is None or talks.estimate is None:
        return {"geld": "nee"}
    estimate = talks.estimate
    written: Tree = {"raming": {"p10": str(estimate.p10), "p50": str(estimate.p50), "p90": str(estimate.p90)}}
    signed = [view.value(f"afspraak.{issue}") or 0 for issue in talks.issues]
    chosen = [list(issue.options)[n - 1] if n else "" for issue, n in zip(talks.issues.values(), signed, strict=True)]
    return {**written, **_terms(terms_of(talks, chosen))}


def _terms(terms: Terms) -> Tree:
    written: Tree = {"opslag": str(terms.fee)}
    if terms.budget is not None:
        written["budget"] = str(terms.budget)
    if terms.sharing is not None:
        values = ((key, getattr(terms.sharing, item.attr)) for key, item in plan(Sharing.__name__).keys.items())
        written["deelt"] = {key: _written(value) for key, value in values if value is not None}
    return written


def _written(value: int | bool) -> str:
    return ("ja" if value else "nee") if isinstance(value, bool) else str(value)
