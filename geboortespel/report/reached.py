"""What can be reached, told to the author: ways to each outcome, what is proven out of reach, what was not found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line, wrap

WIDTH = 80
KINDS = {
    "uitkomst": (N_("outcome"), N_("outcomes")),
    "zet": (N_("move (with what it is aimed at)"), N_("moves (with what they are aimed at)")),
    "uitslag": (N_("result of a move"), N_("results of moves")),
    "gok": (N_("guess"), N_("guesses")),
    "gebeurtenis": (N_("event"), N_("events")),
    "kaart": (N_("card"), N_("cards")),
    "keuze": (N_("answer"), N_("answers")),
    "drempel_zichtbaar": (N_("threshold that shows itself"), N_("thresholds that show themselves")),
    "drempel_weg": (N_("threshold overcome"), N_("thresholds overcome")),
    "route": (N_("route"), N_("routes")),
    "poort": (N_("answer at a gate"), N_("answers at gates")),
    "poort_niet": (N_("gate passed unready"), N_("gates passed unready")),
    "afspraak": (N_("agreement"), N_("agreements")),
    "partij": (N_("market party"), N_("market parties")),
}
REASONS = {
    "eis": N_("asked is '{asked}', while {name} is {low} at least and {high} at most{sum}"),
    "altijd": N_("it never fails: {name} is {low} at least and {high} at most{sum}"),
    "hangt_aan": N_("it hangs on {thing}, which is out of reach"),
    "bondgenoot": N_("{ally} is never there"),
    "toestanden": N_("all {states} states were gone through"),
}


def told(found: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    """The lines of `reach.data.as_dict`."""
    said = tr("What can be reached in {scenario}, from {games} games.")
    yield said.format(scenario=found["scenario"], games=found["aantal"])
    if found["toestanden"]:
        yield tr("All {states} states were gone through as well.").format(states=found["toestanden"])
    yield from _ways(found, tr)
    things = found["dingen"]
    yield from ("", tr("Reached"))
    counted = Counter(thing.split(".")[0] for thing, item in things.items() if item["status"] == "bereikbaar")
    whole = Counter(thing.split(".")[0] for thing in things)
    for kind, (one, more) in KINDS.items():
        if whole[kind]:
            name = tr(one) if whole[kind] == 1 else tr(more)
            yield tr("  {n} of {whole} {name}").format(n=counted[kind], whole=whole[kind], name=name)
    proven = {thing: item["reden"] for thing, item in things.items() if item["status"] == "onbereikbaar"}
    if proven:
        yield from ("", tr("Proven out of reach"))
        for thing, why in proven.items():
            yield wrap(f"{thing}: {reason(why, tr)}", WIDTH, "  ", "    ")
    missing = [thing for thing, item in things.items() if item["status"] == "niet_gevonden"]
    if missing:
        yield from ("", tr("Not found in {games} games, which proves nothing").format(games=found["aantal"]))
        yield wrap(", ".join(missing), WIDTH, "  ")


def _ways(found: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    yield from ("", tr("Shortest known way to each outcome"))
    width = max((len(outcome) for outcome in found["uitkomsten"]), default=0)
    for outcome, way in found["uitkomsten"].items():
        said = tr.many("{n} action", "{n} actions", way["acties"])
        rounds = tr.many("{n} round", "{n} rounds", way["rondes"])
        shortest = tr(", and no way is shorter") if way["minst"] == way["acties"] else ""
        if way["minst"] and not shortest:
            shortest = tr(", and none takes fewer than {n}").format(n=way["minst"])
        yield f"  {outcome:<{width}}  {said}, {rounds}{shortest}"


def reason(why: Mapping[str, str], tr: Translator) -> str:
    """Why something is out of reach, in a line."""
    parts = {"asked": "", "name": "", "low": "", "high": "", "sum": "", **why}
    said = REASONS[why["code"]]
    return one_line(tr(said).format(**parts))
