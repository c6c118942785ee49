"""The live preview in line mode: the game goes on after every save of its scenario, with a panel of quantities."""

from __future__ import annotations

from collections.abc import Mapping

from geboortespel.lines import board
from geboortespel.lines.ending import Further
from geboortespel.lines.letters import Again, Letters
from geboortespel.lines.opening import Person
from geboortespel.lines.play import Play
from geboortespel.lines.terminal import Terminal
from geboortespel.report import live
from geboortespel.session.preview import Preview, Reloaded, standings
from geboortespel.words.voice import Voice

PANEL = ("p", "paneel", "panel")


class Saved(Exception):
    """The scenario was saved: read it again."""


class PreviewLetters(Letters):
    """With `p`: the panel of all quantities."""

    play: PreviewPlay

    def __call__(self, answer: str) -> bool:
        if answer in PANEL:
            self.play.panel(everything=True)
            return True
        return super().__call__(answer)

    def _help(self) -> None:
        super()._help()
        said = self.tr("panel: every quantity, hidden ones too")
        self.terminal.say(f" p  {said}", hanging="    ")


class PreviewPlay(Play):
    """Plays a preview by one person who holds all roles; `watch`: after the end wait for a change of the scenario."""

    def __init__(self, terminal: Terminal, preview: Preview, before: Mapping[str, int], *, watch: bool) -> None:
        session = preview.session
        voice = Voice(session.board, terminal.tr.language)
        super().__init__(terminal, voice, session, [Person(session.people)])
        self.command = self.teller.command = PreviewLetters(self)
        self.watch = watch
        self.last = dict(before)
        """The standings that were shown last."""

    def run(self) -> Further:
        """Play until the game has ended, without the ceremony of an ending."""
        while True:
            try:
                self._to_the_end()
                if not self.watch:
                    return Further()
                self._rest()
            except Again:
                continue

    def _to_the_end(self) -> None:
        while not self.session.finished:
            self.panel()
            self._step()
        self.panel()
        outcome = self.session.outcome
        if outcome is not None:
            said = self.tr("The game ends here: {outcome}.")
            self.terminal.say(said.format(outcome=self.voice.titles.outcome(outcome.id)))

    def _rest(self) -> None:
        """After the end: wait for a change, or for the author to take something back or to stop."""
        while True:
            self.terminal.say(self.tr("Change the scenario to go on. ? says what else is possible."))
            self.command(self.terminal.answer())

    def panel(self, *, everything: bool = False) -> None:
        """Quantities by the names that rules use: those that changed since the last time, or all."""
        now = standings(self.session)
        said = live.panel(self.session, self.last, now, self.tr, everything=everything)
        self.last = now
        if said:
            self.terminal.say(said, hanging="  ")


def run(terminal: Terminal, preview: Preview, *, watch: bool) -> None:
    """Play the preview; with `watch` go on after every save. EndOfInput and Quit pass."""
    before = standings(preview.session, 0)

    def look() -> None:
        if preview.changed():
            raise Saved

    if watch:
        terminal.idle = look
    try:
        while True:
            play = PreviewPlay(terminal, preview, before, watch=watch)
            try:
                where(play)
                play.run()
                return
            except Saved:
                before = play.last
                terminal.gap()
                tell(terminal, preview.reload())
    finally:
        terminal.idle = None


def where(play: PreviewPlay) -> None:
    """Where the game is now, and what is otherwise than it was before the scenario changed."""
    play.terminal.gap()
    play.terminal.say(board.where(play.voice, play.session.view(None)) + ".")
    play.panel()


def tell(terminal: Terminal, found: Reloaded) -> None:
    """What came of a save."""
    for line in live.wrong(found, terminal.tr.language):
        terminal.literal(line)
    for line in live.told(found, terminal.tr):
        terminal.say(line, hanging="    " if line.startswith(" ") else "")
