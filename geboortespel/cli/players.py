"""Players for the commands: a name, or a script in a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from geboortespel.engine.board import Board
    from geboortespel.players.script import Script, ScriptFault

FAULTS = {
    "soort": N_("'{word}' is no kind of action: zet, pas, keuze, poort, gok, zitting, slotzin, niet or anders."),
    "deel": N_("'{word}' can't be read here. What can: doel=, keuze=, wie=, hooguit=, ronde=."),
    "ronde": N_("'{word}' is no round: ronde=3 or ronde=3-6."),
    "hooguit": N_("'{word}' is no number of times: hooguit=2."),
    "anders": N_("After 'anders' comes planner or eenzijdig:PERSPECTIVE, not '{word}'."),
    "past_niet": N_("Nothing in this scenario fits '{word}'."),
}


def player_option(tr: Translator) -> click.Option:
    """`--speler`: who plays."""
    said = tr(
        "Who plays: willekeurig, beginner, planner, grillig, eenzijdig:PERSPECTIVE, or script:FILE for one of your own."
    )
    names = ["-s", "--speler", "--player", "player"]
    return click.Option(names, default="planner", metavar=tr("PLAYER"), help=said, shell_complete=_complete)


def seed_option(tr: Translator) -> click.Option:
    """`--zaad`: the seed of the first game."""
    said = tr("Seed of the first game; the next one has the next seed.")
    return click.Option(["--zaad", "--seed", "seed"], type=Whole(tr, 0), default=1, metavar="N", help=said)


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from geboortespel.players.registry import NAMES

    return [CompletionItem(name) for name in (*NAMES, "script:") if name.startswith(begun)]


def player_of(name: str, board: Board, tr: Translator, folder: Path | None = None) -> str | Script:
    """The player of this name; a script is looked up in `folder` (here, without one). Stop when there is none."""
    from geboortespel.players.registry import NAMES
    from geboortespel.players.script import PREFIX, ScriptFault

    if name in NAMES:
        return name
    if not name.startswith(PREFIX):
        said = tr("There is no player '{name}'. There are: {known}, and script:FILE.")
        raise Stop(said.format(name=one_line(name), known=", ".join(NAMES)))
    script = _read(name, (folder or Path()) / name.removeprefix(PREFIX), tr)
    try:
        script.player(board)
    except ScriptFault as fault:
        raise Stop(told(fault, name, tr)) from fault
    return script


@contextmanager
def ending(tr: Translator) -> Iterator[None]:
    """Turn a game that does not end into a message."""
    from geboortespel.analysis.simulate import EndlessGame

    try:
        yield
    except EndlessGame as fault:
        said = tr("The game with seed {seed} does not end: there is something that can be done without end.")
        raise Stop(said.format(seed=fault.seed), Exit.FAULTS) from fault


def told(fault: ScriptFault, name: str, tr: Translator) -> str:
    """What is wrong with a script, and where."""
    said = tr(FAULTS[fault.reason]).format(word=one_line(fault.word))
    return tr("{name}, line {line}: {said}").format(name=one_line(name), line=fault.line, said=said)


def _read(name: str, path: Path, tr: Translator) -> Script:
    from geboortespel.players.script import MOST, Script

    try:
        with path.open("rb") as file:
            text = file.read(MOST + 1).decode("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise Stop(tr("The script {path} can't be read.").format(path=one_line(str(path)))) from fault
    if len(text) > MOST:
        raise Stop(tr("The script {path} can't be read.").format(path=one_line(str(path))))
    return Script(name, text)
