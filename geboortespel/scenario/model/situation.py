"""The assignment and the state of things: counters, aspects with their influences, phases, forms, lessons."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect, Numeric
from geboortespel.scenario.kinds import (
    Cond,
    Effects,
    Ident,
    Int,
    ListOf,
    MapOf,
    Number,
    Obj,
    OneOf,
    Ref,
    Text,
    YesNo,
    key,
)
from geboortespel.scenario.model.common import Told

PERSPECTIVES = ("project", "mens", "organisatie")
_LEVEL = Int(0, 100, "level")


@frozen(repr=False)
class Counter:
    id: str = key("id", Ident(), "The counter's id; rules use this name.", "")
    start: int = key("waarde", Int(), "Value at the start.", 0)
    low: int | None = key("min", Int(), "Lowest value; no bound when left out.")
    high: int | None = key("max", Int(), "Highest value; no bound when left out.")
    begin: Numeric | None = key(
        "begin", Number(), "Where it begins, worked out before the first round from what is so then."
    )
    title: str = key("titel", Text(), "Name on the board.", "")
    text: str = key("tekst", Text(multiline=True), "What it means, in a sentence.", "")
    hidden: bool = key("verborgen", YesNo(), "Never shown to players.", False)


@frozen(repr=False)
class Derivation:
    """A level worked out from other quantities: `van` is 0, `tot` is 100, linear, rounded, clamped."""

    of: Numeric = key("uit", Number(), "The expression it follows.", required=True)
    low: int = key("van", Int(), "Value of the expression that counts as level 0.", 0)
    high: int = key("tot", Int(), "Value of the expression that counts as level 100.", 100)


@frozen(repr=False)
class Aspect(Told):
    """An aspect of a perspective: level 0-100. A stock (`waarde`), the lower of `feit` and `inzicht`, or derived."""

    id: str = key("id", Ident(), "The aspect's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    perspective: str = key("perspectief", OneOf(PERSPECTIVES), "The perspective it belongs to.", "project")
    text: str = key("tekst", Text(multiline=True), "What it means, in a sentence or two.", "")
    start: int | None = key("waarde", _LEVEL, "Level at the start of a stock.")
    begin: Numeric | None = key(
        "begin", Number(), "Where a stock begins, worked out before the first round from what is so then."
    )
    fact: int | None = key(
        "feit", _LEVEL, "What the assignment is; hardly moves. With `inzicht`: level is the lower of the two."
    )
    insight: int | None = key("inzicht", _LEVEL, "How far the players see through it; work raises it.")
    derived: Derivation | None = key(
        "afgeleid", Obj("Derivation", short="of"), "Works its level out from other quantities."
    )
    green: int = key("groen", _LEVEL, "Green from this level.", 60)
    amber: int = key("oranje", _LEVEL, "Orange from this level.", 40)
    spread: int = key("spreiding", Int(0, 20, "level"), "The seed moves the start at most this far up or down.", 0)
    drift: int = key("per_ronde", Int(-20, 20, "level a round"), "Change every round by itself.", 0)


@frozen(repr=False)
class Influence:
    """A link along which one aspect pulls another at the end of a round, by the colour of the first."""

    id: str = key("id", Ident(), "The link's id.", required=True)
    source_aspect: str = key("van", Ref("aspect"), "The aspect that pulls.", required=True)
    target_aspect: str = key("naar", Ref("aspect"), "The aspect that is pulled.", required=True)
    green: int = key("groen", Int(-20, 20, "level a round"), "Pull while the first is green.", 2)
    amber: int = key("oranje", Int(-20, 20, "level a round"), "Pull while it is orange.", 0)
    red: int = key("rood", Int(-20, 20, "level a round"), "Pull while it is red.", -1)
    source: str = key("bron", Text(), "Source of this link.", "")


@frozen(repr=False)
class Gate:
    """What is asked at the end of a phase. It never blocks: going on unready takes its toll (design 5)."""

    when: Boolean = key("als", Cond(), "What should hold to go on.", required=True)
    otherwise: str = key("anders", Text(multiline=True), "What the players hear when it does not hold.", "")
    toll: tuple[Effect, ...] = key("tol", Effects(), "What going on unready costs.")


@frozen(repr=False)
class Phase(Told):
    id: str = key("id", Ident(), "The phase's id.", required=True)
    title: str = key("titel", Text(), "Name of the phase.", "")
    rounds: int = key("rondes", Int(1, 60, "rounds"), "How many rounds it takes.", 1)
    text: str = key("tekst", Text(multiline=True), "What it is about.", "")
    gate: Gate | None = key("poort", Obj("Gate"), "What is asked at its end.")


@frozen(repr=False)
class Turn:
    """How a turn goes when there are no believers: one seat, `zetten` moves a round."""

    moves: int = key("zetten", Int(1, 20, "moves"), "Moves a round.", 1)
    may_pass: bool = key("passen", YesNo(), "Whether passing is a choice.", True)


@frozen(repr=False)
class Form(Told):
    """A form to choose after the conception: which aspects it requires (design 5, rule 2)."""

    id: str = key("id", Ident(), "The form's id.", required=True)
    title: str = key("titel", Text(), "Name of the form.", "")
    text: str = key("tekst", Text(multiline=True), "What it means.", "")
    required: tuple[str, ...] = key("vereist", ListOf(Ref("aspect")), "Aspects that must be green for it.")


@frozen(repr=False)
class Trial:
    """How a lesson is tried by playing with and without it (`geboortespel lessen --toets`)."""

    without: tuple[str, ...] = key(
        "zonder",
        ListOf(Text()),
        "What is left out: `zet.ID`, `zet.ID.OPTIE`, `argument.ID`, `adviseur.ID`, `drempel.ID`, `route.DREMPEL.ID`, "
        "`invloed.ID`, `gebeurtenis.ID`, `kaart.STAPEL.ID`, `keuze.ID.OPTIE` or `afspraak.ONDERWERP.OPTIE`.",
    )
    lower: dict[str, int] = key(
        "lager", MapOf(Ref("aspect"), Int(-100, 100, "level")), "How much lower an aspect begins without it."
    )
    where: dict[str, int] = key(
        "bij",
        MapOf(Ref("aspect"), Int(-100, 100, "level")),
        "How much lower aspects begin in both: a place where it is needed.",
    )
    does: tuple[str, ...] = key(
        "doet",
        ListOf(Text()),
        "What the player does with it, once and as soon as it can be: `zet.ID`, `zet.ID.OPTIE` or `keuze.ID.OPTIE`.",
    )
    then: str = key(
        "dan", OneOf(("minder", "meer")), "Whether there should be fewer births without it, or more.", "minder"
    )


@frozen(repr=False)
class Lesson:
    id: str = key("id", Ident(), "The lesson's id.", "")
    title: str = key("titel", Text(), "The lesson in a line.", "")
    text: str = key("tekst", Text(multiline=True), "What it means in practice.", "")
    source: str = key("bron", Text(), "Chapter of the document it comes from.", "")
    trial: Trial | None = key(
        "proef", Obj("Trial"), "How it is tried by playing; without this by leaving out what carries the lesson."
    )
