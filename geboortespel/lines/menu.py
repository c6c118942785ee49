"""The menu in line mode: a new game, going on with one, what scenarios there are, the family tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geboortespel.lines.choose import Question, Row, choose
from geboortespel.lines.outside import letters
from geboortespel.lines.terminal import EndOfInput, Quit, Terminal
from geboortespel.words.plain import one_line
from geboortespel.words.shelf import how_hard, kind, on_the_shelf

if TYPE_CHECKING:
    from geboortespel.scenario.shelf import Listed


CAMPAIGN = "campagne"
"""What `Menu.ask` answers for the campaign; no scenario has this id."""


class Menu:
    """Asks what to do. Called when they are needed: `saved` (title, journal), newest first, and `scenarios`."""

    def __init__(
        self,
        terminal: Terminal,
        any_saved: bool,
        saved: Callable[[], Sequence[tuple[str, Path]]],
        scenarios: Callable[[], Sequence[Listed]],
    ) -> None:
        self.terminal, self.any_saved, self.saved, self.scenarios = terminal, any_saved, saved, scenarios
        self.tr = terminal.tr
        said = self.tr("Type the number of your choice; 0 stops or goes back.")
        self._command = letters(terminal, said, Quit)

    def ask(self) -> str | Path | None:
        """The id of a scenario to begin, the journal of a game to go on with, CAMPAIGN, or None to stop."""
        try:
            return self._ask()
        except Quit:
            return None
        except EndOfInput:
            self.terminal.say(self.tr("End of input. Begin a game with:"))
            self.terminal.literal("  geboortespel speel eerste-dijk --tekst")
            return None

    def _ask(self) -> str | Path | None:
        tr = self.tr
        parts: list[tuple[str, Callable[[], str | Path | None]]] = [
            (tr("New game"), self._new),
            (tr("Scenarios"), self._list),
            (tr("Family tree"), self._family),
            (tr("Campaign"), lambda: CAMPAIGN),
        ]
        if self.any_saved:
            parts.insert(0, (tr("Go on playing"), self._go_on))
        rows = tuple(Row(text) for text, _ in parts)
        while True:
            number = choose(self.terminal, Question(tr("Geboortespel"), rows, tr("stop")), self._command)
            if not number:
                return None
            found = parts[number - 1][1]()
            if found:
                return found

    def _new(self) -> str | Path | None:
        entries = list(self.scenarios())
        rows = tuple(Row(self._title(entry), one_line(entry.head.about)) for entry in entries)
        title = self.tr("Which scenario?")
        number = choose(self.terminal, Question(title, rows, self.tr("back")), self._command)
        return entries[number - 1].head.id if number else None

    def _go_on(self) -> str | Path | None:
        saved = self.saved()
        if not saved:
            self.terminal.say(self.tr("There is no kept game to go on with."))
            return None
        rows = tuple(Row(title) for title, _ in saved)
        number = choose(self.terminal, Question(self.tr("Which game?"), rows, self.tr("back")), self._command)
        return saved[number - 1][1] if number else None

    def _list(self) -> None:
        for entry in self.scenarios():
            self.terminal.say(f"{entry.head.id}: {self._title(entry)}", hanging="    ")
            hard = self.tr("Difficulty: {said}").format(said=how_hard(entry.difficulty, self.tr))
            for said in (kind(entry, self.tr), one_line(entry.head.about), hard):
                if said:
                    self.terminal.say(said, indent="    ")

    def _family(self) -> str | None:
        from geboortespel.lines.lineage import walk

        return walk(self.terminal, self._command)

    def _title(self, entry: Listed) -> str:
        return on_the_shelf(entry.head.title, entry.head.players, entry.head.playtime, self.tr)
