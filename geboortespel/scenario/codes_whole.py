"""Diagnostics that only show in the whole scenario."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, WARNING, Code

CODES: dict[str, Code] = {
    "G088": Code(
        "id '{id}' is already in use; first at line {first}",
        "Every id stands once among things of its kind. Cards and events are one kind.",
    ),
    "G092": Code(
        "'{key}' is about somebody or something that this scenario does not have",
        "This rule comes from the base set. Give the scenario a rule of its own here, or add who is missing.",
    ),
    "G093": Code(
        "'{id}' asks for a choice, and none is free of cost",
        "Players who have nothing left must be able to choose too. Let one choice have no `kost` and no `als`.",
    ),
    "G094": Code(
        "the scenario has no outcome",
        "A game has to end somewhere. Add `uitkomsten`, the last one without `als`.",
    ),
    "G095": Code(
        "two outcomes without `als`: '{id}' and '{first}'",
        "The outcome without condition is what remains at the end; there can be one.",
    ),
    "G096": Code(
        "no outcome remains when no other holds",
        "At the end of the last round the last outcome of the list is then taken. Add an outcome without `als`.",
        severity=WARNING,
    ),
    "G097": Code(
        "outcome '{id}' has `direct: ja` but no condition",
        "It would end the game in round 1. Add `als`, or remove `direct`.",
    ),
    "G098": Code(
        "'{id}' already means something else in rules",
        (
            "Counters and aspects are named in rules by their id alone, so it may not be that of another "
            "quantity, group or perspective here."
        ),
    ),
    "G099": Code(
        "'{key}' does nothing here, because there is '{other}'",
        "One of the two decides. Remove the other so that nobody is misled.",
        severity=WARNING,
    ),
    "G100": Code(
        "no card of deck '{id}' can ever be drawn",
        "Give it at least one card with a weight above 0.",
    ),
    "G101": Code(
        "an aspect is of one sort: `waarde`, `feit` with `inzicht`, or `afgeleid`",
        "Choose one. A project aspect mostly has `feit` and `inzicht`, the others `waarde`.",
    ),
    "G102": Code(
        "the orange bound ({oranje}) lies above the green one ({groen})",
        "Orange begins below green.",
    ),
    "G103": Code(
        "source '{id}' is not in `bronnen`",
        "Add it there, or write `afleiding` (inferred) or `spel` (made up for play).",
        suggestion=MEANT,
        severity=WARNING,
    ),
    "G105": Code(
        "start {value} does not lie between min {low} and max {high}",
        "The start of a counter lies within its own bounds, and min is not above max.",
    ),
    "G106": Code(
        "move '{id}' can never be done: there is nothing of the kind it is aimed at",
        (
            "Some sorts of moves are aimed at an actor, an argument, an adviser, a believer with `was`, "
            "or an aspect with `inzicht`; the scenario has none."
        ),
        severity=WARNING,
    ),
    "G107": Code(
        "threshold '{id}' has no way over it",
        "Add at least one route.",
        severity=WARNING,
    ),
    "G108": Code(
        "aspect '{id}' is derived; nothing can pull it",
        "Let the influence end at what it is derived from.",
    ),
    "G109": Code(
        "aspect '{id}' follows from itself",
        "Its derivation leads back to itself, by a detour or not.",
    ),
    "G110": Code(
        "'{value}' are no odds: write for example 40-80%",
        "Odds are a range in whole percents, from 0 to 100.",
    ),
    "G111": Code(
        "`van` and `tot` are the same, so there is no scale",
        "`van` counts as level 0 and `tot` as level 100; they have to differ.",
    ),
    "G112": Code(
        "this text is cut off at the #: '{rest}' is a comment",
        "A # with a space before it begins a comment. Put quotes around the text if it belongs to it.",
        severity=WARNING,
    ),
    "G113": Code(
        "the scenario has no moves",
        "Without `zetten` there is nothing to do but wait.",
        severity=WARNING,
    ),
}
