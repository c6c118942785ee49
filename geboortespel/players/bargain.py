"""At the negotiating table: a listening player and a positional one, from what a view tells alone."""

from __future__ import annotations

from collections.abc import Sequence

from geboortespel.engine.actions import Action
from geboortespel.engine.talk_view import IssueView, TalkView
from geboortespel.engine.view import View

WEIGHS = {"": 2, "licht": 1, "gewoon": 2, "zwaar": 4}
"""What an issue is taken to count for the party, by what it answered."""
OPENS, STEP, LAST = 75, 12, 15
"""Percent of what there is to gain that is asked at first, less each turn, and at the least."""
ENOUGH = 30
"""Percent of what there is to gain that a positional player takes."""


class Table:
    """One decision at the table. `find` gives the index of the first action that fits, None when it may not be done."""

    def __init__(self, view: View) -> None:
        assert view.talks is not None
        self.talks: TalkView = view.talks
        self.actions: list[Action] = [view.board.actions[i] for i in view.indices]

    def find(self, what: str, target: str = "", choice: str = "") -> int | None:
        return next(
            (
                action.index
                for action in self.actions
                if action.what == what and target in ("", action.target) and choice in ("", action.choice)
            ),
            None,
        )

    def first(self, *whats: str) -> int:
        """The first of these that may be done; the last action there is when none may."""
        found = (self.find(what) for what in whats)
        return next((index for index in found if index is not None), self.actions[-1].index)

    def share(self, value: int) -> int:
        """Percent of what there is to gain over the best alternative that a worth comes to."""
        scale = self.talks.draft_worth
        return 100 * (value - scale.reservation) // max(1, scale.best - scale.reservation)

    def mended(self) -> int | None:
        """Take out of the draft what the party will not live with."""
        for issue in self.talks.issues:
            if issue.refused and issue.refused == issue.draft:
                found = self._dearest(issue)
                if found is not None:
                    return found
        return None

    def _dearest(self, issue: IssueView) -> int | None:
        """The change of this issue after which the draft is worth most."""
        options = [issue_view.draft for issue_view in self.talks.issues]
        place = self.talks.issues.index(issue)
        worths = []
        for action in self.actions:
            if action.what == "bod" and action.target == issue.id:
                options[place] = action.choice
                worths.append((self.talks.worth(options).value, -action.index))
        return -max(worths)[1] if worths else None


def positional(view: View) -> int:
    """Puts forward what it wants, takes what is good enough, and ends with take it or leave it."""
    table = Table(view)
    theirs = table.talks.theirs_worth
    if theirs is not None and table.share(theirs.value) >= ENOUGH and table.find("aannemen") is not None:
        return table.first("aannemen")
    mended = table.mended()
    if mended is not None:
        return mended
    return table.first("graag-of-niet" if table.talks.turns_left == 1 else "voorleggen", "verdagen")


def listening(view: View) -> int:
    """Asks why and tells what counts, gives where it costs little and weighs much, and takes a fair offer."""
    table = Table(view)
    talks, used = table.talks, sum(side == "wij" for side, _ in table.talks.offers)
    asks = max(LAST, OPENS - STEP * used) if talks.turns_left > 1 else 0
    theirs = talks.theirs_worth
    if theirs is not None and table.share(theirs.value) >= asks and table.find("aannemen") is not None:
        return table.first("aannemen")
    asked, told = (sum(map(bool, (getattr(issue, word) for issue in talks.issues))) for word in ("weighs", "told"))
    words = ("waarom", "vertellen") if asked <= told else ("vertellen", "waarom")
    for what in words:
        found = table.find(what)
        if found is not None and not talks.put_forward:
            return found
    mended = table.mended()
    if mended is not None:
        return mended
    step = _trade(table, asks)
    return step if step is not None else table.first("voorleggen", "verdagen")


def _trade(table: Table, asks: int) -> int | None:
    """The step towards their last offer that gives most for what it costs; the draft stays worth what is asked."""
    options = [issue.draft for issue in table.talks.issues]
    now, found = table.talks.draft_worth.value, list[tuple[int, int, int]]()
    for place, issue in enumerate(table.talks.issues):
        index = table.find("bod", issue.id, issue.theirs) if issue.theirs and issue.theirs != issue.draft else None
        if index is None:
            continue
        moved = table.talks.worth(_with(options, place, issue.theirs)).value
        if table.share(moved) >= asks:
            found.append((WEIGHS[issue.weighs] * 1000 // max(1, now - moved), -place, index))
    return max(found)[2] if found else None


def _with(options: Sequence[str], place: int, option: str) -> list[str]:
    return [*options[:place], option, *options[place + 1 :]]
