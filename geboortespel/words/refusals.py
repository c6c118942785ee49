"""Why something can't be done now: the engine's refusals in human language, with what does fit where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.words import talks
from geboortespel.words.titles import Titles

if TYPE_CHECKING:
    from geboortespel.engine.actions import Refusal


def phrase(refusal: Refusal, titles: Titles) -> str:
    """One sentence for the player."""
    tr, parts = titles.tr, refusal.parts
    first = parts[0] if parts else ""
    match refusal.code:
        case "niet_nu":
            return tr("That can't be done now: the game waits for something else.")
        case "doet_niet_mee":
            return tr("{who} does not take part (yet).").format(who=capital(titles.the_seat(first)))
        case "gepast":
            return tr("{who} is done for this round.").format(who=capital(titles.the_seat(first)))
        case "tijd":
            return tr("There is not enough time left this round.")
        case "energie":
            return tr("There is not enough energy left. Catch your breath first.")
        case "kost":
            amount = parts[1] if len(parts) > 1 else ""
            return tr("It costs {amount} {what}, and you don't have that.").format(
                amount=amount, what=titles.counter(first)
            )
        case "bereik":
            return tr("{who} is out of reach. Somebody has to open that door first.").format(
                who=capital(titles.the_actor(first))
            )
        case "onderbouwing":
            return tr("'{argument}' is not underpinned yet.").format(argument=titles.argument(first))
        case "vaker_niet":
            return tr("'{move}' can't be done again.").format(move=titles.move(first))
        case "al_gedaan":
            return tr("That has been done already.")
        case "steun":
            return tr("{who} is not ready for that yet.").format(who=capital(titles.the_actor(first)))
        case "eis":
            return tr("'{what}' is not possible yet.").format(what=_required(first, titles))
        case _:
            return talks.refusal(titles, refusal.code, parts) or tr("That can't be done now.")


def _required(what: str, titles: Titles) -> str:
    if what == "langer":
        return titles.tr("Stay a round longer")
    for name, things in (
        ("move", titles.scenario.moves),
        ("argument", titles.scenario.arguments),
        ("adviser", titles.scenario.advisers),
    ):
        if what in things:
            return str(getattr(titles, name)(what))
    return titles.aspect(what)


def capital(text: str) -> str:
    """With a capital to begin a sentence."""
    return text[:1].upper() + text[1:]
