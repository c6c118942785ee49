"""The road of a campaign: the alliances through the years, what was born, what goes along, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.tui import marks
from geboortespel.tui.actions import bindings
from geboortespel.tui.screens.listing import Listing
from geboortespel.tui.widgets.keybar import KeyBar
from geboortespel.tui.widgets.rows import Item, Row, Rows
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.report.road import Part
    from geboortespel.report.road import Row as Told
    from geboortespel.session.campaign import Road

OPENING, ENDING = "het-begin", "het-eind"
"""Rows before the first alliance and after the last; no alliance has such a name."""
LIGHTS = {
    "geboren": (marks.FULL, "$groen"), "ontwerp": (marks.FULL, "$groen"), "vroeg": (marks.HALF, "$oranje"),
    "wijs": (marks.HALF, "$zacht"), "niet": (marks.EMPTY, "$rood"),
}  # fmt: skip
"""Sort of ending → its light and its colour; the words beside it say the same."""
SHORT = {
    "geboren": N_("born"), "ontwerp": N_("born"), "vroeg": N_("too early"), "wijs": N_("otherwise"),
    "niet": N_("not born"),
}  # fmt: skip


class RoadScreen(Listing):
    """`at`: the alliance on which the cursor begins; the next one when it is none."""

    PLACE = "road"
    ABOUT = N_(
        "The campaign: the alliances in the order of history. Enter plays the one under the cursor, or plays it again. "
        "What is born, or not, is what later ones begin with."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("road")
    HOME = True

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._at = at
        self._road: Road | None = None
        self._trouble = ""
        self._sure = False

    def heading(self) -> str:
        return self.tr("The campaign")

    # -- reading -----------------------------------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        if self._road is None:
            self.say(self.tr("One moment, reading…"))
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        from geboortespel.tui.campaign import opened
        from geboortespel.tui.games import Trouble

        before = self._road
        try:
            self._road, self._trouble = opened(self.tr), ""
        except Trouble as trouble:
            self._road, self._trouble = None, str(trouble)
        self.app.call_from_thread(self._laid_out, before)

    def _laid_out(self, before: Road | None) -> None:
        """Show it; the cursor goes to what comes next when that is another than before."""
        self._show()
        road = self._road
        if road is None:
            return
        if self._at:
            self._to(self._at)
        elif before is None and not road.begun:
            self._to(OPENING)
        elif before is None or before.next != road.next:
            self._to(road.next.id if road.next is not None else ENDING)
        self._at = ""

    def _to(self, at: str) -> None:
        rows = self.query_one("#found", Rows)
        if at in rows.items:
            rows.highlighted = rows.get_option_index(at)
            self.call_after_refresh(rows.scroll_to_highlight)
            self.tell()
            self.query_one(KeyBar).refresh()

    def speak(self) -> None:
        super().speak()
        self._show()
        if self._road is not None:  # texts of the campaign are in the language in which it was read
            self.run_worker(self._read, thread=True, exclusive=True)

    def _show(self) -> None:
        from geboortespel.report import road as told

        road, tr = self._road, self.tr
        if road is None:
            self.say(self._trouble or tr("One moment, reading…"))
            return
        rows = told.rows(road, tr)
        self.told = {
            OPENING: _text(tr("How it began"), told.opening(road)),
            ENDING: self._end(told.ending(road, tr)),
            **{row.id: self._about(row) for row in rows},
        }
        end = Content.styled(tr("What became of it"), "" if road.finished else "$zacht")
        self.fill(
            [
                Item(OPENING, Row(Content("  ") + Content(tr("How it began")))),
                *(self._item(row) for row in rows),
                Item(ENDING, Row(Content.styled(f"{marks.HERE} " if road.finished else "  ", "$accent-tekst") + end)),
            ]
        )
        self.query_one("#list").border_subtitle = Content(told.at_a_glance(road, tr))
        self.query_one(KeyBar).refresh()

    # -- rows and what is told about them ----------------------------------------------------------------------------

    def _item(self, row: Told) -> Item:
        """A mark, the year, the alliance with what the table called it; at the right what became of it."""
        tr = self.tr
        match row.state:
            case "nu":
                mark, style, word = marks.HERE, "$accent-tekst", tr("now")
            case "bezig":
                mark, style, word = marks.HERE, "$warm", tr("begun")
            case "gespeeld":
                (mark, style), word = LIGHTS[row.kind], tr(SHORT[row.kind])
            case "overgeslagen":
                mark, style, word = LIGHTS[row.kind][0], "$zacht", tr("as then")
            case _:
                mark, style, word = marks.BETWEEN, "$zacht", ""
        loud = "bold" if row.state == "nu" else "" if row.state in ("gespeeld", "bezig") else "$zacht"
        name = Content.assemble((f"{mark} ", style), (f"{row.year}  ", "$zacht"), (row.name, loud))
        given = Content.styled(f"  {row.given}", "italic $zacht") if row.given else Content("")
        return Item(row.id, Row(name + given, Content.styled(word, style), hang=8, wrap=True))

    def _about(self, row: Told) -> list[Content]:
        from geboortespel.report import road as told

        road, tr = self._road, self.tr
        assert road is not None
        one = road.found.family.alliances[row.id]
        said = [Content.styled(f"{one.name}, {one.year}", "bold $warm"), Content(f"{one.about}."), Content("")]
        if row.said:
            said += [Content(f"{row.said[:1].upper()}{row.said[1:]}.")]
        said += [Content.styled(told.history(one, tr), "$zacht")] if row.state == "gespeeld" else []
        said += self._along(row)
        return [*said, *self._keys(row)]

    def _along(self, row: Told) -> list[Content]:
        """What a game of it begins with."""
        from geboortespel.report import road as told

        assert self._road is not None
        items = told.along(self._road.carried(row.id), self.tr)
        if row.state == "later":
            return [Content(""), Content.styled(self.tr("What goes along shows when it is its turn."), "$zacht")]
        if not items:
            return [Content(""), Content(self.tr("Nothing goes along here: you begin with what there is."))]
        said = []
        for heading, text in items:
            said += [Content(""), Content.styled(heading, "bold"), Content(text)]
        return said

    def _keys(self, row: Told) -> list[Content]:
        """What can be done with it."""
        tr = self.tr
        match row.state:
            case "nu":
                said = tr("Enter plays it. With s you skip it: then it goes as it went in history.")
            case "bezig":
                said = tr("Enter goes on with the game. With s you skip it: then it goes as it went in history.")
            case "gespeeld":
                said = tr("Enter plays it again. Until that game has ended this ending counts.")
            case "overgeslagen":
                said = tr("Enter plays it after all.")
            case _:
                said = tr("First comes what is before it.")
        return [Content(""), Content.styled(said, "$accent-tekst")]

    def _end(self, parts: Sequence[Part]) -> list[Content]:
        tr, road = self.tr, self._road
        if not parts or road is None:
            said = [Content.styled(tr("What became of it"), "bold $warm"), Content("")]
            return [*said, Content(tr("This is told when every alliance on the road has its ending."))]
        told: list[Content] = []
        for part in parts:
            told += _text(part.heading, part.lines)
        return told

    # -- what can be done --------------------------------------------------------------------------------------------

    @property
    def _current(self) -> str:
        item = self.query_one("#found", Rows).current if self.is_mounted else None
        return item.id if item is not None else ""

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.tui.campaign import play
        from geboortespel.tui.screens.page import Page

        chosen, road = event.option_id or "", self._road
        if road is None:
            return
        if chosen == OPENING:
            self._to(road.next.id if road.next is not None else ENDING)
        elif chosen == ENDING:
            self.app.push_screen(Page(self.tr("What became of it"), [*self.told[chosen]]))
        elif road.stop(chosen).done or road.going_on(chosen) or (road.next is not None and road.next.id == chosen):
            play(self.table, road, chosen)
        elif road.next is not None:
            self.notify(self.tr("First comes {name}. With s you can skip it.").format(name=road.next.name))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "skip_one":
            road = self._road
            return road is not None and road.next is not None and self._current == road.next.id
        return self._road is None or self._road.begun if action == "anew" else True

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._sure = False
        self.query_one(KeyBar).refresh()

    def action_skip_one(self) -> None:
        """Let the next one go as it went in history."""
        from geboortespel.tui.campaign import told_trouble

        road = self._road
        if road is not None and road.next is not None:
            name = road.next.id
            with told_trouble(self.table):
                road.skip(name)
                self._show()
                self._to(road.next.id if road.next is not None else ENDING)

    def action_anew(self) -> None:
        """Begin a new campaign, asked twice; the one that was there is kept."""
        from geboortespel.tui.campaign import anew, told_trouble

        if not self._sure:
            self._sure = True
            said = self.tr("Press b once more to begin a new campaign. This one is kept beside it.")
            self.notify(said)
            return
        self._sure = False
        with told_trouble(self.table):
            self._road, self._trouble = anew(self.tr), ""
            self._show()
            self._to(OPENING)


def _text(heading: str, lines: Sequence[str]) -> list[Content]:
    """A heading with its paragraphs."""
    said = [Content.styled(heading, "bold $warm"), Content("")]
    for line in lines:
        said += [Content(line), Content("")]
    return said
