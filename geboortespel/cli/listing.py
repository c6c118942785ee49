"""`geboortespel lijst`: the scenarios there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from geboortespel.words.catalog import Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geboortespel.scenario.shelf import Listed


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("List the scenarios there are, with how hard each was measured to be."))
    @click.option("--json", "as_json", is_flag=True, help=tr("As JSON, for programs."))
    def listing(as_json: bool) -> None:
        found = entries(tr.language)
        if as_json:
            from geboortespel.words.plain import json_text

            click.echo(json_text([as_dict(one) for one in found]))
            return
        click.echo("\n\n".join("\n".join(_told(one, tr)) for one in found))

    return listing


def entries(language: str = "") -> list[Listed]:
    """The shipped scenarios, the one to begin with first, then in the order of history."""
    from geboortespel.scenario.shelf import shelf

    return shelf(language=language)


def as_dict(one: Listed) -> dict[str, Any]:
    """A scenario for programs. `difficulty`: shares of won games, 0-1, with how many were played; null: not known."""
    head, figures = one.head, one.difficulty.figures
    return {
        "id": head.id,
        "title": head.title,
        "about": head.about,
        "teaches": head.teaches,
        "players": head.players,
        "playtime": head.playtime,
        "type": one.type,
        "year": one.year,
        "real": one.real,
        "difficulty": figures
        and {
            "games": figures.games,
            "planner": round(figures.planner / figures.games, 4),
            "beginner": round(figures.beginner / figures.games, 4),
        },
        "lessons": [{"id": name, "title": title} for name, title in head.goals],
        "path": str(head.path),
    }


def _told(one: Listed, tr: Translator) -> Iterator[str]:
    """A scenario for people, in lines no wider than the terminal."""
    from geboortespel.words import shelf
    from geboortespel.words.plain import one_line, terminal_width, wrap
    from geboortespel.words.refusals import capital

    head, width = one.head, terminal_width()
    yield wrap(f"{one_line(head.title)} ({head.id})", width, hanging="  ")
    facts = (shelf.for_how_many(head.players, tr), one_line(head.playtime), shelf.kind(one, tr))
    lines = [capital(", ".join(filter(None, facts)))]
    lines.append(tr("Difficulty: {said}").format(said=shelf.how_hard(one.difficulty, tr)))
    lines += [one_line(head.about), one_line(head.teaches)]
    if learnt := shelf.lessons(one):
        lines.append(tr("Lessons: {said}").format(said="; ".join(learnt)))
    for line in filter(None, lines):
        yield wrap(line, width, "  ")
