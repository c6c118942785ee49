"""Quantities in human language: `steun.dijkgraaf` → "steun van de dijkgraaf"."""

from __future__ import annotations

from geboortespel.words import talks
from geboortespel.words.catalog import N_
from geboortespel.words.titles import Titles

PLAIN = {
    "ronde": N_("round"),
    "fase": N_("phase"),
    "gestopt": N_("stopped"),
    "akkoord": N_("agreement with the market"),
    "besluit": N_("decision"),
    "vorm": N_("form of the alliance"),
    "alles_groen": N_("everything green"),
    "besluitregel": N_("rule of the decision body"),
    "gesprek": N_("talks with the market"),
    "draagvlak": N_("support among those who decide"),
}
OF_ACTOR = {
    "steun": N_("support of {who}"),
    "anker": N_("own conviction of {who}"),
    "relatie": N_("times listened to {who}"),
}
OF_SEAT = {
    "meedoet": N_("{who} takes part"),
    "tijd": N_("time of {who}"),
    "energie": N_("energy of {who}"),
}
HIDDEN_WORDS = (
    "bereik", "herhaald", "gedaan", "gebeurd", "anker", "zorg", "gehoord", "meedoet", "tijd", "relatie", "gesprek",
    "afspraak",
)  # fmt: skip
"""Families whose changes are told in other words than numbers."""


def phrase(name: str, titles: Titles) -> str:
    """The quantity's name for people. Every name of `scenario.names` has one."""
    family, _, rest = name.partition(".")
    tr = titles.tr
    if not rest:
        return _single(name, titles)
    if family in OF_ACTOR:
        return tr(OF_ACTOR[family]).format(who=titles.the_actor(rest))
    if family in OF_SEAT:
        return tr(OF_SEAT[family]).format(who=titles.the_seat(rest))
    return _thing(family, rest, titles)


def _single(name: str, titles: Titles) -> str:
    if name in titles.scenario.aspects:
        return titles.aspect(name)
    if name in titles.scenario.counters:
        return titles.counter(name)
    return titles.tr(PLAIN[name]) if name in PLAIN else titles.aspect(name)


def _thing(family: str, rest: str, titles: Titles) -> str:
    tr = titles.tr
    first, _, second = rest.partition(".")
    match family:
        case "feit":
            return tr("{aspect}, what it is").format(aspect=titles.aspect(rest))
        case "inzicht":
            return tr("{aspect}, what you see of it").format(aspect=titles.aspect(rest))
        case "stand":
            return titles.aspect(rest)
        case "onderbouwd":
            return tr("underpinning of '{argument}'").format(argument=titles.argument(rest))
        case "adviseur":
            return tr("adviser: {adviser}").format(adviser=titles.adviser(rest))
        case "drempel":
            return tr("threshold: {threshold}").format(threshold=titles.threshold(rest))
        case "weerstand":
            return tr("resistance of '{threshold}'").format(threshold=titles.threshold(rest))
        case "gebeurd":
            return tr("happened: {event}").format(event=titles.event(rest))
        case "gedaan":
            return tr("times done: {move}").format(move=titles.move(rest))
        case "zorg":
            return tr("concern '{concern}' of {who}").format(
                concern=titles.concern(second), who=titles.the_actor(first)
            )
        case "gehoord":
            return tr("concern '{concern}' heard at {who}").format(
                concern=titles.concern(second), who=titles.the_actor(first)
            )
        case "herhaald":
            return tr("times '{argument}' was told to {who}").format(
                argument=titles.argument(second), who=titles.the_actor(first)
            )
        case "afspraak":
            return tr("agreed: {issue}").format(issue=talks.issue(titles, rest))
        case "bereik":
            return tr("{seat} reaches {who}").format(seat=titles.the_seat(first), who=titles.the_actor(second))
        case _:
            return titles.aspect(rest)
