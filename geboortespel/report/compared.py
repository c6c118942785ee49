"""Two scenarios compared, for the author: odds, rules and texts that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geboortespel.report.simulated import WIDTH, percent
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line, wrap

Change = Mapping[str, Any]


def told(found: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    """The lines of what `vergelijk --json` gives."""
    if found["kansen"] is not None:
        yield from _odds(found["kansen"], tr)
    rules, texts = found["regels"], found["teksten"]
    if not rules and not texts:
        yield tr("No rule and no text changed.")
        return
    if rules:
        yield from ("", tr.many("{n} rule changed", "{n} rules changed", len(rules)))
        yield from _changes(rules, tr)
    if texts:
        yield from ("", tr.many("{n} text changed", "{n} texts changed", len(texts)))
        yield from _changes(texts, tr)


def _odds(odds: Mapping[str, Any], tr: Translator) -> Iterator[str]:
    if odds["exact"]:
        yield tr("Odds, played by {player}, exact").format(player=one_line(odds["speler"]))
    else:
        said = tr("Odds, played by {player}, of {games} games each (seeds {first} to {last})")
        first, games = odds["zaad"], odds["aantal"]
        yield said.format(player=one_line(odds["speler"]), games=games, first=first, last=first + games - 1)
    width = max(len(outcome) for outcome in odds["uitkomsten"])
    for outcome, one in odds["uitkomsten"].items():
        yield f"  {outcome:<{width}}  {_pair(one, tr, 1 if odds['exact'] else 0)}{_apart(one['verschil'], tr)}"


def _pair(one: Mapping[str, Any], tr: Translator, digits: int) -> str:
    sides = one["oud"], one["nieuw"]
    shares = [percent(side["p"], tr, digits) if side is not None else tr("absent") for side in sides]
    return " → ".join(f"{share:>4}" for share in shares)


def _apart(gap: Mapping[str, float] | None, tr: Translator) -> str:
    """How far they lie apart, and whether that can be chance."""
    if gap is None or "laag" not in gap:
        return ""
    chance = gap["laag"] <= 0 <= gap["hoog"]
    said = tr("can be chance: {low} to {high}") if chance else tr("changed: {low} to {high}")
    return "   " + said.format(low=_points(gap["laag"]), high=_points(gap["hoog"]))


def _points(share: float) -> str:
    return f"{round(100 * share):+d}"


def _changes(changes: Sequence[Change], tr: Translator) -> Iterator[str]:
    for change in changes:
        was, now = change["was"], change["wordt"]
        if was is not None and now is not None and len(change["pad"]) + len(was) + len(now) < WIDTH - 8:
            yield f"  {change['pad']}: {one_line(was)} → {one_line(now)}"
            continue
        mark = tr("new") if was is None else tr("gone") if now is None else ""
        yield f"  {change['pad']}{f' ({mark})' if mark else ''}"
        for sign, value in (("-", was), ("+", now)):
            if value is not None:
                yield wrap(f"{sign} {one_line(value)}", WIDTH, "    ", "      ")
