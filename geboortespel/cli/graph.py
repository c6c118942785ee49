"""`geboortespel graaf`: a scenario drawn, by phases, influences, listening and thresholds; and what games use."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli import source
from geboortespel.cli.afterwards import output_option
from geboortespel.cli.exits import Stop
from geboortespel.cli.players import ending, player_of, player_option, seed_option
from geboortespel.cli.source import Whole
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from geboortespel.analysis.coverage import Heat
    from geboortespel.scenario.graph import Graph
    from geboortespel.scenario.model import Scenario

VIEWS = {
    "fasen": "fasen", "invloeden": "invloeden", "luisteren": "luisteren", "drempels": "drempels",
    "phases": "fasen", "influences": "invloeden", "listening": "luisteren", "thresholds": "drempels",
}  # fmt: skip
FORMATS = {"tekst": "tekst", "mermaid": "mermaid", "svg": "svg", "text": "tekst"}
ENDINGS = {".svg": "svg", ".mmd": "mermaid", ".md": "mermaid", ".txt": "tekst"}
MARKS = (b"flowchart", b"```mermaid", b"<svg")


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("Draw a scenario: phases, influences, who listens to whom, thresholds with their routes."))
    @click.argument("scenario", metavar="SCENARIO", shell_complete=source.complete_scenario)
    @click.option(
        "--wat", "--what", "views", multiple=True, type=click.Choice(list(VIEWS)),
        metavar=tr("phases|influences|listening|thresholds"),
        help=tr("What to draw; everything when left out. May be repeated."),
    )  # fmt: skip
    @click.option(
        "--formaat", "--format", "form", type=click.Choice(list(FORMATS)),
        help=tr("Form of the drawing; otherwise by the name of FILE, or text."),
    )  # fmt: skip
    @click.option(
        "-n", "--dekking", "--coverage", "games", type=Whole(tr, 0, 1_000_000), default=0, metavar="N",
        help=tr("Play N games, and show how many of them used each thing."),
    )  # fmt: skip
    @output_option(tr, tr("Save it as FILE instead of printing it."))
    def graph(
        scenario: str, views: tuple[str, ...], form: str | None, games: int, output: Path | None, player: str, seed: int
    ) -> None:
        gc.enable()  # the command line leaves it off; a long run needs it
        found = source.load(scenario, tr).scenario
        assert found is not None
        kind = FORMATS[form] if form else ENDINGS.get(output.suffix.lower(), "tekst") if output else "tekst"
        wanted = list(dict.fromkeys(VIEWS[view] for view in views)) or list(dict.fromkeys(VIEWS.values()))
        if kind == "svg" and len(wanted) > 1:
            raise Stop(tr("One drawing at a time as SVG: say which with --what."))
        text = _drawn(found, wanted, kind, player if games else "", games, seed, tr)
        if output is None:
            click.echo(text, nl=False)
        else:
            _save(output, text, tr)

    graph.params += [player_option(tr), seed_option(tr)]
    return graph


def _drawn(scenario: Scenario, views: list[str], kind: str, player: str, games: int, seed: int, tr: Translator) -> str:
    """All views in one text. Views without anything in them are left out of many."""
    from geboortespel.scenario.graph import VIEWS as MAKERS

    graphs = [MAKERS[view](scenario) for view in views]
    graphs = [graph for graph in graphs if graph.points]
    if not graphs:
        raise Stop(tr("There is nothing of that kind in '{scenario}'.").format(scenario=one_line(scenario.id)))
    heats = _heats(scenario, graphs, player, games, seed, tr) if player else [{} for _ in graphs]
    drawn = [_one(graph, heat, kind, len(graphs) > 1, tr) for graph, heat in zip(graphs, heats, strict=True)]
    if player and kind == "tekst":
        said = tr("Shares of {games} games played by {player}: used, or for an aspect green at the end, a gate ready.")
        drawn.insert(0, said.format(games=games, player=one_line(player)) + "\n")
    return "\n".join(drawn)


def _one(graph: Graph, heat: Heat, kind: str, several: bool, tr: Translator) -> str:
    from geboortespel.report import graphs

    if kind == "svg":
        from geboortespel.report.graph_picture import picture

        return picture(graph, heat, tr)
    if kind == "tekst":
        return "\n".join(graphs.text(graph, heat, tr)) + "\n"
    lines = "\n".join(graphs.mermaid(graph, heat, tr)) + "\n"
    return f"## {tr(graphs.HEADINGS[graph.view])}\n\n```mermaid\n{lines}```\n" if several else lines


def _heats(scenario: Scenario, graphs: list[Graph], player: str, games: int, seed: int, tr: Translator) -> list[Heat]:
    from geboortespel.analysis.coverage import heat
    from geboortespel.analysis.running import Hands, cores
    from geboortespel.analysis.simulate import SHARE, simulate
    from geboortespel.cli.progress import Progress
    from geboortespel.engine.game import Game

    who = player_of(player, Game(scenario).board, tr)
    workers = min(cores(), -(-games // SHARE))
    hands = Hands(workers) if workers > 1 else None
    with ending(tr), Progress(games, tr) as told:
        tally = simulate(scenario, who, range(seed, seed + games), detail=True, hands=hands, told=told)
    return [heat(graph, scenario, tally) for graph in graphs]


def _save(path: Path, text: str, tr: Translator) -> None:
    """Write a drawing; only another drawing is replaced."""
    from geboortespel.session.store import StoreError, write_file
    from geboortespel.words import storage

    try:
        write_file(path, text.encode(), lambda data: any(mark in data[:400] for mark in MARKS))
    except StoreError as fault:
        raise Stop(storage.unsaved(fault.code, fault.path, tr)) from fault
