"""The negotiation afterwards, in words: the map, the offers one by one, what it was worth, and what was left."""

from __future__ import annotations

from collections.abc import Iterator

from geboortespel.report.lookback import plot, sheet, talk_moves, worth
from geboortespel.report.lookback.bargains import Bargain, Chart, Offer, bargains, percent
from geboortespel.report.lookback.pages import BLANK, Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.words import talks as words
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


def told(voice: Voice, past: Past, *, drawn: bool) -> list[Line]:
    """Every negotiation of the game; `drawn` false: without the map."""
    found = bargains(past)
    if not found:
        return [line(voice.tr("You did not sit down with the market in this game."))]
    return [
        text for n, bargain in enumerate(found) for text in ([BLANK] * bool(n) + _bargain(voice, past, bargain, drawn))
    ]


def _bargain(voice: Voice, past: Past, bargain: Bargain, drawn: bool) -> list[Line]:
    head = [heading(title(voice, bargain)), line(_ended(voice, past, bargain))]
    if not past.finished:
        secret = voice.tr("What your offers were worth to them stays with them until the game has ended.")
        return parted([head, list(_offers(voice, past, bargain)), [line((secret, "zacht"))]])
    chart = Chart(past, bargain)
    pages = [_map(voice, chart)] if drawn else []
    pages += [worth.told(voice, chart), talk_moves.told(voice, chart)]
    return parted([head, *pages, list(_offers(voice, past, bargain, chart))])


def picture(voice: Voice, past: Past) -> str:
    """The maps of a game that has ended as SVG; '' when nobody sat down."""
    charts = [(title(voice, bargain), Chart(past, bargain)) for bargain in bargains(past) if bargain.offers]
    return sheet.picture(charts, voice.tr) if charts else ""


def title(voice: Voice, bargain: Bargain) -> str:
    """Who sat there, how often and when."""
    tr, titles = voice.tr, voice.titles
    names = joined([titles.round_name(n) for n in dict.fromkeys(bargain.rounds)], tr("and"))
    times = tr.many("{n} sitting", "{n} sittings", len(bargain.rounds))
    party = words.party_title(titles, bargain.party)
    return tr("{party}: {sittings} ({rounds})").format(party=party, sittings=times, rounds=names)


def _ended(voice: Voice, past: Past, bargain: Bargain) -> str:
    """How the talks ended, in a sentence or two."""
    tr = voice.tr
    match bargain.status:
        case "akkoord":
            mine = [offer for offer in bargain.offers if offer.ours == (bargain.last_deed != "aannemen")]
            said = {
                "aannemen": tr("Agreed: you took their offer {mark}."),
                "voorleggen": tr("Agreed: they took your offer {mark}."),
            }.get(bargain.last_deed, tr("Agreed: they took your offer {mark}, take it or leave it."))
            return said.format(mark=mine[-1].mark)
        case "markt-weg":
            left = words.note(voice.titles, bargain.party, "weg", (bargain.reason, "", "", bargain.issue))
            rubs = tr("It pinched most at '{issue}'.").format(issue=words.issue(voice.titles, bargain.issue))
            gone = tr("They left.")
            return f"{gone} {left} {rubs}"
        case "tijd-op":
            return tr("The time was up before you agreed.")
        case _:
            return tr("You did not come back to the table.") if past.finished else tr("You are still talking.")


# -- the map and the offers --------------------------------------------------------------------------------------------


def _map(voice: Voice, chart: Chart) -> list[Line]:
    tr = voice.tr
    lines = plot.drawn(chart, tr("worth to you →"), tr("↑ worth to them"))
    keys = [tr("1, 2: your offers"), tr("a, b: theirs")]
    if chart.bargain.agreed >= 0:
        keys.append(tr("{mark}: agreed").format(mark=plot.AGREED))
    keys += [tr("+: the frontier, where better for one is worse for the other"), tr("lines: an ordinary tender")]
    seen = "".join(text.plain for text in lines[1:-1])
    keys += [tr("N: the largest product of both gains (Nash)")] * ("N" in seen)
    keys += [tr("K: shared in proportion (Kalai-Smorodinsky)")] * ("K" in seen)
    return [*lines, line(("; ".join(keys) + ".", "zacht"))]


