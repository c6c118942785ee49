"""The negotiating table in line mode: both positions issue by issue, then what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from geboortespel.engine.ir import round_half_away
from geboortespel.lines import why
from geboortespel.lines.choose import Question, Row, choose
from geboortespel.words import money, shares
from geboortespel.words import talks as words
from geboortespel.words.plain import safe
from geboortespel.words.why import talks as reasons

if TYPE_CHECKING:
    from geboortespel.engine.actions import Action
    from geboortespel.engine.talk_view import IssueView, TalkView, Worth
    from geboortespel.engine.view import View
    from geboortespel.lines.play import Play

OPENS = ("bod", "waarom", "vertellen")
"""What has a list of its own behind it."""


def ask(play: Play, view: View) -> None:
    """One thing that is done at the table; who sits there without people is played by the computer."""
    seat = view.to_act[0]
    if seat not in play.seats:
        play.stand_in()
        return
    seen = play.session.view(seat)
    assert seen.talks is not None
    last = play.session.moments.last_act(play.session.line)
    done = last.action if last is not None else None
    for line in brief(play, seen.talks, done.target) if done is not None and done.what == "bod" else ():
        play.terminal.say(line)
    if done is None or done.what not in OPENS:
        play.terminal.gap()
        for line in board(play, seen.talks):
            play.terminal.say(line)
    if talks_refused := _refused(play, seen):
        play.terminal.say(talks_refused)
    action = view.legal[0] if len(view.legal) == 1 else None  # only adjourning is left
    while action is None:
        action = _choose(play, seen)
    play.act(action)


def _refused(play: Play, view: View) -> str:
    """Why their offer can't be taken, when one lies there; '' when it can."""
    assert view.talks is not None
    take = next(
        action for action in play.session.game.actions if action.seat == view.seat and action.what == "aannemen"
    )
    reason = play.session.game.refusal(play.session.state, take)
    if view.talks.theirs_worth is None or reason is None or not view.talks.put_forward:
        return ""
    said = play.tr("You can't take their offer. {why}")
    return said.format(why=play.voice.refusal(reason))


def brief(play: Play, talks: TalkView, issue_id: str) -> Iterator[str]:
    """What a change made of the draft."""
    yield next(_issue(play, issue) for issue in talks.issues if issue.id == issue_id)
    yield play.tr("Your draft, worth to you: {worth}.").format(worth=scale(play, talks.draft_worth))


def board(play: Play, talks: TalkView) -> Iterator[str]:
    """How it lies on the table, a line for every issue."""
    tr, titles = play.tr, play.voice.titles
    head = tr("At the table with {party}. Offers left: {n}; questions left: {q}.")
    yield head.format(party=words.the_party(titles, talks.party), n=talks.turns_left, q=talks.questions_left)
    for issue in talks.issues:
        yield _issue(play, issue)
    worth = talks.draft_worth
    yield tr("Your draft, worth to you: {worth}.").format(worth=scale(play, worth))
    if talks.theirs_worth is not None:
        yield tr("Their offer, worth to you: {worth}.").format(worth=scale(play, talks.theirs_worth))
    low, high = talks.trust
    yield tr("Trust between you: between {low} and {high}.").format(low=low, high=high)


def scale(play: Play, worth: Worth) -> str:
    """`64 of 100; an ordinary tender: 35`."""
    value, low = (round_half_away(100 * n, worth.best) for n in (worth.value, worth.reservation))
    return play.tr("{value} of 100; an ordinary tender: {low}").format(value=value, low=low)


def _issue(play: Play, issue: IssueView) -> str:
    tr, titles = play.tr, play.voice.titles

    def named(option: str) -> str:
        return words.option(titles, issue.id, option).lower()

    said = tr("{issue}: you {draft}").format(issue=words.issue(titles, issue.id), draft=named(issue.draft))
    if issue.theirs:
        said += "; " + tr("they {theirs}").format(theirs=named(issue.theirs))
    if issue.theirs_before and issue.theirs_before != issue.theirs:
        said += " " + tr("(was {before})").format(before=named(issue.theirs_before))
    if issue.weighs:
        said += "; " + {"zwaar": tr("weighs heavily for them"), "gewoon": tr("counts for them")}.get(
            issue.weighs, tr("hardly weighs for them")
        )
    return f"{said}."


