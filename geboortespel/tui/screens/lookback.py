"""The look back: a chapter at a time, so that a table can talk about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from geboortespel.report.lookback import Chapter, as_text, branches, chance, look_back, reasons, where_it_stands
from geboortespel.session.relatives import Relative, relatives
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.looking import Looking
from geboortespel.tui.screens.why import Asking
from geboortespel.tui.sharpening import Sharpening
from geboortespel.tui.widgets.pieces import content, laid
from geboortespel.tui.widgets.text import Words
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line
from geboortespel.words.why import Group

if TYPE_CHECKING:
    from pathlib import Path

    from geboortespel.session.session import Session

WIDEST = 96
"""Lines longer than this do not read well."""


class LookBackScreen(Asking, Looking, Whole[None]):
    """What happened in a game and what turned it, from its journal; also of a game that has not ended."""

    PLACE = "lookback"
    ABOUT = N_(
        "Looking back together: how it went, what turned it, your guesses, what they held back, the lessons, the talks."
    )
    CSS_PATH = "../styles/lookback.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("lookback")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self._width = session, 0
        self.sharp = Sharpening(session, self._sharper, self._journals) if session.finished else None
        self._at = self._before
        """Place of the chapter that is read."""

    @cached_property
    def _told(self) -> tuple[Chapter, ...]:
        """Computed once: the game does not go on under this screen."""
        return look_back(self.voice, self.session)

    @cached_property
    def _chance(self) -> tuple[Chapter, ...]:
        """The chapter that gets sharper while one looks; a game that goes on has none."""
        if self.sharp is None:
            return ()
        return (chance.chapter(self.voice, self.past, self.sharp.picture, failed=self.sharp.failed),)

    @cached_property
    def relatives(self) -> tuple[Relative, ...]:
        """Branches of this game, and what it is a branch of."""
        return relatives(self.session.path)

    def _journals(self) -> list[Path]:
        return [one.path for one in self.relatives]

    @cached_property
    def _branches(self) -> tuple[Chapter, ...]:
        """The chapter of branches, where there are any."""
        picture = self.sharp.picture if self.sharp is not None else None
        made = branches.chapter(self.voice, self.past, self.relatives, picture)
        return (made,) if made is not None else ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All there is to read, in order."""
        return (*self._chance, *self._told, *self._branches)

    @property
    def _before(self) -> int:
        """Chapters before the one with number 1."""
        return int(self.sharp is not None)

    def numbers(self) -> Sequence[Group]:
        """What is missing, the lights of every round, and any number of the game."""
        return reasons.numbers(self.voice, self.session)

    def compose(self) -> ComposeResult:
        yield Static(id="ended", markup=False)
        yield Static(id="chapters", markup=False)
        yield Words(id="chapter")
        yield self.keys()

    def on_mount(self) -> None:
        self.query_one("#chapter").focus()
        self._entitle()
        if self.sharp is not None:
            self.call_after_refresh(self.sharp.begin, self)

    def on_unmount(self) -> None:
        if self.sharp is not None:
            self.sharp.stop()

    def _sharper(self) -> None:
        """Show what is known better by now."""
        self.forget("_chance", "_branches")
        if self._at < self._before or self.chapters[self._at].id == branches.ID:
            self._show()

    def on_resize(self) -> None:
        """Lay the lines anew when there is another width."""
        if self.size.width != self._width:
            self._width = self.size.width
            self._show()

    def speak(self) -> None:
        """Everything in the language of now."""
        self.forget("voice", "_told", "_chance", "_branches")
        self._entitle()
        self._show()
        super().speak()

    def _entitle(self) -> None:
        title = Content.styled(one_line(self.session.board.scenario.title), "bold $accent-tekst")
        stands = content(where_it_stands(self.voice, self.session).pieces)
        self.query_one("#ended", Static).update(Content(" · ").join((title, stands)))

    def _show(self) -> None:
        lines, room = [Content("")], max(1, self.size.width - 2)
        for n, chapter in enumerate(self.chapters):
            style = "bold reverse" if n == self._at else "$zacht"
            number = n - self._before
            click = Style.from_meta({"@click": f"screen.chapter({number})"})
            part = Content.styled(f" {number + 1} {chapter.title} ", style).stylize(click)
            if lines[-1] and lines[-1].cell_length + 1 + part.cell_length > room:
                lines.append(Content(""))
            lines[-1] = lines[-1] + Content(" ") + part if lines[-1] else part
        bar = self.query_one("#chapters", Static)
        bar.update(Content("\n").join(lines))
        bar.set_class(len(lines) > 1, "vol")
        words = self.query_one("#chapter", Words)
        words.show(laid(self.chapters[self._at].lines, min(WIDEST, self.size.width - 6)))

    def as_text(self) -> tuple[str, str]:
        """The whole look back, for who copies or keeps it."""
        title = self.tr("Look back on {title}").format(title=one_line(self.session.board.scenario.title))
        head = where_it_stands(self.voice, self.session).plain
        return title, f"{head}\n\n{as_text(self.chapters, 78)}"

    # -- actions -----------------------------------------------------------------------------------------------------

    def action_chapter(self, n: int) -> None:
        """To the chapter with this number, from 0; the chance of birth is before the first."""
        self._go(n + self._before)

    def action_turn(self, by: int) -> None:
        """A chapter on or back; after the last comes the first."""
        self._go((self._at + by) % len(self.chapters))

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.chapters) and place != self._at:
            self._at = place
            self._show()
            self.query_one("#chapter").scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What if is for afterwards: before the end it would tell what is still to come."""
        return self.session.finished if action == "what_if" else True

    def action_what_if(self) -> None:
        """Choose a moment to play on from."""
        from geboortespel.tui.screens.whatif import WhatIfScreen

        self.app.push_screen(WhatIfScreen(self.session, self.sharp.picture if self.sharp is not None else None))

    def action_debriefing(self) -> None:
        """Talk about it in six steps."""
        from geboortespel.tui.screens.debriefing import DebriefingScreen

        tips = self.sharp.picture.tips if self.sharp is not None else None
        self.app.push_screen(DebriefingScreen(self.session, tips=tips or ()))

    def action_back(self) -> None:
        """Back to where you came from."""
        self.dismiss(None)
