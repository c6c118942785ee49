"""What if: every moment of a game that has ended, to play on from; with what was done there and what the chance was."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.report.firstyear import is_year
from geboortespel.report.lookback import moments, tips
from geboortespel.report.lookback.chance import percents
from geboortespel.tui.actions import bindings
from geboortespel.tui.marks import DOWN, UP
from geboortespel.tui.screens.listing import Listing
from geboortespel.tui.screens.looking import Looking
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.refusals import capital

if TYPE_CHECKING:
    from geboortespel.analysis.picture import Picture, Tip
    from geboortespel.report.lookback.moments import Spot
    from geboortespel.session.session import Session


class WhatIfScreen(Looking, Listing):
    """From which moment do you play on?"""

    PLACE = "whatif"
    ABOUT = N_("Every moment of this game. Choosing one begins another game there; this one stays as it was.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("whatif")

    def __init__(self, session: Session, picture: Picture | None) -> None:
        super().__init__()
        self.session, self.picture = session, picture

    def heading(self) -> str:
        return self.tr("From which moment do you play on?")

    def speak(self) -> None:
        self.forget("voice")
        super().speak()
        spots = list(moments.spots(self.voice, self.past))
        turned = {tip.did.line: tip for tip in self._tips if tip.did is not None}
        self.told, items, first = {}, [], 0
        for n, spot in enumerate(spots):
            tip = turned.get(self._line_after(spot)) if spot.text else None
            name = f"{n}:{spot.line}"
            items.append(Item(name, self._row(spot, tip)))
            self.told[name] = self._about(spot, tip)
            first = first or (n if tip is not None and tip.change.gap < 0 else 0)
        self.fill(items)
        self.query_one(Rows).highlighted = first
        self.call_after_refresh(self.query_one(Rows).scroll_to_highlight)

    @property
    def _tips(self) -> tuple[Tip, ...]:
        return (self.picture.tips or ()) if self.picture is not None else ()

    def _line_after(self, spot: Spot) -> int:
        """The line of what was done at this moment."""
        way = self.past.way
        return next((m.line for m in way if m.parent == spot.line and m.action is not None and m.line), 0)

    def _row(self, spot: Spot, tip: Tip | None) -> Row:
        if not spot.text:
            return Row(Content.styled(capital(self.voice.titles.round_name(spot.round)), "bold $warm"))
        mark = Content("  ")
        if tip is not None:
            up = tip.change.gap > 0
            mark = Content.styled(f"{UP if up else DOWN} ", "$groen" if up else "$rood")
        return Row(mark + Content(spot.text), hang=4, wrap=True)

    def _about(self, spot: Spot, tip: Tip | None) -> list[Content]:
        tr, titles = self.tr, self.voice.titles
        title = capital(titles.round_name(spot.round))
        said = [Content.styled(title, "bold $warm"), Content("")]
        if spot.text:
            said.append(Content(tr("What you did here: {what}.").format(what=spot.text)))
        else:
            said.append(Content(tr("The round had just begun.")))
        point = (
            next((p for p in self.picture.points if p.line == spot.line and p.drawn), None) if self.picture else None
        )
        if point is not None and point.games:
            chance, low, high = percents(point)
            year = tr("Chance of a good year from here: {chance}% ({low}-{high}).")
            text = tr("Chance of a birth from here: {chance}% ({low}-{high}).")
            text = year if is_year(self.past.now) else text
            said += [Content(""), Content(text.format(chance=chance, low=low, high=high))]
        if tip is not None:
            said += [Content(""), *map(Content, filter(None, [tips.instead(self.voice, self.past, tip)]))]
        begins = tr("Enter begins another game here, with the same luck. This one stays as it was.")
        return [*said, Content(""), Content.styled(begins, "$zacht")]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.session.branch import begin_kept_branch
        from geboortespel.session.store import StoreError

        line, table = int((event.option_id or "0:0").partition(":")[2]), self.table
        try:
            made = begin_kept_branch(self.session, line, clock=self.session.timed, language=self.tr.language)
        except StoreError as fault:
            said = storage.trouble(fault.code, fault.path, self.voice.tr)
            self.notify(said, severity="error", timeout=15, markup=False)
            return
        table.to_menu()
        table.play(made, resumed=True)
        table.notify(table.tr("From here on it is another game. The first one stays as it was."), markup=False)
