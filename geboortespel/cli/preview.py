"""`speel --vanaf` and `speel --kijk`: a scenario that is being written, from anywhere, live after every save."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.journals import MOST_SEED, NewGame
from geboortespel.cli.play import Wanted
from geboortespel.cli.source import find, load
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario
    from geboortespel.session.driver import Policy
    from geboortespel.session.preview import Preview, Start

NOBODY = ("niemand", "nobody")


def run(tr: Translator, wanted: Wanted, reason: str) -> int:
    """Preview what was asked for, at the table or for a `reason` in line mode; the exit status."""
    made = begun(tr, wanted)
    gc.enable()
    if not reason:
        from geboortespel.tui.preview import run as run_table

        return run_table(made, tr.language, watch=wanted.watch, ascii=wanted.ascii)
    from geboortespel.lines import preview as lines
    from geboortespel.lines.start import announce
    from geboortespel.lines.terminal import EndOfInput, Quit, Terminal

    terminal = Terminal(tr)
    announce(terminal, reason)
    terminal.say(tr("A preview of {title}: nothing is kept. p shows every quantity.").format(title=_title(made)))
    if wanted.watch:
        terminal.say(tr("Save the scenario, and the game goes on in the new version."))
    try:
        lines.run(terminal, made, watch=wanted.watch)
    except (EndOfInput, Quit):
        terminal.gap()
    return Exit.GOOD


def _title(made: Preview) -> str:
    return one_line(made.session.board.scenario.title)


def begun(tr: Translator, wanted: Wanted) -> Preview:
    """The preview, played up to where it should begin. Stop when that can't be."""
    from geboortespel.scenario.reader import Kept
    from geboortespel.session.preview import GivenWrong, NeverThere, Preview

    if wanted.journal is not None:
        raise Stop(tr("A preview keeps no journal: leave out --journaal, or --vanaf, --stand and --kijk."))
    if wanted.scenario is None:
        raise Stop(tr("A preview needs a SCENARIO."))
    kept = Kept()
    reading = load(wanted.scenario, tr, kept)
    assert reading.scenario is not None
    game = NewGame(wanted, tr, reading)
    start = start_of(wanted, reading.scenario, tr)
    seed = int.from_bytes(os.urandom(4), "big") % MOST_SEED if wanted.seed is None else wanted.seed
    made = Preview(find(wanted.scenario, tr), seed, reading, kept, game.seats, _stand_in(game), tr.language)
    try:
        made.begin(start, _lead_in(wanted.lead_in, tr))
    except NeverThere:
        raise Stop(tr("The game ends before it comes to {place}.").format(place=one_line(wanted.begin))) from None
    except GivenWrong as wrong:
        from geboortespel.words.catalog import translator
        from geboortespel.words.faults import message

        for fault in wrong.faults:
            print(f"--stand: {message(fault, translator(tr.language, 'diagnose'))}", file=sys.stderr)
        raise Stop() from None
    return made


def _stand_in(game: NewGame) -> Policy | None:
    if set(game.scenario.believers) - set(game.seats):
        from geboortespel.players.planner import Planner

        return Planner()
    return None


def _lead_in(name: str, tr: Translator) -> Policy | None:
    """Who plays up to the start; None for nobody, who passes."""
    from geboortespel.players.registry import NAMES, UnknownPlayer, by_name

    if name in NOBODY:
        return None
    try:
        return by_name(name)
    except UnknownPlayer:
        said = tr("There is no player '{name}'. There are: {known}, and niemand.")
        raise Stop(said.format(name=one_line(name), known=", ".join(NAMES))) from None


def start_of(wanted: Wanted, scenario: Scenario, tr: Translator) -> Start:
    """Where to begin, as it was written. Stop when there is no such phase or round, or a value can't be read."""
    from geboortespel.scenario.names import rounds
    from geboortespel.session.preview import Start

    given = []
    for one in wanted.given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise Stop(tr("'{text}' is no quantity with a value: write for example verhaal=60.").format(text=one))
        given.append((name.strip(), value.strip()))
    phase, number = wanted.begin, 0
    if phase.isdecimal() and 0 < int(phase) <= rounds(scenario):
        phase, number = "", int(phase)
    if phase and phase not in scenario.phases:
        said = tr("There is no phase or round '{name}'. There are: {known}, and rounds 1 to {last}.")
        known = ", ".join(scenario.phases) or tr("none")
        raise Stop(said.format(name=one_line(phase), known=known, last=rounds(scenario)))
    return Start(phase, number, tuple(given))
