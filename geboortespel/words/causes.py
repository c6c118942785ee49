"""Causes behind a number ("waarom?"): the ledger's codes in human language."""

from __future__ import annotations

from geboortespel.words import talks
from geboortespel.words.catalog import N_
from geboortespel.words.plain import small
from geboortespel.words.titles import GATE, Titles

PLAIN = {
    "begin": N_("how it was at the start"),
    "grens": N_("it can go no further than this"),
    "kost": N_("spent"),
    "ronde": N_("a new round"),
    "fase": N_("a new phase"),
    "anker": N_("goes back to their own conviction"),
    "herstel": N_("recovered meanwhile"),
    "samen": N_("you keep each other going"),
    "onder_vier_ogen": N_("something in private"),
}
WITH = {
    "verloop": N_("slips away by itself"),
    "zichtbaar": N_("shows itself"),
    "overwonnen": N_("overcome"),
}


def phrase(cause: tuple[str, ...], titles: Titles) -> str:
    """The cause in words. Every cause the engine gives has them; an unknown code shows as it is."""
    code, parts = cause[0], cause[1:]
    tr = titles.tr
    if code in PLAIN:
        return tr(PLAIN[code])
    if code in WITH:
        return tr(WITH[code])
    match code, parts:
        case "zet", (seat, what, target, choice):
            return deed(titles, seat, what, target, choice)
        case "keuze", (_, what, _, choice):
            return f"{titles.event(what)}: {titles.answer(what, choice)}"
        case ("overwerk" | "mis") as kind, (seat, what, target, choice):
            said = tr("overwork") if kind == "overwerk" else tr("it did not land")
            event = titles.board.events.get(what)
            return f"{said} ({titles.answer(what, choice) if event else deed(titles, seat, what, target, choice)})"
        case "gebeurtenis", (event_id,):
            return titles.event(event_id)
        case ("kaart", (_, card)) | ("ingreep", (_, card, _, _)):
            return titles.event(card)
        case "uitslag", (move, result):
            return result_title(titles, move, result)
        case "invloed", (influence,):
            return pulled(titles, influence)
        case "luistert", (actor,):
            return tr("listens to {who}").format(who=titles.the_actor(actor))
        case "drempel", (threshold,):
            return tr("'{threshold}' still stands").format(threshold=titles.threshold(threshold))
        case "route", (threshold, _):
            return tr("a way over '{threshold}'").format(threshold=titles.threshold(threshold))
        case "poort", (answer,):
            return gate(titles, answer)
        case "slotzin", (_, _, target, choice):
            return tr("last sentence to {said}").format(said=last_word(titles, target, choice))
        case "gok", (actor, _):
            return tr("concern of {who} guessed right").format(who=titles.the_actor(actor))
        case "gehoord", (actor, _):
            return tr("heard from {who}").format(who=titles.the_actor(actor))
        case "afspraak", (issue, option):
            return f"{talks.issue(titles, issue)}: {small(talks.option(titles, issue, option))}"
        case "zitting", (party, *_):
            return tr("at the table with {party}").format(party=talks.the_party(titles, party))
        case "bereikt", (_, actor):
            return tr("{who} came within reach").format(who=titles.the_actor(actor))
        case _:
            return " ".join(cause)


def last_word(titles: Titles, voter: str, argument: str) -> str:
    """What is said last before a decision: `dijkgraaf: open boek`."""
    if not voter:
        return titles.tr("nothing to add")
    return f"{titles.the_actor(voter)}: {titles.argument(argument)}"


def deed(titles: Titles, seat: str, what: str, target: str, choice: str) -> str:
    """A move with what it was aimed at: `overtuigen: dijkgraaf, open boek`."""
    objects = [titles.target(what, target)] if target else []
    objects += [titles.choice(what, choice)] if choice else []
    said = f"{titles.move(what)}: {', '.join(objects)}" if objects else titles.move(what)
    return f"{said} ({titles.seat(seat)})" if titles.board.seat_title(seat) else said


def result_title(titles: Titles, move_id: str, result_id: str) -> str:
    move = titles.scenario.moves.get(move_id)
    result = move.results.get(result_id) if move else None
    return f"{titles.move(move_id)}: {titles._named(result, result_id)}"


def pulled(titles: Titles, influence_id: str) -> str:
    influence = titles.scenario.influences.get(influence_id)
    name = titles.aspect(influence.source_aspect) if influence else influence_id
    return titles.tr("pull of {aspect}").format(aspect=name)


def gate(titles: Titles, answer: str) -> str:
    if answer in GATE:
        return titles.tr(GATE[answer])
    return titles.tr("price of leaving {phase} too early").format(phase=titles.phase(answer))
