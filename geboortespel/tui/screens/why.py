"""Waarom? on every screen with numbers: `w` tells about what the cursor is on, else asks about which number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import BindingType

from geboortespel.tui import why
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.ask import Ask
from geboortespel.tui.screens.page import Moment, Page
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from textual.screen import Screen

    from geboortespel.tui.app import TableApp
    from geboortespel.words.why import Asked, Group


class WhyPage(Page):
    """The answer. `other` asks about another number."""

    PLACE = "why"
    ABOUT = N_(
        "What a number is made of: its causes, which add up to it. Of what is hidden you see what you witnessed. "
        "With w you ask about another number."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("why")

    def __init__(self, title: str, paragraphs: Sequence[why.Paragraph], other: Callable[[], None]) -> None:
        super().__init__(title, paragraphs)
        self._other = other

    def action_other(self) -> None:
        """Another number."""
        self.dismiss(None)
        self._other()


class Which(Ask):
    """About which number?"""

    PLACE = "which"
    ABOUT = N_("The numbers that you can ask about. Choose one with the arrows and enter, or click.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("which")


class Asking:
    """A screen with numbers on it: says which, and which one the cursor is on."""

    def numbers(self) -> Sequence[Group]:
        """Everything on this screen that can be asked about."""
        raise NotImplementedError

    def under_cursor(self) -> Asked | None:
        """What the cursor is on; None when that is no number."""
        return None

    def action_why(self) -> None:
        """The causes behind what the cursor is on, else first choose a number."""
        here = self.under_cursor()
        screen = cast("Screen[Any]", self)
        if here is not None:
            tell(screen, here, self.numbers)
        else:
            ask(screen, self.numbers)


class LogPage(Asking, Page):
    """A page about a game, on which one can ask about any of its numbers."""

    PLACE = "log"
    ABOUT = N_("A page about the game. Scroll with the arrows or the wheel; w asks about its numbers.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("log")

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[why.Paragraph],
        numbers: Callable[[], Sequence[Group]],
        *,
        end: bool = True,
    ) -> None:
        super().__init__(title, paragraphs, end=end)
        self._numbers = numbers

    def numbers(self) -> Sequence[Group]:
        """Every number of the game."""
        return self._numbers()


class NewsCard(Asking, Moment):
    """Something that happened, with numbers that one can ask about before the game goes on."""

    PLACE = "news"
    ABOUT = Moment.ABOUT
    BINDINGS: ClassVar[list[BindingType]] = bindings("news")

    def __init__(self, title: str, paragraphs: Sequence[why.Paragraph], numbers: Callable[[], Sequence[Group]]) -> None:
        super().__init__(title, paragraphs)
        self._numbers = numbers

    def numbers(self) -> Sequence[Group]:
        """Every number of the game."""
        return self._numbers()


def tell(screen: Screen[Any], one: Asked, others: Callable[[], Sequence[Group]]) -> None:
    """Lay the answer on the screen; from there one can ask on."""
    app = cast("TableApp", screen.app)
    account = one.tell()
    title = app.tr("Why? {quantity}").format(quantity=account.title)
    app.push_screen(WhyPage(title, why.page(account, app.tr), lambda: ask(screen, others)))


def ask(screen: Screen[Any], others: Callable[[], Sequence[Group]]) -> None:
    """First choose what to ask about."""
    app = cast("TableApp", screen.app)
    groups = others()
    found = {one.key: one for _, some in groups for one in some}

    def chosen(key: str | None) -> None:
        if key in found:
            tell(screen, found[key], others)

    app.push_screen(Which(app.tr("Why?"), app.tr("About which number?"), why.choices(groups)), chosen)
