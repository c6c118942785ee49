"""`geboortespel campagne`: history played in order; what is born changes what later alliances begin with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from geboortespel.cli import journals
from geboortespel.cli.exits import Exit, Stop
from geboortespel.cli.play import Wanted
from geboortespel.cli.root import text_option
from geboortespel.cli.source import Whole
from geboortespel.lines.mode import line_mode_reason
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from geboortespel.lines.terminal import Terminal
    from geboortespel.session.campaign import Road
    from geboortespel.session.session import Session

WAYS = {
    "toon": "toon", "show": "toon", "verder": "verder", "go-on": "verder", "begin": "begin",
    "overslaan": "overslaan", "skip": "overslaan", "opnieuw": "opnieuw", "again": "opnieuw",
}  # fmt: skip
"""What can be asked for, in both languages."""


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(
        help=tr(
            "Play history in order. Without more: the road, and what comes next. WHAT is `begin` (a new campaign), "
            "`go-on` (play the next alliance), `skip`, `again` (an earlier one, by its id) or `show`."
        )
    )
    @click.argument("what", metavar=tr("[WHAT]"), required=False, type=click.Choice(list(WAYS)))
    @click.argument("alliance", metavar=tr("[ALLIANCE]"), required=False, shell_complete=_complete)
    @click.option(
        "--zaad", "--seed", "seed", type=Whole(tr, 0, journals.MOST_SEED), metavar="N",
        help=tr("With `begin`: the seed. All luck of the campaign follows from it."),
    )  # fmt: skip
    def campaign(what: str | None, alliance: str | None, seed: int | None, text: bool) -> int:
        text = text or bool(click.get_current_context().find_root().params.get("text"))
        return run(tr, WAYS.get(what or "", ""), alliance, seed, text=text)

    campaign.params.append(text_option(tr))
    return campaign


def run(tr: Translator, what: str, alliance: str | None, seed: int | None, *, text: bool) -> int:
    """Do what was asked for. The exit status."""
    from geboortespel.lines import road as lines

    with told(tr):
        road = opened(tr, anew=what == "begin", seed=seed, keep=what != "toon")
        if what == "overslaan":
            road.skip(_known(road, alliance, tr) if alliance else _next(road, tr))
        if what in ("toon", "overslaan"):
            lines.told_whole(tr, road)
            return Exit.GOOD
        name = _known(road, alliance, tr) if alliance else ""
        if what == "opnieuw" and not name:
            raise Stop(tr("Which alliance? Give its id, as in `geboortespel campagne opnieuw waardse`."))
        if what == "verder":
            name = name or _next(road, tr)
        reason = line_mode_reason(text)
        if not reason:
            from geboortespel.tui import run as run_table

            status = run_table(language=tr.language, campaign=name or "*")
            return status if status in list(Exit) else Exit.WRONG
        return _in_lines(tr, road, name, reason)


def _in_lines(tr: Translator, road: Road, name: str, reason: str) -> int:
    from geboortespel.lines import road as lines
    from geboortespel.lines.start import announce
    from geboortespel.lines.terminal import Terminal

    terminal = Terminal(tr)
    announce(terminal, reason)
    if name:
        play(terminal, road, name)
        road.settle()
    lines.travel(terminal, road, lambda chosen: play(terminal, road, chosen))
    return Exit.GOOD


def travel(terminal: Terminal) -> None:
    """The campaign from the menu in line mode."""
    from geboortespel.lines import road as lines

    with told(terminal.tr):
        road = opened(terminal.tr)
        lines.travel(terminal, road, lambda chosen: play(terminal, road, chosen))


def play(terminal: Terminal, road: Road, name: str) -> None:
    """Play an alliance of the campaign in line mode, or go on with a game of it."""
    from geboortespel.lines import road as lines
    from geboortespel.lines import start

    tr, kept = terminal.tr, road.going_on(name)
    if kept is not None:
        with journals.told(tr), closing(journals.go_on(kept, Wanted(text=True), tr)) as session:
            start.go_on(terminal, session)
        return
    lines.ahead(terminal, road, name)
    beginning = road.beginning(name, tr.language)
    if beginning.reading.scenario is None:
        raise Stop(tr("The campaign has faults. See: geboortespel check campagne"))
    wanted = Wanted(name, text=True, seed=beginning.seed, journal=beginning.journal)
    new = journals.NewGame(evolve(wanted, scenario=name), tr, beginning.reading)

    def make() -> Session:
        with told(tr):
            road.start(beginning)
        return new.make()

    with journals.told(tr), closing(new):
        start.begin(terminal, new.scenario, new.seats, make)


def opened(tr: Translator, *, anew: bool = False, seed: int | None = None, keep: bool = True) -> Road:
    """The campaign that was kept, or a new one (not on disk yet without `keep`). Stop when there is none to be had."""
    from geboortespel.scenario.inheritance import inheritance
    from geboortespel.session import campaign

    found = inheritance(tr.language)
    if found is None:
        raise Stop(tr("There is no campaign here."))
    kept = None if anew else campaign.load(found)
    if kept is not None:
        return kept
    number = int.from_bytes(os.urandom(4), "big") % journals.MOST_SEED if seed is None else seed
    return campaign.new(found, number) if keep else campaign.Road(found, number, campaign.campaign_path())


@contextmanager
def told(tr: Translator) -> Iterator[None]:
    """Turn what can go wrong with the campaign's file into a message."""
    from geboortespel.session.campaign import NotACampaign

    try:
        with journals.told(tr):
            yield
    except NotACampaign as fault:
        raise Stop(not_one(fault.path, fault.reason, tr)) from fault


def not_one(path: Path, reason: str, tr: Translator) -> str:
    """That a file is no campaign, and what to do."""
    if reason == "nieuwer":
        return tr("{path} was written by a later version of Geboortespel.").format(path=one_line(str(path)))
    said = tr("{path} is not a campaign. Begin a new one with `geboortespel campagne begin`: this file is kept.")
    return said.format(path=one_line(str(path)))


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """For the shell: alliances that begin like this."""
    from click.shell_completion import CompletionItem

    from geboortespel.scenario.inheritance import inheritance

    found = inheritance()
    names = [one.id for one in found.road()] if found is not None else []
    return [CompletionItem(name) for name in names if name.startswith(begun)]


def _known(road: Road, name: str, tr: Translator) -> str:
    """An alliance on the road. Stop when it is not there."""
    names = [one.id for one in road.alliances]
    if name in names:
        return name
    said = tr("'{name}' is not on the road. There are: {known}.")
    raise Stop(said.format(name=one_line(name), known=", ".join(names)))


def _next(road: Road, tr: Translator) -> str:
    """The next alliance. Stop at the end of the road."""
    if road.next is None:
        raise Stop(tr("The campaign is at its end. See: geboortespel campagne toon"))
    return road.next.id
