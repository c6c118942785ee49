"""Diagnostics that only show in the whole scenario."""

from __future__ import annotations

from geboortespel.scenario.code import MEANT, N_, WARNING, Code

CODES: dict[str, Code] = {
    "G088": Code(
        N_("id '{id}' is already in use; first at line {first}"),
        N_("Every id stands once among things of its kind. Cards and events are one kind."),
    ),
    "G092": Code(
        N_("'{key}' is about somebody or something that this scenario does not have"),
        N_("This rule comes from the base set. Give the scenario a rule of its own here, or add who is missing."),
    ),
    "G093": Code(
        N_("'{id}' asks for a choice, and none is free of cost"),
        N_("Players who have nothing left must be able to choose too. Let one choice have no `kost` and no `als`."),
    ),
    "G094": Code(
        N_("the scenario has no outcome"),
        N_("A game has to end somewhere. Add `uitkomsten`, the last one without `als`."),
    ),
    "G095": Code(
        N_("two outcomes without `als`: '{id}' and '{first}'"),
        N_("The outcome without condition is what remains at the end; there can be one."),
    ),
    "G096": Code(
        N_("no outcome remains when no other holds"),
        N_("At the end of the last round the last outcome of the list is then taken. Add an outcome without `als`."),
        severity=WARNING,
    ),
    "G097": Code(
        N_("outcome '{id}' has `direct: ja` but no condition"),
        N_("It would end the game in round 1. Add `als`, or remove `direct`."),
    ),
    "G098": Code(
        N_("'{id}' already means something else in rules"),
        N_(
            "Counters and aspects are named in rules by their id alone, so it may not be that of another "
            "quantity, group or perspective here."
        ),
    ),
    "G099": Code(
        N_("'{key}' does nothing here, because there is '{other}'"),
        N_("One of the two decides. Remove the other so that nobody is misled."),
        severity=WARNING,
    ),
    "G100": Code(
        N_("no card of deck '{id}' can ever be drawn"),
        N_("Give it at least one card with a weight above 0."),
    ),
    "G101": Code(
        N_("an aspect is of one sort: `waarde`, `feit` with `inzicht`, or `afgeleid`"),
        N_("Choose one. A project aspect mostly has `feit` and `inzicht`, the others `waarde`."),
    ),
    "G102": Code(
        N_("the orange bound ({oranje}) lies above the green one ({groen})"),
        N_("Orange begins below green."),
    ),
    "G103": Code(
        N_("source '{id}' is not in `bronnen`"),
        N_("Add it there, or write `afleiding` (inferred) or `spel` (made up for play)."),
        suggestion=MEANT,
        severity=WARNING,
    ),
    "G105": Code(
        N_("start {value} does not lie between min {low} and max {high}"),
        N_("The start of a counter lies within its own bounds, and min is not above max."),
    ),
    "G106": Code(
        N_("move '{id}' can never be done: there is nothing of the kind it is aimed at"),
        N_(
            "Some sorts of moves are aimed at an actor, an argument, an adviser, a believer with `was`, "
            "or an aspect with `inzicht`; the scenario has none."
        ),
        severity=WARNING,
    ),
    "G107": Code(
        N_("threshold '{id}' has no way over it"),
        N_("Add at least one route."),
        severity=WARNING,
    ),
    "G108": Code(
        N_("aspect '{id}' is derived; nothing can pull it"),
        N_("Let the influence end at what it is derived from."),
    ),
    "G109": Code(
        N_("aspect '{id}' follows from itself"),
        N_("Its derivation leads back to itself, by a detour or not."),
    ),
    "G110": Code(
        N_("'{value}' are no odds: write for example 40-80%"),
        N_("Odds are a range in whole percents, from 0 to 100."),
    ),
    "G111": Code(
        N_("`van` and `tot` are the same, so there is no scale"),
        N_("`van` counts as level 0 and `tot` as level 100; they have to differ."),
    ),
    "G112": Code(
        N_("this text is cut off at the #: '{rest}' is a comment"),
        N_("A # with a space before it begins a comment. Put quotes around the text if it belongs to it."),
        severity=WARNING,
    ),
    "G113": Code(
        N_("the scenario has no moves"),
        N_("Without `zetten` there is nothing to do but wait."),
        severity=WARNING,
    ),
    "G114": Code(
        N_("'{id}' is meant for one believer (`voor`), but asks nothing"),
        N_("What one believer hears alone is a dilemma: give it `keuzes`, or leave out `voor` so that all hear it."),
    ),
    "G115": Code(
        N_("move '{id}' gives away whether '{event}' happened, which only one believer may know"),
        N_(
            "Everybody sees which moves are possible. Let the private choice change a hidden counter "
            "(`verborgen: ja`), and let an event follow from that."
        ),
        severity=WARNING,
    ),
    "G116": Code(
        N_("`raden` does nothing: the scenario has no move of the sort `luisteren`"),
        N_("Guessing comes before a concern is told, and that is told to whoever listens."),
        severity=WARNING,
    ),
    "G117": Code(
        N_("`slotzin` of move '{id}' does nothing: there is nobody to say it to, or nothing to say"),
        N_("A last sentence tells one of the `argumenten` to a member of the decision body (`besluit`, `wie`)."),
        severity=WARNING,
    ),
    "G118": Code(
        N_("'{key}' means nothing in a first year (`kraamtijd`)"),
        N_("The first year is a game of its own after a birth: there is no form to choose and no decision to ask."),
    ),
    "G119": Code(
        N_("the first year has no counter '{id}'"),
        N_("`waarden` and `afrekening` name counters: write it under `tellers` of the first year."),
        suggestion=MEANT,
    ),
    "G120": Code(
        N_("'{name}' is asked of the birth, but '{value}' is nothing it can be"),
        N_("Write a number, `ja` or `nee`, or a word that stands in its `woorden`."),
        suggestion=MEANT,
    ),
    "G121": Code(
        N_("`onzeker` asks for {count} numbers that never rise"),
        N_("How far a forecast may be off before the first round, and after each of them."),
    ),
}
