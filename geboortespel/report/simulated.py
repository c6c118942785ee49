"""A simulation told to the author: how games ended, what stayed short, what was chosen and what was never used.

Things are called by their ids, as the author wrote them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line, wrap
from geboortespel.words.voice import Voice

WIDTH = 80
LEAST_GAMES = 20
"""How often something must have been done before a share of it says anything."""
MOST_MOVES = 12


def percent(share: float, tr: Translator, digits: int = 1) -> str:
    """`74,3%` in Dutch, `74.3%` in English."""
    said = f"{100 * share:.{digits}f}%"
    return said.replace(".", ",") if tr.language == "nl" else said


def interval(found: Mapping[str, float], tr: Translator) -> str:
    """` 74,3% (71,5-76,9)`."""
    low, high = (percent(found[name], tr).removesuffix("%") for name in ("laag", "hoog"))
    return f"{percent(found['p'], tr):>6} ({low}-{high})"


def told(summary: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    """The lines of `summary.as_dict`."""
    tr = voice.tr
    head = tr("{games} games of {scenario}, played by {player}. Seeds {first} to {last}.")
    first, games = summary["zaad"], summary["aantal"]
    who, last = one_line(summary["speler"]), first + games - 1
    yield head.format(games=games, scenario=summary["scenario"], player=who, first=first, last=last)
    yield tr("Between brackets: where the real share lies, with 95% certainty.")
    yield from _outcomes(summary, voice)
    yield from _short(summary, tr)
    yield from _choices(summary, tr)
    yield from _moves(summary, tr)
    if summary.get("nooit"):
        yield from ("", tr("Never used in these games"))
        yield wrap(", ".join(summary["nooit"]), WIDTH, "  ")


def _outcomes(summary: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    tr = voice.tr
    yield from ("", tr("How they ended"))
    width = max(len(outcome) for outcome in summary["uitkomsten"])
    for outcome, found in summary["uitkomsten"].items():
        yield f"  {outcome:<{width}}  {interval(found, tr)}  {found['aantal']}"
    meant = ", ".join(summary["bedoeld"]["uitkomsten"])
    if meant:
        yield tr("  Meant ({outcomes}): {share}.").format(
            outcomes=meant, share=interval(summary["bedoeld"], tr).strip()
        )
    rounds, green = (f"{summary[name]['gemiddelde']:.1f}" for name in ("rondes", "groen"))
    said = tr("  On average {rounds} rounds and {actions} actions.")
    actions = f"{summary['acties']['gemiddelde']:.0f}"
    yield said.format(rounds=_decimal(rounds, tr), actions=actions)
    if summary["groen"]["verdeling"]:
        yield tr("  On average {green} required aspects green at the end.").format(green=_decimal(green, tr))


def _decimal(said: str, tr: Translator) -> str:
    return said.replace(".", ",") if tr.language == "nl" else said


def _short(summary: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    short = summary["niet_groen"]
    if not short:
        return
    yield from ("", tr("What was not green at the end (red among it)"))
    width = max(len(aspect) for aspect in short)
    for aspect, found in short.items():
        yield f"  {aspect:<{width}}  {percent(found['p'], tr):>6} ({percent(found['rood']['p'], tr)})"


def _choices(summary: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    choices = summary.get("keuzes", {})
    if not choices:
        return
    yield from ("", tr("What was chosen, and how often it then ended as meant"))
    for name, options in choices.items():
        yield f"  {name}"
        width = max(len(option) for option in options)
        for option, found in options.items():
            then = f"  {percent(found['gelukt']['p'], tr):>6}" if found["spellen"] >= LEAST_GAMES else ""
            yield f"    {option:<{width}}  {percent(found['p'], tr):>6}{then}"


def _moves(summary: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    use = {name: found for name, found in summary.get("gebruik", {}).items() if name.count(".") == 1}
    moves = {name.removeprefix("zet."): found["keer"] for name, found in use.items() if name.startswith("zet.")}
    if not any(moves.values()):
        return
    yield from ("", tr("Moves, times a game"))
    often = sorted((move for move in moves if moves[move]), key=lambda move: -moves[move])
    width = max(len(move) for move in often)
    for move in often[:MOST_MOVES]:
        times = _decimal(f"{moves[move] / summary['aantal']:.1f}", tr)
        yield f"  {move:<{width}}  {times:>6}"
    if len(often) > MOST_MOVES:
        yield tr("  and {n} others, each less often").format(n=len(often) - MOST_MOVES)
