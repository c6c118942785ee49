"""Before the game: the assignment, with how many you are, and who plays which believer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.session.store import StoreError
from geboortespel.tui.actions import bindings
from geboortespel.tui.briefing import Begins, assignment, brought
from geboortespel.tui.hotseat import MOST_PEOPLE, People, dealt
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.widgets.rows import Item, Row, Rows, heading
from geboortespel.tui.widgets.text import Words
from geboortespel.words import storage
from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line, safe

if TYPE_CHECKING:
    from geboortespel.scenario.reader import Reading
    from geboortespel.session.session import Undo


class BriefingScreen(Whole[None]):
    """`people`: how many there are and who plays what; believers without a person are played by the computer."""

    PLACE = "briefing"
    ABOUT = N_(
        "The assignment and the roles. Choose with how many you play; choosing a role gives it to the next player, or "
        "to the computer. Then begin."
    )
    CSS_PATH = "../styles/briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("briefing")

    def __init__(self, reading: Reading, begins: Begins | None = None) -> None:
        super().__init__()
        assert reading.scenario is not None
        self._reading, self._scenario, self._begins = reading, reading.scenario, begins
        self.people = dealt(self._scenario, tuple(self._scenario.believers), 1)

    def compose(self) -> ComposeResult:
        with Horizontal(id="sheet"):
            yield Words([*assignment(self._scenario), *brought(self._begins)], id="assignment")
            with Vertical(id="roles"):
                yield Rows(id="choices")
        yield self.keys()

    def on_mount(self) -> None:
        wish = self.table.wish.roles
        believers = self._scenario.believers
        if wish:
            self.people = People(1, {seat: 1 for seat in believers if seat in wish})
        self.query_one("#assignment").border_title = Content(one_line(self._scenario.title))
        self.speak()
        self.query_one(Rows).focus()

    def speak(self) -> None:
        """Everything in the language of now."""
        self.query_one("#roles").border_title = Content(self.tr("Who plays?"))
        self._show()
        super().speak()

    def _show(self) -> None:
        tr, believers = self.tr, self._scenario.believers
        items = [Item("begin", Row(Content.styled("▶ " + tr("Begin the game"), "bold $accent-tekst")))]
        if len(believers) > 1:
            number = tr.many("{n} person", "{n} people", self.people.count)
            items.append(Item("people", Row(Content(tr("How many of you are playing?")), _choice(number))))
            items.append(heading(tr("Roles")))
        for seat, believer in believers.items():
            person = self.people.share.get(seat, 0)
            who = tr("player {n}").format(n=person) if person else tr("computer")
            title = one_line(believer.title) or seat
            later = "" if believer.present else " " + tr("(joins later)")
            left = Content.assemble((title, "bold"), (later, "$zacht"))
            items.append(Item(f"role:{seat}", Row(left, _choice(who), wrap=True)))
            about = " ".join(safe(believer.text).split())
            if about:
                items.append(Item(f"about:{seat}", Row(Content.styled(f"  {about}", "$zacht"), hang=2, wrap=True),
                                  heading=True))  # fmt: skip
        self.query_one(Rows).fill(items)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen == "begin":
            self.action_begin()
        elif chosen == "people":
            self.action_people()
        elif chosen.startswith("role:"):
            self._give(chosen.removeprefix("role:"))

    def _give(self, seat: str) -> None:
        """Give a role to the next player, or to the computer; somebody always plays."""
        share = dict(self.people.share)
        person = (share.get(seat, 0) + 1) % (self.people.count + 1)
        if person:
            share[seat] = person
        elif len(share) > 1:
            del share[seat]
        else:
            share[seat] = 1
        order = [name for name in self._scenario.believers if name in share]
        self.people = People(self.people.count, {name: share[name] for name in order})
        self._show()

    def action_people(self) -> None:
        """One person more, from one to four."""
        seats = tuple(self._scenario.believers)
        if len(seats) > 1:
            count = self.people.count % min(MOST_PEOPLE, len(seats)) + 1
            self.people = dealt(self._scenario, seats, count)
            self._show()

    def action_begin(self) -> None:
        """Begin: the game is on disk before the table is laid."""
        from geboortespel.tui.games import Trouble, begin
        from geboortespel.tui.opening import tell

        app, wish, begins = self.table, self.table.wish, self._begins
        order = [seat for seat in self._scenario.believers if seat in self.people.share]
        try:
            if begins is not None:
                begins.start()
            session = begin(
                self._reading,
                order,
                app.tr,
                seed=wish.seed if begins is None else begins.seed,
                journal=wish.journal if begins is None else begins.journal,
                clock=wish.clock,
                undo=cast("Undo", app.settings.undo),
            )
        except Trouble as trouble:
            tell(app, str(trouble))
            return
        except StoreError as fault:
            tell(app, storage.trouble(fault.code, fault.path, app.tr))
            return
        if self._scenario.believers:
            session.remark("spelers", self.people.data())
        app.pop_screen()
        app.play(session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "whisper":
            from geboortespel.report.whisper import dilemmas

            return any(dilemmas(self._scenario))
        return True

    def action_whisper(self) -> None:
        """Save the private dilemmas as sheets to print."""
        from geboortespel.tui.taking import save_whisper_cards

        save_whisper_cards(self.table, self._scenario)

    def action_back(self) -> None:
        """Back without beginning."""
        self.app.pop_screen()


def _choice(text: str) -> Content:
    return Content.styled(f"‹ {text} ›", "bold")
