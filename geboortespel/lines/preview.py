"""The live preview in line mode: the game goes on after every save of its scenario, with a panel of quantities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from geboortespel.lines import board
from geboortespel.lines.letters import Again, Letters
from geboortespel.lines.opening import Person
from geboortespel.lines.play import Play
from geboortespel.lines.terminal import Terminal
from geboortespel.session.preview import Key, Preview, Reloaded, as_written, standings
from geboortespel.words import faults
from geboortespel.words.plain import one_line
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.scenario.changes import Difference

PANEL = ("p", "paneel", "panel")
MOST = 8
"""Changes of the scenario that are told at once."""
LONG = 60


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

    def run(self) -> None:
        """Play until the game has ended, without the ceremony of an ending."""
        while True:
            try:
                self._to_the_end()
                if not self.watch:
                    return
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
        listed = []
        for name, value in now.items():
            before = self.last.get(name, value)
            said = as_written(self.session, name, value)
            if before != value:
                gap = f" ({value - before:+d})" if said == str(value) else ""
                listed.append(f"{name} {as_written(self.session, name, before)} → {said}{gap}")
            elif everything:
                listed.append(f"{name} {said}")
        self.last = now
        if listed:
            self.terminal.say(self.tr("Panel: {standings}").format(standings="; ".join(listed)), hanging="  ")


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
    tr = terminal.tr
    if found.faults:
        for fault in found.faults:
            for line in faults.phrase(fault, tr.language).split("\n"):
                terminal.literal(line)
        terminal.say(tr("The scenario can't be played now; the game waits as it was."))
        return
    milliseconds = round(1000 * found.seconds)
    said = tr("Saved, and read again in {ms} ms. Changes in the scenario: {n}.")
    terminal.say(said.format(ms=milliseconds, n=len(found.changes)))
    for change in found.changes[:MOST]:
        terminal.say(f"  {_changed(change)}", hanging="    ")
    if found.lost is None:
        terminal.say(tr("All {n} actions were done again.").format(n=found.before))
    else:
        said = tr("{n} of {all} actions were done again. Here it stops: {action} is not possible any more.")
        terminal.say(said.format(n=found.again, all=found.before, action=_named(found.lost)))


def _changed(change: Difference) -> str:
    was, now = (one_line(value or "∅") for value in (change.was, change.now))
    was, now = (value if len(value) <= LONG else value[: LONG - 1] + "…" for value in (was, now))
    return f"{change.path}: {was} → {now}"


def _named(key: Key) -> str:
    return one_line(" ".join(name for name in key if name))