def _offers(voice: Voice, past: Past, bargain: Bargain, chart: Chart | None = None) -> Iterator[Line]:
    """The table of offers: mark, who, what it was worth to you and to them, when, and what changed."""
    tr, talks = voice.tr, past.game.talks
    assert talks is not None
    you, they, agreed, tender = tr("you"), tr("they"), tr("agreed"), tr("tender")
    yield heading(tr("Offer by offer"))
    head = f"    {'':<8}{you:>7}" + (f"{they:>6}" if chart else "")
    yield line((head, "zacht"), drawn=True)
    last: dict[bool, int] = {}
    for offer in bargain.offers:
        ours = percent(talks.client, talks.client(offer.code))
        theirs = f"{chart.percent(offer.code)[1]:>6}" if chart else ""
        columns = f"{you if offer.ours else they:<8}{ours:>7}{theirs}   "
        said = _said(voice, past, offer, last.get(offer.ours))
        yield line((f"  {offer.mark} ", "naam" if offer.ours else "oranje"), columns, said, hang=4 + len(columns))
        last[offer.ours] = offer.code
    if chart and bargain.agreed >= 0:
        u, v = chart.percent(bargain.agreed)
        yield line((f"  {plot.AGREED} {agreed:<8}{u:>7}{v:>6}", "einde"))
    if chart:
        u, v = chart.bounds
        yield line((f"    {tender:<8}{u:>7}{v:>6}   ", "zacht"), (tr("an ordinary tender"), "zacht"), hang=4)


def _said(voice: Voice, past: Past, offer: Offer, before: int | None) -> str:
    """The round, what kind of offer, and what it changed since the last of that side."""
    tr, talks = voice.tr, past.game.talks
    assert talks is not None
    parts = [capital(voice.titles.round_name(offer.round))]
    if offer.forced:
        parts.append(tr("take it or leave it"))
    if before is None:
        parts.append(tr("the first"))
    elif before == offer.code:
        parts.append(tr("the same"))
    else:
        parts.append(words.changes(voice.titles, talks.space, before, offer.code))
    return ": ".join([parts[0], ", ".join(parts[1:])]) + "."


# -- for the timeline --------------------------------------------------------------------------------------------------


def sittings(voice: Voice, past: Past) -> list[Line]:
    """A line for every sitting: what was put forward, what was answered, and what it was worth to the client."""
    found = bargains(past)
    lines = [heading(voice.tr("At the table with the market"))] if found else []
    for bargain in found:
        lines += [_sitting(voice, past, bargain, number) for number in range(len(bargain.meetings))]
    return lines


def _sitting(voice: Voice, past: Past, bargain: Bargain, number: int) -> Line:
    tr, talks = voice.tr, past.game.talks
    assert talks is not None
    parts = []
    for offer in bargain.offers:
        if offer.sitting == number:
            ours, theirs = (
                tr("you put forward offer {mark}, worth {worth} to you"),
                tr("they came with offer {mark}, worth {worth}"),
            )
            said = ours if offer.ours else theirs
            parts.append(said.format(mark=offer.mark, worth=percent(talks.client, talks.client(offer.code))))
    deeds = [step.deed for step in bargain.meetings[number].steps if step.deed in ("waarom", "vertellen")]
    if deeds:
        parts.insert(0, tr.many("{n} question or explanation", "{n} questions and explanations", len(deeds)))
    last = number == len(bargain.meetings) - 1
    ended = {"akkoord": tr("Agreed."), "markt-weg": tr("They left."), "tijd-op": tr("The time was up.")}
    party = words.party_title(voice.titles, bargain.party)
    head = f"  {capital(voice.titles.round_name(bargain.rounds[number]))}, {party}: "
    said = capital("; ".join(parts)) + "." if parts else tr("Nothing was put forward.")
    return line((head, "naam"), " ".join(filter(None, (said, ended.get(bargain.status, "") if last else ""))), hang=4)
