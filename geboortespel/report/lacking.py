"""What was still not green when a game ended, by name: for both front ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geboortespel.words.plain import joined, small

if TYPE_CHECKING:
    from geboortespel.engine.view import View
    from geboortespel.words.voice import Voice

MOST = 6
"""Aspects that are named; the others are counted."""


def lacking(voice: Voice, view: View) -> str:
    """`Not green yet: culture (red) and trust (orange).`, the red ones first; '' when all that had to be green was."""
    tr, titles = voice.tr, voice.titles
    colours = {aspect: view.colour(aspect) for aspect in view.required}
    short = [a for a in colours if colours[a] == "rood"] + [a for a in colours if colours[a] == "oranje"]
    if not short:
        return ""
    most = MOST if len(short) > MOST + 1 else len(short)
    shown = [f"{small(titles.aspect(a))} ({titles.colour(colours[a])})" for a in short[:most]]
    left = len(short) - most
    if left:
        shown.append(tr.many("{n} more", "{n} more", left))
    return tr("Not green yet: {aspects}.").format(aspects=joined(shown, tr("and")))
