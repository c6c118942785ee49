"""The family tree: timeline and map of all alliances, beside each other or in turn; from here one is played."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from geboortespel.tui.actions import bindings, key_of
from geboortespel.tui.screens.base import Whole
from geboortespel.tui.screens.keep import Keeping
from geboortespel.tui.screens.page import Page
from geboortespel.tui.widgets.kinview import AtlasView, KinView, Timeline
from geboortespel.tui.widgets.tabs import PaneTabs
from geboortespel.tui.widgets.text import Paragraph, Words
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.report.picture import Kind
    from geboortespel.report.tree.kin import Kin, Tree

PANES = (("time", N_("Timeline")), ("place", N_("Map")))
FIRST = "waardse"
"""Where the cursor begins: the one from which most others learnt."""


class FamilyScreen(Keeping, Whole[None]):
    """Walk through the alliances by their years or over the map. Choosing one reads its card."""

    PLACE = "family"
    ABOUT = N_(
        "All alliances from 1990 until today: who learnt from whom, and where they were. Choose one to read its card; "
        "one with a scenario (▶) can be played from there."
    )
    KEEP = N_("Keep the family tree")
    KINDS = (
        ("svg", N_("Drawing to print (SVG), sharp at any size")),
        ("png", N_("Drawing to send (PNG)")),
        ("txt", N_("Text, 80 columns wide")),
    )
    CSS_PATH = "../styles/family.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("family")

    def __init__(self) -> None:
        super().__init__()
        self._tree: Tree | None = None
        self._pane = "time"
        self._cursor = FIRST

    def compose(self) -> ComposeResult:
        yield PaneTabs(id="tabs")
        with Container(id="sheet"):
            yield Timeline(id="time")
            yield AtlasView(id="place")
            yield Words(id="kin")
        yield self.keys()

    def on_mount(self) -> None:
        super().on_mount()
        for view in self.query(KinView):
            view.on_cursor = self._moved
        self.query_one("#time").focus()
        self._arrange()
        self.run_worker(self._read, thread=True, exclusive=True)

    def _read(self) -> None:
        from geboortespel.tui.lineage import read

        found = read(self.tr.language)
        self.app.call_from_thread(self._show, found)

    def _show(self, found: Tree) -> None:
        self._tree = found
        if self._cursor not in found.kin:
            self._cursor = next(iter(found.kin), "")
        for view in self.query(KinView):
            view.show(found, self.tr)
        self._moved(self._cursor)
        if not found.kin:
            self.query_one("#kin", Words).show([Content.styled(self.tr("There is no family tree here."), "$zacht")])

    def speak(self) -> None:
        """Everything in the language of now."""
        super().speak()
        self._arrange()
        self.run_worker(self._read, thread=True, exclusive=True)

    def on_screen_resume(self) -> None:
        """Back from a game or another screen: what landed meanwhile is picked up."""
        if self._tree is not None:
            self.run_worker(self._read, thread=True, exclusive=True)

    def on_resize(self) -> None:
        super().on_resize()
        self._arrange()
        self.call_after_refresh(self._laid)

    def _arrange(self) -> None:
        """Both views beside each other where there is room; else one of them, under tabs."""
        narrow, tr = self.table.narrow, self.tr
        self.set_class(narrow, "-een")
        panes = [(name, tr(label), key_of(self.PLACE, f"screen.pane('{name}')")) for name, label in PANES]
        self.query_one("#tabs", PaneTabs).show(panes, self._pane, self.app.size.width)
        self.query_one("#time").display = not narrow or self._pane == "time"
        self.query_one("#place").display = not narrow or self._pane == "place"
        for name, label in PANES:
            self.query_one(f"#{name}").border_title = Content(tr(label))
        self.query_one("#time").border_subtitle = Content(self._legend(self.query_one("#time").size.width))
        self.query_one("#place").border_subtitle = Content(tr("drawn by eye"))

    def _legend(self, width: int) -> str:
        """As many marks of the timeline, with what they mean, as there is room for."""
        from geboortespel.report.tree.text import legend

        parts = [f"{mark} {said}" for mark, said in legend(self.tr)]
        while len("  ".join(parts)) > max(0, width - 4):
            parts.pop()
        return "  ".join(parts)

    def _laid(self) -> None:
        """What goes by the sizes that the panes have now."""
        self._arrange()
        self._tell()

    # -- the cursor --------------------------------------------------------------------------------------------------

    @property
    def kin(self) -> Kin | None:
        """Who the cursor is on."""
        return self._tree.kin.get(self._cursor) if self._tree is not None else None

    def _moved(self, kin: str) -> None:
        self._cursor = kin
        for view in self.query(KinView):
            view.point(kin)
        self._tell()
        self.refresh_bindings()
        for bar in self.query("KeyBar"):
            bar.refresh()

    def _tell(self) -> None:
        """About who the cursor is on: the card where there is room, else a few lines."""
        from geboortespel.report.tree.telling import in_short
        from geboortespel.tui.lineage import rows, told

        one, words = self.kin, self.query_one("#kin", Words)
        if one is None or self._tree is None:
            return
        narrow = self.table.narrow
        said = rows(in_short(self._tree, one, self.tr)) if narrow else told(self._tree, one, self.tr)
        words.show(said)
        words.scroll_home(animate=False)

    def as_text(self) -> tuple[str, str]:
        """The whole tree, for who copies or keeps it."""
        from geboortespel.report.tree.text import whole

        title = self.tr("Family tree of alliances")
        return title, "\n".join(whole(self._tree, self.tr)) + "\n" if self._tree is not None else ""

    # -- actions -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who has a scenario can be played."""
        if action == "play":
            return self.kin is not None and self.kin.playable
        return self._tree is not None if action == "keep" else True

    @on(KinView.Chosen)
    def _chosen(self) -> None:
        self.action_card()

    def action_card(self) -> None:
        """Read the card of who the cursor is on."""
        from geboortespel.tui.lineage import told

        one = self.kin
        if one is None or self._tree is None:
            return
        said = told(self._tree, one, self.tr)[1:]  # its name is in the frame
        title = f"{one.letter} · {one.name}"
        self.app.push_screen(AlliancePage(title, said, one.id) if one.playable else Page(title, said))

    def action_play(self) -> None:
        """To the assignment of its scenario."""
        if self.kin is not None:
            from geboortespel.tui.opening import brief

            brief(self.table, self.kin.id)

    def write(self, folder: Path, kind: Kind) -> Path:
        from geboortespel.tui.lineage import write

        assert self._tree is not None
        return write(self._tree, folder, kind, self.tr)

    def action_pane(self, pane: str) -> None:
        """To the timeline or to the map."""
        self._pane = pane
        self._arrange()
        self.query_one(f"#{pane}").focus()

    def action_other(self) -> None:
        """From the one to the other, and on to the card where it can be scrolled."""
        focused = self.focused.id if self.focused is not None else ""
        names = ["time", "place"] if self.table.narrow else ["time", "place", "kin"]
        at = names.index(focused) if focused in names else -1
        name = names[(at + 1) % len(names)]
        if name == "kin":
            self.query_one("#kin").focus()
        else:
            self.action_pane(name)

    def action_back(self) -> None:
        """Back to where we came from."""
        self.dismiss(None)


class AlliancePage(Page):
    """The card of an alliance that can be played."""

    PLACE = "alliance"
    ABOUT = N_("The card of an alliance: each line says where it comes from. Enter or s plays its scenario.")
    BINDINGS: ClassVar[list[BindingType]] = bindings("alliance")

    def __init__(self, title: str, paragraphs: Sequence[Paragraph], scenario: str) -> None:
        super().__init__(title, paragraphs)
        self._scenario = scenario

    def action_play(self) -> None:
        """To the assignment of its scenario."""
        from geboortespel.tui.opening import brief

        table = self.table
        self.dismiss(None)
        brief(table, self._scenario)
