"""What can be asked about, by where one is: the same list for the screen and for line mode."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.scenario.model import PERSPECTIVES
from geboortespel.words.why import births, quantities, talks, votes
from geboortespel.words.why.account import Asked, Group, Reader


def everything(who: Reader) -> list[Group]:
    """What can be asked now: what the moment is about first, then the board."""
    tr, view = who.voice.tr, who.view
    found: list[Group] = []
    if view.waiting == "zitting":
        found.append((tr("At the table"), talks.at_the_table(who)))
    if view.waiting == "slotzin":
        found.append((tr("The vote"), votes.before(who)))
    if view.outcome is not None:
        found.append((tr("The card"), births.card(who)))
    return [group for group in (*found, *board(who)) if group[1]]


def board(who: Reader) -> list[Group]:
    """Every quantity on the board, by heading, in the order of the board."""
    tr, voice, view, scenario = who.voice.tr, who.voice, who.view, who.voice.board.scenario

    def some(names: Sequence[str]) -> list[Asked]:
        return [quantities.asked(who, name) for name in names]

    found: list[Group] = [(voice.titles.perspective(p), _side(who, p)) for p in PERSPECTIVES]
    found.append((tr("Round the table"), some([f"steun.{actor}" for actor in voice.board.actors])))
    found.append((tr("Thresholds"), some([f"weerstand.{threshold}" for threshold in view.thresholds])))
    taking_part = [b for b in scenario.believers if view.value(f"meedoet.{b}")]
    found.append((tr("You"), some([f"{kind}.{b}" for b in taking_part for kind in ("tijd", "energie")])))
    found.append((tr("Counters"), some([c for c in scenario.counters if view.value(c) is not None])))
    deciding = votes.before(who)
    when = [month] if (month := quantities.months(who)) is not None else []
    found.append((tr("Time and decision"), [*when, *[one for one in deciding if not one.key.startswith("steun.")]]))
    return [group for group in found if group[1]]


def _side(who: Reader, perspective: str) -> list[Asked]:
    aspects = [a.id for a in who.voice.board.scenario.aspects.values() if a.perspective == perspective]
    return [quantities.perspective(who, perspective), *(quantities.asked(who, a) for a in aspects)] if aspects else []


def lights(who: Reader) -> list[Group]:
    """The three perspectives with what they are made of: what an echo shows."""
    sides = ((who.voice.titles.perspective(p), _side(who, p)) for p in PERSPECTIVES)
    return [group for group in sides if group[1]]


def find(groups: Sequence[Group], key: str) -> Asked | None:
    """The number with this key."""
    return next((one for _, some in groups for one in some if one.key == key), None)
