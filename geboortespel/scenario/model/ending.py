"""Decision and ending: the body, outcomes, Apgar, the card, the author's expectations, the historical course."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean
from geboortespel.scenario.kinds import Cond, Ident, Int, ListOf, Obj, OneOf, Ref, Text, YesNo, key
from geboortespel.scenario.model.common import Told

OUTCOME_KINDS = ("geboren", "ontwerp", "vroeg", "wijs", "niet")
DRAWINGS = ("dijk", "spoor", "weg", "sluis", "brug", "alliantie")
"""Drawings for the birth card, by the kind of work; the last goes with anything."""


@frozen(repr=False)
class Body:
    """The decision body. `draagvlak` is the power-weighted mean support of `wie`; `besluitregel` is this rule."""

    title: str = key("titel", Text(), "Name of the body.", "")
    members: tuple[str, ...] = key("wie", ListOf(Ref("actor")), "Its members.")
    rule: Boolean | None = key("regel", Cond(), "When it says yes.")


@frozen(repr=False)
class Outcome(Told):
    id: str = key("id", Ident(), "The outcome's id.", required=True)
    kind: str = key("soort", OneOf(OUTCOME_KINDS), "What sort of ending it is.", "niet")
    title: str = key("titel", Text(), "Heading of the ending.", "")
    text: str = key("tekst", Text(multiline=True), "How it ends.", "")
    when: Boolean | None = key("als", Cond(), "When it is the ending; the one without remains at the end.")
    direct: bool = key("direct", YesNo(), "Tested at the start of every round.", False)


@frozen(repr=False)
class Score:
    """A part of the Apgar: 2 when `twee` holds, else 1 when `een` holds, else 0."""

    id: str = key("id", Ident(), "The part's id.", "")
    title: str = key("titel", Text(), "Name of the part.", "")
    two: Boolean | None = key("twee", Cond(), "Two points when this holds.")
    one: Boolean | None = key("een", Cond(), "One point when this holds.")


@frozen(repr=False)
class Card:
    """What the birth card tells about this project."""

    parents: str = key("ouders", Text(), "Client and market party.", "")
    child: str = key("kind", Text(), "The work, as on the card.", "")
    name: str = key("naam", Text(), "Name that history gave it, shown after the players chose theirs.", "")
    weight: str = key("gewicht", Text(), "The budget.", "")
    length: str = key("lengte", Text(), "The size of the works.", "")
    form: str = key("type", Text(), "The type of alliance.", "")
    drawing: str = key("tekening", OneOf(DRAWINGS), "The drawing on the card, by the kind of work.", DRAWINGS[-1])


@frozen(repr=False)
class Opening:
    """The sentence a game starts with."""

    who: str = key("wie", Text(), "Who says it.", "")
    text: str = key("tekst", Text(multiline=True), "What is said.", "")


@frozen(repr=False)
class Expectation:
    """The author's own expectation, tested by `controleer --speel`."""

    id: str = key("id", Ident(), "The expectation's id.", required=True)
    player: str = key("speler", Text(), "Which player plays.", "")
    outcome: str | None = key("uitkomst", Ref("uitkomst"), "The outcome meant.")
    odds: str = key("kans", Text(), "Bounds on its odds: `40-80%`.", "")
    always: Boolean | None = key("altijd", Cond(), "What holds in every state.")
    journal: str = key("journaal", Text(), "A kept game in the scenario's folder, which ends in `uitkomst`.", "")


@frozen(repr=False)
class Step:
    """One action of the historical course, as in a journal."""

    kind: str = key("doe", OneOf(("zet", "pas", "keuze", "poort", "gok", "zitting", "slotzin")), "What is done.", "zet")
    seat: str = key("wie", Ident(), "Which believer.", "")
    what: str = key("wat", Ident(), "The move, the event, the gate's answer or the actor guessed at.", "")
    target: str = key("doel", Ident(), "The actor, argument, aspect or adviser it is aimed at.", "")
    choice: str = key("keuze", Ident(), "The argument, the option or the concern guessed.", "")


@frozen(repr=False)
class Course:
    """The historical course: a seed and the actions that lead to the historical outcome."""

    seed: int = key("zaad", Int(0, 2**31 - 1), "Seed of the course.", 0)
    outcome: str = key("uitkomst", Ref("uitkomst"), "Where it ends.", required=True)
    steps: tuple[Step, ...] = key("stappen", ListOf(Obj("Step")), "The actions, in order.")
