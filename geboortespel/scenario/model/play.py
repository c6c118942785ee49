"""What can be done and what happens: moves, thresholds with routes, events, decks."""

from __future__ import annotations

from attrs import frozen

from geboortespel.scenario.expr import Boolean, Effect
from geboortespel.scenario.kinds import (
    Cond,
    Cost,
    Effects,
    Ident,
    Int,
    Items,
    ListOf,
    MapOf,
    Obj,
    OneOf,
    Ref,
    Text,
    YesNo,
    key,
)
from geboortespel.scenario.model.common import Consequence, Told

VERBS = ("gewoon", "luisteren", "overtuigen", "onderbouwen", "netwerk", "medestander", "adviseur", "doorgronden")
_LEVEL = Int(0, 100, "level")


@frozen(repr=False)
class Result(Told):
    """One result of chance."""

    id: str = key("id", Ident(), "The result's id.", required=True)
    weight: int = key("gewicht", Int(1, 1000, "weight"), "How likely, against the others.", 1)
    title: str = key("titel", Text(), "Name of the result.", "")
    text: str = key("tekst", Text(multiline=True), "What happened.", "")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")


@frozen(repr=False)
class Option(Told):
    """One way of doing a move, or one answer to an event."""

    id: str = key("id", Ident(), "The option's id.", required=True)
    title: str = key("titel", Text(), "What the player chooses.", "")
    text: str = key("tekst", Text(multiline=True), "Explanation.", "")
    when: Boolean | None = key("als", Cond(), "When it can be chosen.")
    cost: dict[str, int] = key("kost", Cost(), "What it costs.")
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    consequences: tuple[Consequence, ...] = key(
        "gevolgen", ListOf(Obj("Consequence")), "Further effects, each under its own condition."
    )
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")


@frozen(repr=False)
class Move(Told):
    """What a believer can do in a round."""

    id: str = key("id", Ident(), "The move's id.", "")
    title: str = key("titel", Text(), "Name of the move.", "")
    group: str = key("groep", Text(), "Heading under which it is listed.", "")
    text: str = key("tekst", Text(multiline=True), "What you do, in a sentence.", "")
    verb: str = key("soort", OneOf(VERBS), "The verb of the engine behind it.", "gewoon")
    target: str = key("doel", OneOf(("geen", "actor")), "Whether a plain move is aimed at an actor.", "geen")
    who: tuple[str, ...] = key(
        "wie", ListOf(Ref("believer")), "Only these believers can do it; everybody when left out."
    )
    when: Boolean | None = key("als", Cond(), "When it is possible; may use `.doel` and `.ik`.")
    cost: dict[str, int] = key("kost", Cost(), "What it costs; one point of time when `tijd` is left out.")
    limit: int = key("hooguit", Int(0, 99, "times"), "How often in a game, per target; 0 is without limit.", 0)
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does; may use `.doel` and `.ik`.")
    consequences: tuple[Consequence, ...] = key(
        "gevolgen", ListOf(Obj("Consequence")), "Further effects, each under its own condition."
    )
    last_word: int = key(
        "slotzin",
        Int(0, 100, "%"),
        "Before it is done: one last sentence to a member of the decision body, which counts for this share of an "
        "argument's effect; 0 is none.",
        0,
    )
    options: dict[str, Option] = key("opties", Items("Option"), "Ways of doing it, one to be chosen.")
    results: dict[str, Result] = key("uitslagen", Items("Result"), "Results of chance, of which one happens.")
    after: str = key("na", Text(multiline=True), "What happens, told afterwards.", "")


@frozen(repr=False)
class Route(Told):
    """A way over a threshold: `zet` takes away resistance. Of the routes that fit a move the strongest counts."""

    id: str = key("id", Ident(), "The route's id.", required=True)
    move: str = key("zet", Ref("zet"), "The move that works on it.", required=True)
    option: str | None = key(
        "optie", Ident(), "Only this option of the move (or this adviser, argument or aspect as its object)."
    )
    target: str | None = key("bij", Ref("actor"), "Only when the move is aimed at this actor.")
    ally: str | None = key(
        "met", Ident(), "Only with this hired adviser, this acting believer, or this actor as an ally."
    )
    when: Boolean | None = key("als", Cond(), "Only when this holds.")
    takes: int = key("haalt_weg", Int(1, 20, "resistance"), "How much resistance it takes away.", 1)
    text: str = key("tekst", Text(multiline=True), "What happened.", "")


@frozen(repr=False)
class Threshold(Told):
    id: str = key("id", Ident(), "The threshold's id.", "")
    title: str = key("titel", Text(), "Name on the board.", "")
    text: str = key("tekst", Text(multiline=True), "What stands in the way.", "")
    gone: str = key("weg_tekst", Text(multiline=True), "What is told when it is gone.", "")
    resistance: int = key("weerstand", Int(1, 20, "resistance"), "Resistance at the start.", 3)
    when: Boolean | None = key("als", Cond(), "When it becomes visible; at once when left out.")
    toll: tuple[Effect, ...] = key("per_ronde", Effects(), "What it costs every round while it stands.")
    caps: dict[str, int] = key(
        "houdt_tegen", MapOf(Ref("aspect"), _LEVEL), "Highest level of these aspects while it stands."
    )
    routes: dict[str, Route] = key("routes", Items("Route"), "The ways over it.")


@frozen(repr=False)
class Event(Told):
    """Something that happens to the players; with `keuzes` it asks for an answer."""

    id: str = key("id", Ident(), "The event's id.", required=True)
    title: str = key("titel", Text(), "Heading.", "")
    text: str = key("tekst", Text(multiline=True), "What happens.", "")
    when: Boolean | None = key("als", Cond(), "When it happens (a card: when it may be drawn).")
    weight: int = key("gewicht", Int(0, 1000, "weight"), "A card's weight in its deck.", 1)
    effects: tuple[Effect, ...] = key("effecten", Effects(), "What it does.")
    options: dict[str, Option] = key("keuzes", Items("Option"), "Answers; one of them must be free of cost.")
    seat: str | None = key(
        "voor",
        Ref("believer"),
        "Only this believer is asked, alone, and only while taking part; the others learn of it when the game is over.",
    )


@frozen(repr=False)
class Deck:
    id: str = key("id", Ident(), "The deck's id.", required=True)
    title: str = key("titel", Text(), "Name of the deck.", "")
    when: Boolean | None = key("als", Cond(), "Drawn from only when this holds.")
    draws: int = key("trek", Int(1, 10, "cards a round"), "How many cards a round.", 1)
    replace: bool = key("terugleggen", YesNo(), "Whether drawn cards go back.", False)
    cards: dict[str, Event] = key("kaarten", Items("Event"), "The cards.")
