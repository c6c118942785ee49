"""How a first year ended, in sentences: the second Apgar, the value in its dimensions, the target against the cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geboortespel.engine.settling import account
from geboortespel.scenario.model import FirstYear
from geboortespel.scenario.names import BIRTH
from geboortespel.words.catalog import N_, Translator
from geboortespel.words.money import million
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.settling import Account
    from geboortespel.engine.view import View
    from geboortespel.market.staffel import Settlement

GRADES = ((60, N_("a lot")), (45, N_("a fair amount")), (30, N_("a little")), (0, N_("hardly anything")))
"""How much a dimension of value came to, from this on."""


def is_year(view: View) -> bool:
    """Whether this is the game of a first year."""
    return isinstance(view.board.scenario, FirstYear)


def hope(voice: Voice, view: View) -> str:
    """What the chance is a chance of: of a birth, or in a first year of a good one."""
    return voice.tr("Chance of a good year") if is_year(view) else voice.tr("Chance of birth")


def score(voice: Voice, view: View) -> str:
    """The second Apgar beside the first; '' when the year has none."""
    parts = view.apgar()
    if not parts:
        return ""
    now, most = sum(parts.values()), 2 * len(parts)
    first = view.value(f"{BIRTH}.apgar")
    if first is None:
        return voice.tr("Second Apgar: {total} of {most}").format(total=now, most=most)
    said = voice.tr("Second Apgar: {total} of {most}; at the birth it was {first}")
    return said.format(total=now, most=most, first=first)


def worth(voice: Voice, view: View) -> Iterator[tuple[str, str]]:
    """What the year was worth: (dimension, how much)."""
    scenario = view.board.scenario
    for name in scenario.values if isinstance(scenario, FirstYear) else ():
        amount = view.value(name) or 0
        grade = next(word for least, word in GRADES if amount >= least)
        yield voice.titles.counter(name), f"{amount}, {voice.tr(grade)}"


def told(voice: Voice, view: View) -> Iterator[str]:
    """Everything about the year, line by line."""
    said = score(voice, view)
    if said:
        yield said
        yield "  " + ", ".join(f"{voice.titles.apgar(part)} {points}" for part, points in view.apgar().items())
    for title, amount in worth(voice, view):
        yield f"{title}: {amount}"
    yield from money(voice, view)


def money(voice: Voice, view: View) -> Iterator[str]:
    """The target and what is expected of the cost; at the end of the year what it came to, and who has what."""
    found = account(view)
    if found is None:
        return
    tr = voice.tr
    if not found.money:
        estimated = found.staffel.target > 0 and found.start.low < found.start.high
        yield _share(found, voice) if estimated else _room(voice, view)
        return
    target, now = found.staffel.target, found.now
    if view.outcome is None:
        said = tr("The work is expected to cost {middle}: between {low} and {high}. The target is {target}.")
        parts = {"low": now.low, "middle": now.middle, "high": now.high, "target": target}
        yield said.format(**{name: million(amount, tr) for name, amount in parts.items()})
        return
    end = found.settled
    yield tr("The target was {target}; a year on the work comes to cost {cost}.").format(
        target=million(target, tr), cost=million(now.middle, tr)
    )
    if end.difference:
        yield _parts(end, tr)
    paid = tr("With their fee of {fee} you pay {paid} in all; exactly on target it would have been {plain}.")
    amounts = {"fee": end.fee, "paid": end.paid, "plain": target + end.fee}
    yield paid.format(**{name: million(amount, tr) for name, amount in amounts.items()})


def _parts(end: Settlement, tr: Translator) -> str:
    """What was saved or is over the target, and who has how much of it."""
    if end.difference > 0:
        said = tr("Saved: {amount}. As you signed it: of that they receive {theirs}, and you keep {ours}.")
    else:
        said = tr("Over the target: {amount}. As you signed it: of that they bear {theirs}, and you {ours}.")
    amounts = {"amount": end.difference, "theirs": end.contractor, "ours": end.client}
    return said.format(**{name: million(abs(amount), tr) for name, amount in amounts.items()})


def _room(voice: Voice, view: View) -> str:
    """Without an estimate: how much room there is in it, as the counter says."""
    scenario = view.board.scenario
    assert isinstance(scenario, FirstYear)
    assert scenario.settling is not None
    counter = scenario.settling.counter
    said = voice.tr("{counter}: {n}. Nought is as estimated; minus a hundred is worse than nine times out of ten.")
    return said.format(counter=voice.titles.counter(counter), n=view.value(counter) or 0)


def _share(found: Account, voice: Voice) -> str:
    """Without euros: the cost in percent of the target, and each side's part of the difference."""
    end, target = found.settled, found.staffel.target
    tr = voice.tr
    if not end.difference:
        return tr("The work comes to cost what was agreed: there is nothing to share.")
    percent = (abs(end.difference) * 200 + target) // (2 * target)
    theirs = (abs(end.contractor) * 200 + abs(end.difference)) // (2 * abs(end.difference))
    if end.difference > 0:
        said = tr("The work costs {n}% less than the target; the market receives {theirs}% of that, you {ours}%.")
    else:
        said = tr("The work costs {n}% more than the target; the market bears {theirs}% of that, you {ours}%.")
    return said.format(n=percent, theirs=theirs, ours=100 - theirs)