def _choose(play: Play, view: View) -> Action | None:
    """The action chosen; None when the player went back."""
    tr = play.tr
    legal = [action for action in view.legal if action.what != "verdagen"]
    kinds = list(dict.fromkeys(action.what for action in legal))
    titles = {
        "bod": tr("change something in your draft"),
        "waarom": tr("ask why something matters to them"),
        "vertellen": tr("tell what something means to you"),
    }
    assert view.talks is not None
    rows = [titles.get(kind) or play.voice.action(next(a for a in legal if a.what == kind)) for kind in kinds]
    looks = _looks(play, view.talks)
    listed = tuple(Row(text) for text in (*rows, *(title for title, _ in looks)))
    number = choose(play.terminal, Question(tr("What do you do?"), listed, tr("adjourn")), play.command)
    if not number:
        return next(action for action in view.legal if action.what == "verdagen")
    if number > len(kinds):
        for line in looks[number - len(kinds) - 1][1]:
            play.terminal.say(line)
        return None
    some = [action for action in legal if action.what == kinds[number - 1]]
    return some[0] if kinds[number - 1] not in OPENS else _about(play, some)


def _looks(play: Play, talks: TalkView) -> list[tuple[str, Iterator[str]]]:
    """What can be looked at: (title, lines) of the money of the draft, and of every way to share beside the others."""
    staffel, spread = talks.staffel([issue.draft for issue in talks.issues]), talks.spread
    if staffel is None or spread is None:
        return []
    looks = [(play.tr("look at what your draft does with the money"), money.told(staffel, spread, play.tr))]
    found = shares.shares(play.voice.titles, talks)
    if found is not None:
        looks.append((play.tr("see the ways to share beside each other"), shares.lines(play.voice.titles, found)))
    return looks


def _closed(play: Play, some: Sequence[Action]) -> Iterator[str]:
    """Options of an issue that can't be written down now, with why not; `some`: those that can."""
    issue, seat = some[0].target, some[0].seat
    talks = play.session.view(seat).talks
    assert talks is not None
    open_ = {action.choice for action in some} | {found.draft for found in talks.issues if found.id == issue}
    for option in play.voice.titles.scenario.talk_issues[issue].options:
        if option not in open_:
            wanted = play.session.game.action("zitting", seat, "bod", issue, option)
            reason = play.session.game.refusal(play.session.state, wanted)
            if reason is not None:
                named = words.option(play.voice.titles, issue, option)
                yield play.tr("Not now: {option}. {why}").format(option=named, why=play.voice.refusal(reason))


def _about(play: Play, some: Sequence[Action]) -> Action | None:
    """Which issue, and for a change which option."""
    titles, tr = play.voice.titles, play.tr
    issues = list(dict.fromkeys(action.target for action in some))
    known = titles.scenario.talk_issues
    listed = tuple(
        Row(
            words.issue(titles, issue),
            safe(known[issue].text).strip(),
            why.of(tr, partial(reasons.about, play.reader, issue)),
        )
        for issue in issues
    )
    number = choose(play.terminal, Question(tr("About what?"), listed, tr("back")), play.command)
    if not number:
        return None
    left = [action for action in some if action.target == issues[number - 1]]
    if left[0].what != "bod":
        return left[0]
    options = known[left[0].target].options
    rows = tuple(
        Row(words.option(titles, action.target, action.choice), safe(options[action.choice].text)) for action in left
    )
    title = words.issue(titles, left[0].target)
    for line in _closed(play, left):
        play.terminal.say(line)
    number = choose(play.terminal, Question(title, rows, tr("back")), play.command)
    return left[number - 1] if number else None
