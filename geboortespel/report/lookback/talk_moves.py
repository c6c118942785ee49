"""The moves of talk that made the difference, in words: what each gave, and how the talks go without it."""

from __future__ import annotations

from geboortespel.market.afterwards import Course
from geboortespel.report.lookback.bargains import Chart, percent
from geboortespel.report.lookback.difference import Difference, better, differences
from geboortespel.report.lookback.pages import Line, heading, line
from geboortespel.words import talks as words
from geboortespel.words.plain import joined
from geboortespel.words.voice import Voice

MARKS = {1: ("  ▲ ", "groen"), -1: ("  ▼ ", "rood"), 0: ("  · ", "zacht")}


def told(voice: Voice, chart: Chart) -> list[Line]:
    """Trust over the talks, then every kind of move with what came of the talks without it."""
    tr, was, found = voice.tr, chart.course, differences(chart)
    trust = tr("Trust at the table was {first} at the beginning and {last} at the end.")
    lines = [heading(tr("What talking did")), line(trust.format(first=was.opening, last=was.sitting.trust))]
    idle = [item for item in found if item.kind == "thuis" and _same(was, item.other)]
    for item in found:
        if item not in idle:
            mark = MARKS[better(chart, item)]
            lines.append(line(mark, f"{_what(voice, item)} {_without(voice, chart, item)}", hang=4))
    if idle:
        names = joined([f"'{_source(voice, item.source)}' {item.trust:+d}" for item in idle], tr("and"))
        said = tr("Trust that came along to the table: {what}. None of it alone changed how the talks ended.")
        lines.append(line(MARKS[0], said.format(what=names), hang=4))
    if found:
        meant = tr("Worked out by holding the talks again without it, with your offers as they were.")
        learnt = tr("What you learnt from an answer is not counted.")
        lines.append(line((f"{meant} {learnt}", "zacht")))
    return lines


def _same(one: Course, other: Course) -> bool:
    """Whether it ended the same: what lay there counts where there was still something to choose."""
    return one.status == other.status and (one.lies == other.lies or one.status in ("markt-weg", "tijd-op"))


def _what(voice: Voice, item: Difference) -> str:
    """What was done, and the trust it gave or cost."""
    tr, n = voice.tr, item.times
    if item.kind == "thuis":
        brought = tr("'{what}' brought {n} points of trust along to the table.")
        cost = tr("'{what}' had cost {n} points of trust before the talks.")
        here = abs(item.trust)
        return (brought if item.trust >= 0 else cost).format(what=_source(voice, item.source), n=here)
    match item.kind:
        case "waarom":
            said = tr.many("You asked once why something matters to them.", "You asked {n} times why.", n)
        case "vertellen":
            said = tr.many("You told once what something means to you.", "You told {n} times what matters to you.", n)
        case "onverteld":
            return tr.many("You left one question unused.", "You left {n} questions unused.", n)
        case "graag-of-niet":
            said = tr.many("You said once: take it or leave it.", "You said {n} times: take it or leave it.", n)
        case _:
            said = tr.many(
                "Once you put forward what they could not live with.",
                "{n} times you put forward what they could not live with.",
                n,
            )
    trust = ""
    if item.trust > 0:
        trust = tr("That gave {n} points of trust.").format(n=item.trust)
    elif item.trust < 0:
        trust = tr("That cost {n} points of trust.").format(n=-item.trust)
    return f"{said} {trust}".strip()


def _source(voice: Voice, source: tuple[str, ...]) -> str:
    titles = voice.titles
    match source:
        case ("zet", what):
            return titles.move(what)
        case ("keuze", event, choice):
            return f"{titles.event(event)}: {titles.answer(event, choice)}"
        case (_, event):
            return titles.event(event)
        case _:
            return ""


def _without(voice: Voice, chart: Chart, item: Difference) -> str:
    """How the talks go without it."""
    tr, was, other = voice.tr, chart.course, item.other
    asks, asked = (percent(chart.map.second, course.asks) for course in (was, other))
    then = tr("Without it")
    if item.kind == "onverteld":
        then = tr("Spent on telling what weighs most for you,")
    if _same(was, other):
        said = tr("{then} the talks end the same.").format(then=then)
        if asks != asked:
            more = tr("They would have settled for {other} instead of {was}, though.")
            said += " " + more.format(other=asked, was=asks)
    else:
        said = f"{_other_end(voice, chart, other, then)} {_in_vain(voice, chart, item)}".rstrip()
    if item.issues:
        names = joined([f"'{words.issue(voice.titles, issue)}'" for issue in item.issues], tr("and"))
        said += " " + tr("Their offers were drawn by what you told of {issues}.").format(issues=names)
    return said


def _in_vain(voice: Voice, chart: Chart, item: Difference) -> str:
    """Where it made them give way, but in what the client did not need: they had to guess."""
    if min(chart.course.lies, item.other.lies) < 0:
        return ""
    was, other = (chart.map.point(course.lies) for course in (chart.course, item.other))
    gave = percent(chart.map.second, other.second) - percent(chart.map.second, was.second)
    if item.kind == "onverteld" or gave <= 0 or was.first >= other.first:
        return ""
    return voice.tr("It did make them give {n}, but not in what counts for you.").format(n=gave)


def _other_end(voice: Voice, chart: Chart, other: Course, then: str) -> str:
    tr, was = voice.tr, chart.course
    u, v = chart.percent(other.lies) if other.lies >= 0 else (0, 0)
    asks = percent(chart.map.second, other.asks)
    if other.status == "akkoord" and not chart.map.first.acceptable(other.lies):
        said = tr("{then} an offer lies there that is worth {ours} to you: less than a tender.")
    elif other.status == "akkoord":
        said = tr("{then} you agree on something worth {ours} to you and {theirs} to them.")
    elif other.status == "markt-weg":
        said = tr("{then} they get up and leave.")
    elif other.status == "tijd-op":
        said = tr("{then} the time runs out.")
    elif other.lies < 0:
        said = tr("{then} nothing of theirs lies on the table yet.")
    elif was.status == "akkoord":
        said = tr("{then} there is no agreement yet: they still ask {asks}, and offer you {ours}.")
    elif was.status == "markt-weg":
        said = tr("{then} they stay, with an offer worth {ours} to you and {theirs} to them.")
    else:
        said = tr("{then} their last offer is worth {ours} to you and {theirs} to them.")
    return said.format(then=then, ours=u, theirs=v, asks=asks)
