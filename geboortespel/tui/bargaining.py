"""What lies on the negotiating table, as rows and lines of content. Pure: from a view, nothing here knows a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.engine.ir import round_half_away
from geboortespel.market.staffel import Spread, Staffel
from geboortespel.tui import marks
from geboortespel.tui.widgets.rows import Item, Row, heading
from geboortespel.words import money
from geboortespel.words import talks as words
from geboortespel.words.plain import safe
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.talk_view import IssueView, TalkView, Worth
    from geboortespel.engine.view import View
    from geboortespel.words.catalog import Translator

BAR = 20
"""Cells of a bar of worth."""
STEPS = 9
"""Steps of the slider over actual costs."""
WEIGHS = {"zwaar": (marks.FULL * 3, "warm"), "gewoon": (marks.FULL * 2 + marks.EMPTY, "zacht"),
          "licht": (marks.FULL + marks.EMPTY * 2, "zacht"), "": (marks.UNKNOWN, "zacht")}  # fmt: skip
"""How heavily an issue weighs for the other side, as marks and a style."""


def head(tr: Translator, talks: TalkView) -> Content:
    """What time is left, and the trust between you."""
    low, high = talks.trust
    turns = tr("offers left {marks}").format(marks=marks.FULL * talks.turns_left or "0")
    asks = tr("questions left {marks}").format(marks=marks.FULL * talks.questions_left or "0")
    trust = tr("trust {low} to {high}").format(low=low, high=high)
    return Content(f" {marks.BETWEEN} ").join([Content(turns), Content(asks), Content.styled(trust, "bold")])


def issues(voice: Voice, tr: Translator, talks: TalkView, width: int, *, tall: bool) -> list[Item]:
    """Both positions, issue by issue, with what changed since the last round."""
    column = 0 if tall or width < 60 else (width * 3 // 5 - 6) // 2
    top = _columns(tr("you"), tr("they"), column) if column else Content("")
    return [heading(tr("Issue"), top), *(_issue(voice, tr, issue, column) for issue in talks.issues)]


def _columns(left: str, right: str, column: int) -> Content:
    return Content.styled(f"{left:<{column}} {right:<{column}}    ", "$zacht")


def _issue(voice: Voice, tr: Translator, issue: IssueView, column: int) -> Item:
    titles = voice.titles
    ours = words.option(titles, issue.id, issue.draft)
    theirs = words.option(titles, issue.id, issue.theirs) if issue.theirs else marks.MORE
    same = bool(issue.theirs) and issue.theirs == issue.draft
    mark, style = WEIGHS[issue.weighs]
    moved = bool(issue.theirs_before) and issue.theirs_before != issue.theirs
    theirs = f"{marks.UP if moved else ''}{theirs}"
    name = Content.styled(words.issue(titles, issue.id), "bold")
    tail = Content.styled(f" {mark:<3}", f"${style}")
    agreed, own = "$groen", "$accent-tekst" if issue.changed else ""
    about = Content(safe(titles.scenario.talk_issues[issue.id].text).strip())
    if column:
        pair = Content.assemble(
            (_fit(ours, column), agreed if same else own), " ", (_fit(theirs, column), agreed if same else "")
        )
        row = Row(name, pair + tail)
    else:
        lines = (tr("you: {option}").format(option=ours), tr("they: {option}").format(option=theirs))
        below = Content.assemble((lines[0], agreed if same else own), "\n", (lines[1], agreed if same else "$zacht"))
        row = Row(name, tail, below, hang=2)
    return Item(f"issue:{issue.id}", row, _explained(voice, tr, issue, about))


def _fit(text: str, width: int) -> str:
    return text[: width - 1] + marks.MORE if len(text) > width else f"{text:<{width}}"


def _explained(voice: Voice, tr: Translator, issue: IssueView, about: Content) -> Content:
    """The issue in full: the options as they lie there, and what you know of the other side."""
    titles = voice.titles
    parts = [Content.styled(words.issue(titles, issue.id), "bold") + Content(". ") + about]
    parts.append(Content(tr("You: {option}.").format(option=words.option(titles, issue.id, issue.draft))))
    if issue.theirs:
        parts.append(Content(tr("They: {option}.").format(option=words.option(titles, issue.id, issue.theirs))))
    if issue.weighs:
        parts.append(Content(tr(words.WEIGHS[issue.weighs])))
    return Content(" ").join(parts)


def worths(tr: Translator, talks: TalkView) -> Content:
    """Your own value of both offers as bars, with the ordinary tender as a line."""
    lines = [_bar(tr("Your draft"), talks.draft_worth)]
    theirs = talks.theirs_worth
    if theirs is None:
        lines.append(Content.styled(tr("They have not offered anything yet."), "$zacht"))
    else:
        lines.append(_bar(tr("Their offer"), theirs))
    line = tr("{mark} is what an ordinary tender is worth to you").format(mark="│")
    worth = talks.draft_worth
    lines.append(Content.styled(" " * (14 + round_half_away(BAR * worth.reservation, worth.best)) + line, "$zacht"))
    return Content("\n").join(lines)


def _bar(name: str, worth: Worth) -> Content:
    value, line = (round_half_away(BAR * n, worth.best) for n in (worth.value, worth.reservation))
    percent = round_half_away(100 * worth.value, worth.best)
    style = "$groen" if worth.value >= worth.reservation else "$rood"
    cells = [marks.SOLID if n < value else marks.PALE for n in range(BAR)]
    drawn = "".join(cells[:line]) + "│" + "".join(cells[line:])
    return Content.assemble((f"{name:<14}", "bold"), (drawn, style), (f" {percent:>3}", "bold"))


# -- the staffel -------------------------------------------------------------------------------------------------------


def costs(staffel: Staffel, spread: Spread) -> list[int]:
    """Actual costs of the slider, from well under P10 to well over P90, those and P50 and the target among them."""
    low, high = spread.p10 * 9 // 10, spread.p90 * 11 // 10
    step = max(1, (high - low) // STEPS)
    return sorted({*range(low, high + 1, step), spread.p10, spread.p50, spread.p90, staffel.target})


def staffel_rows(voice: Voice, staffel: Staffel, spread: Spread, width: int) -> list[Item]:
    """The staffel as a plot that is read downwards: for each actual cost the market's part, left of the line what they
    pay, right of it what they receive. The cursor is the slider."""
    tr, every = voice.tr, costs(staffel, spread)
    ends = [staffel.settle(cost) for cost in every]
    most = max(1, *(abs(end.contractor) for end in ends))
    room = max(6, (width - 22) // 2)
    items = []
    for end in ends:
        size = round_half_away(room * abs(end.contractor), most)
        left = marks.SOLID * size if end.contractor < 0 else ""
        right = marks.SOLID * size if end.contractor > 0 else ""
        mark = _at(end.actual, staffel, spread)
        plot = Content.assemble((f"{left:>{room}}", "$rood"), "│", (f"{right:<{room}}", "$groen"))
        name = Content(f"{money.million(end.actual, tr):>9} ") + Content.styled(f"{mark:<4}", "$zacht")
        items.append(Item(f"cost:{end.actual}", Row(name + plot), Content(money.ended(end, tr))))
    return items


def _at(cost: int, staffel: Staffel, spread: Spread) -> str:
    """The name of a cost on the slider."""
    if cost == staffel.target:
        return "TAB"
    near = {spread.p10: "P10", spread.p50: "P50", spread.p90: "P90"}
    return near.get(cost, "")


# -- choosing ----------------------------------------------------------------------------------------------------------


def options(
    voice: Voice, view: View, issue_id: str, why_not: Callable[[str], str]
) -> tuple[list[Item], dict[str, Action]]:
    """The ways to settle an issue: those that may be written down, and the others with why not."""
    titles, issue = voice.titles, voice.board.scenario.talk_issues[issue_id]
    may = {action.choice: action for action in view.legal if action.what == "bod" and action.target == issue_id}
    items, actions = [], {}
    for number, (option_id, option) in enumerate(issue.options.items(), 1):
        open_ = option_id in may
        name = Content.styled(f"{number if open_ else marks.NO} ", "$zacht")
        name += Content.styled(words.option(titles, issue_id, option_id), "bold" if open_ else "$zacht")
        told = safe(option.text).strip() if open_ else why_not(option_id)
        below = Content.styled(told, "$zacht") if told else None
        item = Item(f"option:{option_id}", Row(name, None, below, hang=2, wrap=True), heading=not open_)
        items.append(item)
        if open_:
            actions[item.id] = may[option_id]
    return items, actions


def about_what(voice: Voice, view: View, what: str) -> tuple[list[Item], dict[str, Action]]:
    """Issues to ask about ('waarom') or to tell about ('vertellen')."""
    items, actions = [], {}
    for number, action in enumerate((a for a in view.legal if a.what == what), 1):
        name = Content.styled(f"{number} ", "$zacht") + Content(words.issue(voice.titles, action.target))
        items.append(Item(f"about:{action.target}", Row(name)))
        actions[items[-1].id] = action
    return items, actions
