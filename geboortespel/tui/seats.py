"""Whose turn it is, and what that role alone has: time, energy, its network, the stories it tells well. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from geboortespel.tui.board import stamina
from geboortespel.words.plain import joined

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.tui.hotseat import People
    from geboortespel.words.catalog import Translator
    from geboortespel.words.voice import Voice


def turn(voice: Voice, view: View, seat: str, people: People, tr: Translator, *, width: int) -> Content:
    """`Speler 2, jij bent contractmanager`, with time and energy beside or under it; '' for a seat without a name."""
    tokens = stamina(voice, view, seat)
    if not tokens:
        return Content("")
    name = Content.styled(voice.titles.seat(seat), "bold")
    if people.count > 1:
        who = tr("Player {n}, you are").format(n=people.of(seat))
        name = Content.assemble((f"{who} ", "bold $warm"), name)
    beside = name.cell_length + tokens.cell_length + 3 <= width
    return Content("   " if beside else "\n").join([name, tokens])


def knows(voice: Voice, view: View, seat: str, monograms: Mapping[str, str], *, wide: bool) -> Content:
    """The role's network, as monograms or (`wide`) names, and the arguments it tells well."""
    believer = voice.board.scenario.believers.get(seat)
    if believer is None:
        return Content("")
    tr, titles = voice.tr, voice.titles
    near = [a for a in voice.board.actors if view.reaches(seat, a)]
    names = [titles.actor(a) if wide else monograms[a] for a in near]
    parts, words = [], (tr("reaches"), tr("tells well"))
    if names:
        parts.append(Content.assemble((f"{words[0]} ", "$zacht"), (", " if wide else " ").join(names)))
    if wide and believer.skills:
        stories = joined([f"'{titles.argument(a).lower()}'" for a in believer.skills], tr("and"))
        parts.append(Content.assemble((f"{words[1]} ", "$zacht"), stories))
    return Content("\n").join(parts)
