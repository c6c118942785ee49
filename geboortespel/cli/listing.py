"""`geboortespel lijst`: the scenarios there are."""

from __future__ import annotations

import click

from geboortespel.words.catalog import Translator


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("List the scenarios there are."))
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def listing(as_json: bool) -> None:
        from geboortespel.words.plain import json_text, one_line
        from geboortespel.words.shelf import on_the_shelf

        found = entries(tr.language)
        if as_json:
            click.echo(json_text(found))
            return
        width = max((len(entry["id"]) for entry in found), default=0)
        for entry in found:
            click.echo(f"{entry['id']:<{width}}  {on_the_shelf(entry, tr)}")
            for said in (entry["about"], entry["teaches"]):
                if said:
                    click.echo(f"{'':<{width}}  {one_line(said)}")

    return listing


def entries(language: str = "") -> list[dict[str, str]]:
    """What can be said about each shipped scenario that can be read."""
    from geboortespel.scenario.library import Library
    from geboortespel.scenario.reader import read

    library, found = Library(), []
    for entry in library.shipped():
        scenario = read(entry.path, library, language=language).scenario
        if scenario is None:
            continue
        found.append(
            {
                "id": scenario.id,
                "title": scenario.title,
                "about": scenario.about,
                "teaches": scenario.teaches,
                "players": scenario.players,
                "playtime": scenario.playtime,
                "path": str(entry.path),
            }
        )
    return found
