"""What the facilitator noted and did while it was played, each with its moment."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import Past
from geboortespel.report.lookback.turning import label
from geboortespel.session.facilitating import BROUGHT, DEBRIEFED, LOOK, NOTE, PAUSE
from geboortespel.session.moments import Moment
from geboortespel.words.plain import one_line
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice


@frozen
class Mark:
    """Something of the facilitator's: its kind, the text of a note, its round and moment. A pause is one mark."""

    kind: str
    text: str
    round: int
    moment: Moment


def marks(past: Past) -> list[Mark]:
    """All of them in order, notes on branches that were left included. What was said after the end comes last."""
    found = []
    for remark in past.remarks:
        over = remark.kind == PAUSE and remark.data.get("wat") == "einde"
        if remark.kind in (NOTE, LOOK, PAUSE) and not over:
            text = one_line(str(remark.data.get("tekst", "")))
            found.append(Mark(remark.kind, text, past.round_of(remark.moment), remark.moment))
    found += [
        Mark(BROUGHT, "", past.round_of(moment), moment)
        for moment in past.way
        if moment.action is not None and moment.action.kind == BROUGHT
    ]
    return sorted(found, key=lambda mark: mark.moment.line)


def notes(past: Past) -> list[Mark]:
    """The notes alone."""
    return [mark for mark in marks(past) if mark.kind == NOTE and mark.text]


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """By round, then what was written down in the debriefing; nothing when the facilitator left no mark."""
    found = marks(past)
    groups = []
    for number in dict.fromkeys(mark.round for mark in found):
        rows = [heading(capital(voice.titles.round_name(number)))]
        for mark in found:
            if mark.round == number:
                rows += _mark(voice, past, mark)
        groups.append(rows)
    said = [one_line(str(data.get("tekst", ""))) for kind, data in past.session.remarks if kind == DEBRIEFED]
    if said:
        groups.append([heading(voice.tr("In the debriefing")), *(line("  • ", text, hang=4) for text in said)])
    return parted(groups)


def _mark(voice: Voice, past: Past, mark: Mark) -> Iterator[Line]:
    tr = voice.tr
    if mark.kind == BROUGHT:
        assert mark.moment.action is not None
        said = label(voice, past, past.now.cause(mark.moment.action.key))
        yield line(("  ◆ ", "oranje"), tr("Card laid on the table: {event}.").format(event=said), hang=4)
        return
    match mark.kind:
        case "notitie":
            yield line(("  • ", "naam"), f"“{mark.text}”", hang=4)
        case "pauze":
            yield line(("  ○ ", "zacht"), tr("A pause."), hang=4)
        case _:
            yield line(("  ◇ ", "zacht"), tr("A look at what the players can't see."), hang=4)
    when = before(voice, past, mark.moment)
    if when:
        yield line(("    " + when, "zacht"), hang=4)


def before(voice: Voice, past: Past, moment: Moment) -> str:
    """After what it was said: `after listening: dijkgraaf`; '' before the first move."""
    last = past.session.moments.last_act(moment.line)
    if last is None or last.action is None:
        return ""
    said = label(voice, past, past.now.cause(last.action.key))
    return voice.tr("after: {deed}").format(deed=said[:1].lower() + said[1:])
