"""What happened, told: the engine's notes as sentences, with the scenario's own texts where it has them (design 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geboortespel.words import causes, talks
from geboortespel.words.plain import safe
from geboortespel.words.refusals import capital
from geboortespel.words.titles import Titles

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.scenario.model import Consequence, Option

Note = tuple[str, ...]


def phrase(note: Note, view: View, titles: Titles) -> str:
    """One note as text (may hold line breaks); '' for what needs no telling. `view` is of after it happened."""
    code, parts = note[0], note[1:]
    if code in ("ronde", "fase", "echo", "poort", "poort_niet", "einde"):
        return _course(code, parts[0], titles, view)
    if code in ("gebeurtenis", "kaart"):
        return _event(parts[-1], titles)
    if code in ("raak", "mis", "sleets", "gehoord", "niets_nieuws", "stem", "gok"):
        return _person(code, parts, view, titles)
    if code in ("drempel_zichtbaar", "drempel_weg", "route"):
        return _threshold(code, parts, titles)
    return _deed(code, parts, view, titles)


def line(actor: str, kind: str, view: View, titles: Titles) -> str:
    """What the actor says: the first of their lines of this kind whose condition holds in the view; else ''."""
    for spoken in titles.board.spoken(actor, kind):
        if view.holds(spoken.when):
            return safe(spoken.text).strip()
    return ""


def says(actor: str, text: str, titles: Titles) -> str:
    """`Dijkgraaf: "Tien minuten."`"""
    return f'{titles.actor(actor)}: "{text}"' if text else ""


def _course(code: str, what: str, titles: Titles, view: View) -> str:
    tr, scenario = titles.tr, titles.scenario
    match code:
        case "ronde":
            return titles.round_of(int(what), view.rounds)
        case "fase":
            phase = scenario.phases[what]
            return _headed(tr("Phase: {phase}").format(phase=titles.phase(what)), phase.text)
        case "echo":
            return tr("The end of {phase}. Time to see where you are.").format(phase=titles.phase(what))
        case "poort":
            return tr("You choose: {choice}.").format(choice=causes.gate(titles, what).lower())
        case "poort_niet":
            return tr("You go on all the same. That has its price.")
        case _:
            title, text = titles.outcome(what), scenario.outcomes[what].text
            if "\n" in text.strip():  # the author broke the lines: they stay even under a title of its own
                return f"{title}.\n{safe(text).strip()}"
            return _headed(title, text)


def _headed(title: str, text: str) -> str:
    body = safe(text).strip()
    return f"{title}. {body}" if body else f"{title}."


def _event(event_id: str, titles: Titles) -> str:
    event = titles.board.events[event_id]
    body = safe(event.text).strip()
    if not event.title and body:
        return body
    return _headed(titles.event(event_id), event.text)


def _person(code: str, parts: Sequence[str], view: View, titles: Titles) -> str:
    tr, actor = titles.tr, parts[0]
    match code:
        case "gehoord":
            concern = parts[1]
            own = titles.scenario.concerns.get(concern)
            said = line(actor, f"zorg.{concern}", view, titles) or (safe(own.line).strip() if own else "")
            heard = tr("Concern: {concern}.").format(concern=titles.concern(concern))
            return f"{says(actor, said, titles)} {heard}".strip()
        case "niets_nieuws":
            return tr("{who} has nothing new to tell.").format(who=capital(titles.the_actor(actor)))
        case "gok":
            said = (
                tr("You guessed '{concern}', and that is it.") if parts[2] == "raak" else tr("You guessed '{concern}'.")
            )
            return said.format(concern=titles.concern(parts[1]))
        case "stem":
            return _vote(actor, parts[1] == "ja", parts[2], titles)
        case "raak":
            fallback = tr("{who} nods.").format(who=capital(titles.the_actor(actor)))
            kind = f"raak.{parts[1]}"
        case "mis":
            fallback = tr("{who} shakes their head.").format(who=capital(titles.the_actor(actor)))
            kind = "mis"
        case _:
            fallback = tr("{who} has heard that before.").format(who=capital(titles.the_actor(actor)))
            kind = "sleets"
    return says(actor, line(actor, kind, view, titles), titles) or fallback


def _vote(actor: str, yes: bool, concern: str, titles: Titles) -> str:
    """A vote, naming a concern that was met (for) or was not (against)."""
    tr = titles.tr
    who = titles.actor(actor)
    said = tr("{who}: for.") if yes else tr("{who}: against.")
    if not concern:
        return said.format(who=who)
    why = tr("'{concern}' was answered.") if yes else tr("'{concern}' still stands in the way.")
    return f"{said.format(who=who)} {why.format(concern=capital(titles.concern(concern)))}"


def _threshold(code: str, parts: Sequence[str], titles: Titles) -> str:
    tr, threshold = titles.tr, titles.scenario.thresholds[parts[0]]
    name = titles.threshold(parts[0])
    match code:
        case "drempel_zichtbaar":
            return _headed(tr("A threshold: {threshold}").format(threshold=name), threshold.text)
        case "drempel_weg":
            gone = safe(threshold.gone).strip()
            return gone or tr("'{threshold}' is out of the way.").format(threshold=name)
        case _:
            route = threshold.routes.get(parts[1])
            told = safe(route.text).strip() if route else ""
            return told or tr("That helps against '{threshold}'.").format(threshold=name)


def _deed(code: str, parts: Sequence[str], view: View, titles: Titles) -> str:
    tr = titles.tr
    match code, tuple(parts):
        case "zet", (seat, what, target, choice):
            return _move(seat, what, target, choice, view, titles)
        case "slotzin", (seat, _, "", _):
            return tr("{who} has nothing to add.").format(who=capital(titles.the_seat(seat)))
        case "slotzin", (seat, _, voter, argument):
            return tr("{seat}, one last sentence to {who}: {argument}.").format(
                seat=capital(titles.the_seat(seat)), who=titles.the_actor(voter), argument=titles.argument(argument)
            )
        case "pas", (seat,):
            return tr("{who} is done for this round.").format(who=capital(titles.the_seat(seat)))
        case "keuze", (event, option):
            chosen = titles.board.events[event].options[option]
            told = safe(chosen.after).strip()
            said = tr("Your choice: {choice}.") if titles.board.events[event].seat else tr("You choose: {choice}.")
            return told or said.format(choice=titles.answer(event, option))
        case "zitting", (party, kind, *rest):
            return talks.note(titles, party, kind, rest)
        case "ingreep", ():
            return tr("The facilitator lays a card on the table.")
        case "uitslag", (move, result):
            drawn = titles.scenario.moves[move].results[result]
            return safe(drawn.text).strip() or f"{causes.result_title(titles, move, result)}."
        case "gevolg", (_, what, _, choice, number):
            return safe(_consequence(titles, what, choice, int(number))).strip()
        case "onder_vier_ogen", (seat,):
            return tr("{who} is taken aside for a moment.").format(who=capital(titles.the_seat(seat)))
        case "bereikt", (seat, actor):
            return tr("{seat} now has a way in with {who}.").format(
                seat=capital(titles.the_seat(seat)), who=titles.the_actor(actor)
            )
        case "medestander", (fellow, actor):
            return tr("{who} joins you, as {seat}.").format(
                who=capital(titles.the_actor(actor)), seat=titles.the_seat(fellow)
            )
        case _:
            return ""


def _move(seat: str, what: str, target: str, choice: str, view: View, titles: Titles) -> str:
    """A move as done: what it was, a greeting at a first meeting, and the author's words for it."""
    move = titles.scenario.moves[what]
    told = [f"{causes.deed(titles, seat, what, target, choice)}."]
    if move.verb == "luisteren" and view.value(f"relatie.{target}") == 1:
        told.append(says(target, line(target, "groet", view, titles), titles))
    option = move.options.get(choice)
    adviser = titles.scenario.advisers.get(target) if move.verb == "adviseur" else None
    told += [safe(item.after).strip() for item in (move, option, adviser) if item is not None]
    return "\n".join(part for part in told if part)


def _consequence(titles: Titles, what: str, choice: str, number: int) -> str:
    """The text of a consequence: of the event's answer, or of the move and then its option."""
    event = titles.board.events.get(what)
    if event is not None and choice in event.options:
        return _nth(event.options[choice].consequences, number)
    move = titles.scenario.moves[what]
    option: Option | None = move.options.get(choice)
    return _nth([*move.consequences, *(option.consequences if option else ())], number)


def _nth(items: Sequence[Consequence], number: int) -> str:
    return items[number].text if number < len(items) else ""
