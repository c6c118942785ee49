"""What lies on the negotiating table, as rows and lines of content. Pure: from a view, nothing here knows a screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
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
FEWEST, MOST = 9, 28
"""Steps of the slider over actual costs."""
NAME = 14
"""Cells of a cost and its name."""
BESIDE = 8
"""Cells of a row beside an issue's title and both positions: spaces, the weight, a scroll bar.

What stands at the right of a row has three fifths of it at the most: see `Row`.
"""
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
    """Both positions, issue by issue, with what changed since the last round. Side by side, or below each other where
    that does not fit; `tall` has room for what they said of it, below."""
    longest = max((cell_len(words.issue(voice.titles, issue.id)) for issue in talks.issues), default=0)
    column = min(30, (width - longest - BESIDE) // 2, (width * 3 // 5 - 5) // 2) if width >= 60 else 0
    top = _columns(tr("you"), tr("they"), column) if column else Content("")
    rows = (_issue(voice, tr, talks, issue, (column, width), tall) for issue in talks.issues)
    return [heading(tr("Issue"), top), *rows]


def _columns(left: str, right: str, column: int) -> Content:
    return Content.styled(f"{left:<{column}} {right:<{column}}    ", "$zacht")


def _issue(voice: Voice, tr: Translator, talks: TalkView, issue: IssueView, room: tuple[int, int], tall: bool) -> Item:
    """`room`: cells of a column (0: below each other) and of the row."""
    titles, (column, width) = voice.titles, room
    ours = words.option(titles, issue.id, issue.draft)
    theirs = words.option(titles, issue.id, issue.theirs) if issue.theirs else marks.MORE
    same = bool(issue.theirs) and issue.theirs == issue.draft
    mark, style = WEIGHS[issue.weighs]
    moved = bool(issue.theirs_before) and issue.theirs_before != issue.theirs
    moved_mark = marks.UP if moved else ""
    name = Content.styled(words.issue(titles, issue.id), "bold")
    tail = Content.styled(f" {mark:<3}", f"${style}")
    own = "$rood" if issue.refused and issue.refused == issue.draft else "$accent-tekst" if issue.changed else ""
    left, right = ("$groen", "$groen") if same else (own, "" if column else "$zacht")
    heard = [why for _, why in words.interests(titles, talks.party, issue.id)] if issue.weighs else []
    said = [Content.styled(f'"{why}"', "$zacht italic") for why in heard] or [Content(" ")] if tall else []
    if column:
        pair, *rest = _pair((ours, left), (theirs, right), moved_mark, column)
        before = Content(" " * max(0, width - 2 - tail.cell_length - pair.cell_length))
        below = [before + line for line in rest] + (said if heard or not rest else [])
        row = Row(name, pair + tail, Content("\n").join(below), hang=2)
    else:
        lines = (tr("you: {option}").format(option=ours), tr("they: {option}").format(option=f"{moved_mark}{theirs}"))
        pair = Content.assemble((lines[0], left), "\n", (lines[1], right))
        row = Row(name, tail, Content("\n").join([pair, *said]), hang=2)
    return Item(f"issue:{issue.id}", row, _explained(voice, tr, talks, issue))


def _pair(ours: tuple[str, str], theirs: tuple[str, str], moved: str, column: int) -> list[Content]:
    """Two texts with their styles beside each other, over as many lines as they need; `moved` stands between them."""
    texts = [wrap(text, column) or [""] for text, _ in (ours, theirs)]
    return [
        Content.assemble(
            (f"{left:<{column}}", ours[1]), ((moved if n == 0 else "") or " ", theirs[1]),
            (f"{right:<{column}}", theirs[1]),
        )
        for n, (left, right) in enumerate(zip_longest(*texts, fillvalue=""))
    ]  # fmt: skip


def _explained(voice: Voice, tr: Translator, talks: TalkView, issue: IssueView) -> Content:
    """The issue in full: the options as they lie there, and what you know of the other side."""
    titles = voice.titles
    told = [safe(titles.scenario.talk_issues[issue.id].text).strip()]
    told.append(tr("You: {option}.").format(option=words.option(titles, issue.id, issue.draft)))
    if issue.theirs:
        told.append(tr("They: {option}.").format(option=words.option(titles, issue.id, issue.theirs)))
    if issue.refused:
        refused = words.option(titles, issue.id, issue.refused)
        told.append(tr("They will not live with: {option}.").format(option=refused))
    if issue.weighs:
        told.append(tr(words.WEIGHS[issue.weighs]))
    return Content.styled(words.issue(titles, issue.id), "bold") + Content(". " + " ".join(filter(None, told)))


def worths(tr: Translator, talks: TalkView, width: int) -> Content:
    """Your own value of both offers as bars, with the ordinary tender as a line."""
    names = tr("Your draft"), tr("Their offer")
    room = max(map(len, names)) + 1
    legend = Content.styled(tr("{mark} ordinary contract").format(mark="│"), "$zacht")
    ours = _bar(f"{names[0]:<{room}}", talks.draft_worth)
    if ours.cell_length + legend.cell_length + 3 <= width:
        ours += Content("   ") + legend
    theirs = talks.theirs_worth
    if theirs is None:
        return ours + Content("\n") + Content.styled(tr("They have not offered anything yet."), "$zacht")
    return ours + Content("\n") + _bar(f"{names[1]:<{room}}", theirs)


def _bar(name: str, worth: Worth) -> Content:
    value, line = (round_half_away(BAR * n, worth.best) for n in (worth.value, worth.reservation))
    percent = round_half_away(100 * worth.value, worth.best)
    style = "$groen" if worth.value >= worth.reservation else "$rood"
    cells = [marks.SOLID if n < value else marks.PALE for n in range(BAR)]
    drawn = "".join(cells[:line]) + "│" + "".join(cells[line:])
    return Content.assemble((name, "bold"), (drawn, style), (f" {percent:>3}", "bold"))


# -- the staffel -------------------------------------------------------------------------------------------------------


def costs(staffel: Staffel, spread: Spread, steps: int) -> list[int]:
    """Actual costs of the slider, from well under P10 to well over P90: the named ones, and even steps between them."""
    low, high = spread.p10 * 9 // 10, spread.p90 * 11 // 10
    step = max(1, (high - low) // steps)
    named = {spread.p10, spread.p50, spread.p90, staffel.target}
    even = (cost for cost in range(low, high + 1, step) if all(2 * abs(cost - one) > step for one in named))
    return sorted({*even, *named})


def staffel_rows(voice: Voice, staffel: Staffel, spread: Spread, width: int, height: int) -> list[Item]:
    """The staffel as a plot that is read downwards: for each actual cost the market's part, left of the line what they
    pay, right of it what they receive. The cursor is the slider."""
    tr, every = voice.tr, costs(staffel, spread, max(FEWEST, min(MOST, height - 4)))
    ends = [staffel.settle(cost) for cost in every]
    most = max(1, *(abs(end.contractor) for end in ends))
    amounts = [money.bare(abs(end.contractor), tr) if end.contractor else "" for end in ends]
    number = max(map(len, amounts)) + 1
    room = max(6, (width - NAME - 1) // 2)
    items = []
    for end, amount in zip(ends, amounts, strict=True):
        drawn = marks.SOLID * max(1, round_half_away(max(1, room - number) * abs(end.contractor), most))
        left = f"{amount} {drawn}" if end.contractor < 0 else ""
        right = f"{drawn} {amount}" if end.contractor > 0 else ""
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
) -> tuple[list[Item], dict[str, Action], dict[str, str]]:
    """The ways to settle an issue, those that may be written down, and of the others (by their digit) why not."""
    titles, issue = voice.titles, voice.board.scenario.talk_issues[issue_id]
    may = {action.choice: action for action in view.legal if action.what == "bod" and action.target == issue_id}
    items, actions, closed = [], {}, {}
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
        else:
            closed[str(number)] = told
    return items, actions, closed


def about_what(voice: Voice, view: View, what: str) -> tuple[list[Item], dict[str, Action]]:
    """Issues to ask about ('waarom') or to tell about ('vertellen')."""
    items, actions = [], {}
    for number, action in enumerate((a for a in view.legal if a.what == what), 1):
        name = Content.styled(f"{number} ", "$zacht") + Content(words.issue(voice.titles, action.target))
        items.append(Item(f"about:{action.target}", Row(name)))
        actions[items[-1].id] = action
    return items, actions
