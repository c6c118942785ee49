"""The command `geboortespel` and its sub-commands, each in a file of its own that is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from geboortespel import __version__
from geboortespel.cli.exits import Exit
from geboortespel.words.catalog import LANGUAGES, Translator

COMMANDS = {
    "speel": ("play", "play"),
    "lijst": ("list", "listing"),
    "nieuw": ("new", "new"),
    "controleer": ("check", "check"),
    "schema": ("schema", "schema"),
    "vergelijk": ("compare", "compare"),
    "graaf": ("graph", "graph"),
    "vertaal": ("translate", "translate"),
    "leg-uit": ("explain", "explain"),
    "herhaal": ("replay", "replay"),
    "kaartje": ("card", "card"),
    "terugblik": ("lookback", "lookback"),
    "kraamtijd": ("first-year", "firstyear"),
    "campagne": ("campaign", "campaign"),
    "nabespreken": ("debriefing", "debriefing"),
    "rapport": ("report", "debrief"),
    "fluisterkaarten": ("whisper", "whisper"),
    "simuleer": ("simulate", "simulate"),
    "kansen": ("odds", "odds"),
    "bereik": ("reach", "reach"),
    "lessen": ("lessons", "lessons"),
    "stamboom": ("family-tree", "tree"),
    "aanvulling": ("completion", "completion"),
}
"""Dutch name → (English name, module of this package)."""

ENGLISH = {english: dutch for dutch, (english, _) in COMMANDS.items()}
HELP = {"help_option_names": ["--help", "--hulp", "-h"], "max_content_width": 100}


class Root(click.Group):
    """The group of commands. Names in the other language work too, but are not listed."""

    def __init__(self, tr: Translator) -> None:
        self.tr = tr
        super().__init__(
            name="geboortespel",
            callback=self._alone,
            invoke_without_command=True,
            params=_options(tr),
            context_settings=HELP,
            help=tr("A game about how an alliance is born. Without a command: the menu."),
            epilog=tr("SCENARIO is an id (see `geboortespel list`) or the path of a scenario file."),
            options_metavar=tr("[OPTIONS]"),
            subcommand_metavar=tr("[COMMAND ...]"),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(ENGLISH if self.tr.language == "en" else COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        dutch = ENGLISH.get(cmd_name, cmd_name)
        if dutch not in COMMANDS:
            return None
        module = import_module(f"geboortespel.cli.{COMMANDS[dutch][1]}")
        command: click.Command = module.command(self.tr)
        command.name = cmd_name
        command.params.append(language_option(self.tr))
        command.options_metavar = self.tr("[OPTIONS]")
        return command

    @staticmethod
    def _alone(text: bool, ascii: bool, **_: object) -> int:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is not None:
            return Exit.GOOD
        from geboortespel.cli.menu import start

        return start(ctx.find_root().command.tr, text, ascii)  # type: ignore[attr-defined]


def _options(tr: Translator) -> list[click.Parameter]:
    def version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"geboortespel {__version__}")
            ctx.exit()

    return [
        text_option(tr),
        click.Option(["--ascii"], is_flag=True, help=tr("The table in plain ASCII, for fonts without marks.")),
        language_option(tr),
        click.Option(
            ["--versie", "--version", "version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=version,
            help=tr("Show the version."),
        ),
    ]


def text_option(tr: Translator) -> click.Option:
    """`--tekst`: line mode. The program and its command `speel` both take it."""
    said = tr("Line mode: plain text, one line at a time.")
    return click.Option(["--tekst", "--text", "text"], is_flag=True, help=said)


def language_option(tr: Translator) -> click.Option:
    """`--taal`, which `main` has looked at before anything was built; here so that every command accepts it."""
    return click.Option(
        ["--taal", "--language", "language"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=tr("Language of the game's own texts."),
    )
