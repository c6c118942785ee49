"""`geboortespel stamboom`: the family tree of alliances, as text or as a drawing; or the card of one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from geboortespel.cli.afterwards import output_option, save
from geboortespel.cli.exits import Stop
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from geboortespel.report.picture import Kind
    from geboortespel.report.tree.kin import Kin, Tree


def command(tr: Translator) -> click.Command:
    """The command, with its help in the translator's language."""

    @click.command(help=tr("The family tree: timeline and map of all alliances, and who learnt from whom."))
    @click.argument("alliance", metavar=tr("[ALLIANCE]"), required=False, shell_complete=_complete)
    @output_option(tr, tr("Save it as FILE: .txt, .svg or .png."))
    def family_tree(alliance: str | None, output: Path | None) -> None:
        kind = _kind(output, tr) if output else "txt"
        tree = _tree(tr)
        one = _found(tree, alliance, tr) if alliance else None
        if one is not None and kind != "txt":
            raise Stop(tr("Only the whole tree can be drawn; the card of one is text."))
        if output is None:
            click.echo(_text(tree, one, tr), nl=False)
        else:
            _save(output, _rendered(kind, tree, one, tr), tr)

    return family_tree


def _kind(output: Path, tr: Translator) -> Kind:
    """The kind of file asked for."""
    from geboortespel.report.picture import KINDS, kind_of

    kind = kind_of(output.name)
    if kind is None:
        said = tr("A family tree can't be saved as '{name}'. What can: {endings}.")
        endings = ", ".join(f".{known}" for known in KINDS)
        raise Stop(said.format(name=one_line(output.name), endings=endings))
    return kind


def _rendered(kind: Kind, tree: Tree, one: Kin | None, tr: Translator) -> bytes:
    from geboortespel.report.picture import NoPng, no_png
    from geboortespel.report.tree.files import rendered

    if one is not None:
        return _text(tree, one, tr).encode()
    try:
        return rendered(kind, tree, tr)
    except NoPng as fault:
        raise Stop(no_png(fault, tr)) from fault


def _tree(tr: Translator) -> Tree:
    from geboortespel.report.tree.kin import tree
    from geboortespel.scenario.family_texts import family_in

    found = tree(family_in(tr.language))
    if not found.kin:
        raise Stop(tr("There is no family tree here."))
    return found


def _found(tree: Tree, name: str, tr: Translator) -> Kin:
    """One of its kin, by id, by letter or by the beginning of its name. Stop when there is none."""
    from difflib import get_close_matches

    found = tree.kin.get(name) or tree.from_letter(name)
    begins = [one for one in tree.kin.values() if one.name.lower().startswith(name.lower())]
    if found is None and len(begins) == 1:
        found = begins[0]
    if found is None:
        said = tr("There is no alliance '{name}' on the family tree.").format(name=one_line(name))
        near = get_close_matches(name, tree.kin, n=1, cutoff=0.5)
        if near:
            said += " " + tr("Do you mean '{name}'?").format(name=near[0])
        raise Stop(said)
    return found


def _text(tree: Tree, one: Kin | None, tr: Translator) -> str:
    from geboortespel.report.tree import text

    lines = text.whole(tree, tr) if one is None else text.one(tree, one, tr, _playing(one, tr))
    return "\n".join(lines) + "\n"


def _playing(one: Kin, tr: Translator) -> str:
    """How to play it; '' when it has no scenario."""
    return tr("geboortespel play {id}").format(id=one.id) if one.playable else ""


def _save(path: Path, made: bytes, tr: Translator) -> None:
    """Write it; only another family tree is replaced."""
    from geboortespel.report.tree.files import is_tree

    save(path, made, is_tree, tr)


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """For the shell: ids on the tree that begin like this."""
    from click.shell_completion import CompletionItem

    from geboortespel.scenario.family import family

    found = family()
    return [CompletionItem(name) for name in (*found.alliances, *found.elsewhere) if name.startswith(begun)]
