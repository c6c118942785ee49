"""The family tree for the table: read in the players' language, its lines in the theme's colours, what can be played.

Imported after the first frame: it reads YAML.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from textual.content import Content

from geboortespel.report.lookback.pages import Line
from geboortespel.report.picture import Kind
from geboortespel.report.tree.files import is_tree, rendered
from geboortespel.report.tree.grid import LAND
from geboortespel.report.tree.kin import Kin, Tree, tree
from geboortespel.report.tree.telling import card, playing
from geboortespel.scenario.family_texts import family_in
from geboortespel.session.store import write_file
from geboortespel.tui.widgets.pieces import STYLES
from geboortespel.tui.widgets.rows import Row
from geboortespel.words.catalog import Translator

ROLES = {
    **STYLES,
    "naam": "",
    "speelbaar": "$groen",
    "balk": "$accent-tekst",
    "ouder": "bold $oranje",
    "kind": "bold $groen",
    "pijl-in": "$oranje",
    "pijl-uit": "$groen",
    "gekozen-naam": "bold $warm",
    "kust": "$zacht",
    "grens": "$rand",
    "rivier": "$golf",
}
"""Role → style. The chosen one has the style of a cursor, see `styled`."""
CURSOR, UNFOCUSED = "bold $cursor-tekst on $cursor", "bold underline $cursor-tekst on $cursor"


def read(language: str) -> Tree:
    """The tree of now: what has a scenario since it was last looked at is picked up."""
    return tree(family_in(language))


def styled(lines: Iterable[Line], cursor: str) -> list[Content]:
    """Lines of a drawing; `cursor` is the style of who is looked at."""
    return [_styled(line, cursor) for line in lines]


@lru_cache(512)
def _styled(line: Line, cursor: str) -> Content:
    roles = {**ROLES, "gekozen": cursor}

    def style(role: str) -> str:
        name, land, _ = role.partition(LAND)
        return f"{roles.get(name, '')} on $vlak".strip() if land and name != "gekozen" else roles.get(name, "")

    return Content("").join(Content.styled(text, style(role)) for text, role in line.pieces)


def told(found: Tree, one: Kin, tr: Translator) -> list[Row]:
    """The card."""
    return rows(card(found, one, tr, playing(one, tr)))


def rows(lines: Iterable[Line]) -> list[Row]:
    """Lines of a report as paragraphs that keep their indent where they wrap."""
    styles = {**STYLES, "speelbaar": "$groen"}
    return [
        Row(Content("").join(Content.styled(text, styles.get(role, "")) for text, role in item.pieces), hang=item.hang,
            wrap=True)
        for item in lines
    ]  # fmt: skip


def write(found: Tree, folder: Path, kind: Kind, tr: Translator) -> Path:
    """Write the whole tree in a folder; its path. StoreError, NoPng."""
    name = tr("family-tree")
    path = folder / f"{name}.{kind}"
    write_file(path, rendered(kind, found, tr), is_tree)
    return path
