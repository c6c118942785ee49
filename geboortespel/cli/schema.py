"""`geboortespel schema`: a JSON Schema of scenario files, so that editors explain and complete while one writes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geboortespel.cli.afterwards import output_option
from geboortespel.cli.exits import Stop
from geboortespel.cli.source import complete_scenario, find
from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(
        help=tr("A JSON Schema of scenario files, for editors. With SCENARIO it offers the ids of that one.")
    )
    @click.argument("scenario", metavar="[SCENARIO]", required=False, shell_complete=complete_scenario)
    @output_option(tr, tr("Save it as FILE instead of printing it."))
    def schema(scenario: str | None, output: Path | None) -> None:
        text = text_of(find(scenario, tr) if scenario else None, tr)
        if output is None:
            click.echo(text, nl=False)
            return
        save(output, text, tr)
        from geboortespel.scenario.schema import FILE, MODELINE

        said = tr("Put this line at the top of the scenario, and your editor finds it:")
        print(f"{said}\n    {MODELINE.replace(FILE, output.name)}", file=sys.stderr)

    return schema


def text_of(path: Path | None, tr: Translator) -> str:
    """The schema as JSON text; with the ids of the scenario at `path`, as far as it can be read."""
    import json

    from geboortespel.scenario.library import Library
    from geboortespel.scenario.names import NAMESPACES
    from geboortespel.scenario.reader import read
    from geboortespel.scenario.schema import schema
    from geboortespel.words.keys import Keys

    scenario = read(path, Library()).scenario if path is not None else None
    ids = {what: list(getattr(scenario, attr)) for what, attr in NAMESPACES.items()} if scenario else {}
    made = schema(Keys(tr.language).explained, ids)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def save(path: Path, text: str, tr: Translator) -> None:
    """Write a schema; only another schema is replaced."""
    from geboortespel.session.store import StoreError, write_file
    from geboortespel.words import storage

    try:
        write_file(path, text.encode(), lambda data: b"json-schema.org" in data[:200])
    except StoreError as fault:
        raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
