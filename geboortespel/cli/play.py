"""`geboortespel speel`: play a scenario, or go on with a game."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import frozen

from geboortespel.cli.journals import complete_journal
from geboortespel.cli.source import Whole, complete_scenario
from geboortespel.words.catalog import Translator


@frozen
class Wanted:
    """What was asked for on the command line."""

    scenario: str | None = None
    text: bool = False
    seed: int | None = None
    roles: tuple[str, ...] = ()
    journal: Path | None = None
    clock: bool = True
    ascii: bool = False
    begin: str = ""
    lead_in: str = "planner"
    given: tuple[str, ...] = ()
    watch: bool = False
    what_if: Path | None = None
    moment: str = ""

    @property
    def preview(self) -> bool:
        """Whether an author looks at a scenario that is being written: nothing is kept."""
        return bool(self.begin or self.given or self.watch)


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Play a scenario. Without one: choose, or go on with a kept game."))
    @click.argument("scenario", metavar="[SCENARIO]", required=False, shell_complete=complete_scenario)
    @click.option("--tekst", "--text", "text", is_flag=True, help=tr("Line mode: plain text, one line at a time."))
    @click.option(
        "--zaad",
        "--seed",
        "seed",
        type=Whole(tr, 0, 2**31 - 1),
        metavar="N",
        help=tr("The seed: all luck follows from it."),
    )
    @click.option(
        "--rol",
        "--role",
        "roles",
        multiple=True,
        metavar=tr("ROLE"),
        help=tr("A role that people play; the other roles are played by the computer. May be repeated."),
    )
    @click.option(
        "--journaal",
        "--journal",
        "journal",
        type=click.Path(path_type=Path),
        metavar=tr("PATH"),
        help=tr("Where the game is kept. If the journal exists, the game goes on from there."),
    )
    @click.option(
        "--zonder-klok",
        "--no-clock",
        "clock",
        is_flag=True,
        flag_value=False,
        default=True,
        help=tr("Keep no time stamps in the journal."),
    )
    @click.option("--ascii", is_flag=True, help=tr("The table in plain ASCII, for fonts without marks."))
    @click.option(
        "--vanaf", "--from", "begin", default="", metavar=tr("PHASE"),
        help=tr("For authors: begin at this phase, or at the round with this number. Nothing is kept."),
    )  # fmt: skip
    @click.option(
        "--voorspel", "--lead-in", "lead_in", default="planner", metavar=tr("PLAYER"),
        help=tr("Who plays up to there: a player, or `niemand`, who passes."),
    )  # fmt: skip
    @click.option(
        "--stand", "--state", "given", multiple=True, metavar=tr("NAME=VALUE"),
        help=tr("Set a quantity there, such as verhaal=60 or vorm=volledig. May be repeated."),
    )  # fmt: skip
    @click.option(
        "--kijk", "--watch", "watch", is_flag=True,
        help=tr("For authors: follow the file. After every save the game goes on in the new version."),
    )  # fmt: skip
    @click.option(
        "--wat-als", "--what-if", "what_if", type=click.Path(path_type=Path), metavar=tr("JOURNAL"),
        shell_complete=complete_journal,
        help=tr("Play on from a moment of a game that has ended. That game stays; this one gets a journal beside it."),
    )  # fmt: skip
    @click.option(
        "--moment", "moment", default="", metavar=tr("MOMENT"),
        help=tr("From which moment: r3 is the beginning of round 3, 42 is after journal line 42."),
    )  # fmt: skip
    def play(**options: object) -> int:
        from geboortespel.cli.start import start

        before = click.get_current_context().find_root().params
        for name in ("text", "ascii"):  # `geboortespel --tekst speel …` means it too
            options[name] = options[name] or before.get(name, False)
        return start(tr, Wanted(**options))  # type: ignore[arg-type]

    return play
