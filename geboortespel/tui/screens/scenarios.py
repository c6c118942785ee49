"""The scenarios there are: what each is about, how long it takes, for how many, what can be learnt from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList

from geboortespel.tui import marks
from geboortespel.tui.screens.listing import Listing
from geboortespel.tui.widgets.rows import Item, Row
from geboortespel.tui.widgets.text import Paragraph
from geboortespel.words.catalog import N_

if TYPE_CHECKING:
    from geboortespel.tui.games import Listed


class ScenarioScreen(Listing):
    """Choose a scenario to play, or only look (`play` False: choosing shows its assignment just the same)."""

    PLACE = "list"
    ABOUT = N_("The scenarios there are. Choosing one shows its assignment; the game begins only after that.")

    def __init__(self, play: bool) -> None:
        super().__init__()
        self._play = play
        self._found: list[Listed] = []
        self._played: dict[str, int] = {}
        self._done = False

    def on_mount(self) -> None:
        super().on_mount()
        self.say(self.tr("One moment, reading…"))
        self.run_worker(self._read, thread=True, exclusive=True)

    def heading(self) -> str:
        return self.tr("Which scenario?") if self._play else self.tr("Scenarios")

    def _read(self) -> None:
        from geboortespel.tui.games import played, scenarios

        self._played = played()
        for listed in scenarios(self.tr):
            self._found.append(listed)
            self.app.call_from_thread(self.speak)
        self._done = True
        self.app.call_from_thread(self.speak)

    def speak(self) -> None:
        super().speak()
        if self._done and not self._found:
            self.say(self.tr("There are no scenarios here."))
        if self._found:
            self.told = {str(listed.path): self._about(listed) for listed in self._found}
            self.fill([self._item(listed) for listed in self._found])

    def _item(self, listed: Listed) -> Item:
        times = self._played.get(listed.id, 0)
        mark = Content.styled(marks.YES, "$groen") if times else Content("")
        title, kind = Content.styled(listed.title, "bold"), Content.styled(listed.kind, "$zacht")
        if self.table.narrow:  # a line each: more of them in sight
            row = Row(title, Content(" ").join(filter(None, (kind, mark))), wrap=True)
        else:
            row = Row(title, mark, kind, hang=2, wrap=True)
        return Item(str(listed.path), row)

    def on_resize(self) -> None:
        super().on_resize()
        self.speak()

    def _about(self, listed: Listed) -> list[Paragraph]:
        tr = self.tr
        times = self._played.get(listed.id, 0)
        facts = (
            (tr("Takes"), listed.playtime),
            (tr("Players"), listed.players),
            (tr("Kind"), listed.kind),
            (tr("Difficulty"), listed.hard),
            (tr("Played"), tr.many("{n} time", "{n} times", times) if times else tr("not yet")),
        )
        said: list[Paragraph] = [Content.styled(listed.title, "bold $warm"), Content(listed.about), Content("")]
        width = max(len(name) for name, _ in facts) + 2
        for name, text in facts:
            if text:
                said.append(Row(Content.assemble((f"{name:<{width}}", "$zacht"), text), hang=width, wrap=True))
        if listed.opening:
            said += [Content(""), Content.styled(f'"{listed.opening}"', "italic")]
        if listed.teaches:
            said += [Content(""), Content.styled(tr("What only this one teaches"), "$zacht"), Content(listed.teaches)]
        if listed.lessons:
            said += [Content(""), Content.styled(tr("What you can learn here"), "$zacht")]
            said += [Row(Content(f"{marks.BULLET} {lesson}"), hang=2, wrap=True) for lesson in listed.lessons]
        return said

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from geboortespel.tui.opening import brief

        brief(self.table, event.option_id or "")
