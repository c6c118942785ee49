"""`geboortespel aanvulling`: the script that lets a shell complete commands, options and scenarios."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from geboortespel.words.catalog import Translator

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_GEBOORTESPEL_COMPLETE"


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(
        help=tr("Print the script that completes commands in your shell."),
        epilog=tr(
            'In bash or zsh: eval "$(geboortespel completion bash)". In fish: geboortespel completion fish | source.'
        ),
    )
    @click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
    def completion(shell: str) -> None:
        found = get_completion_class(shell)
        if found is None:
            raise click.UsageError(shell)
        root = click.get_current_context().find_root().command
        click.echo(found(root, {}, "geboortespel", VARIABLE).source())

    return completion
