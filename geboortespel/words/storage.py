"""Troubles with files and journals, said so that people know what to do; for every front end."""

from __future__ import annotations

from geboortespel.words.catalog import N_, Translator
from geboortespel.words.plain import one_line

TROUBLE = {
    "vol": N_("The disk is full. Everything up to here is kept. Make room and try again: {path}"),
    "alleen_lezen": N_("Nothing can be written there: {path}. Choose another place with --journaal PATH."),
    "in_gebruik": N_("Another window plays this game: {path}. Stop there first, or play a new game."),
    "bestaat_al": N_("There is a file of that name already: {path}. Choose another name."),
    "ontbreekt": N_("There is no such file: {path}."),
    "onleesbaar": N_("This can't be read or written: {path}."),
}
UNSAVED = {
    "vol": N_("The disk is full, so nothing was saved: {path}."),
    "alleen_lezen": N_("Nothing can be written there: {path}. Choose another place."),
    "bestaat_al": N_("There is another file of that name already: {path}. Nothing was changed; choose another name."),
    "ontbreekt": N_("There is no such folder: {path}. Choose another place."),
}
DAMAGED = {
    "vorm": N_("{path}: line {line} is no journal line. What is above it is whole."),
    "keten": N_("{path}: line {line} was changed or is missing. What is above it is whole."),
}
UNREADABLE = {
    "vreemd": N_("{path} is no journal of this game."),
    "nieuwer": N_("{path}: a later version of Geboortespel wrote this. Play it with that version."),
    "keten": N_(
        "{path}: line 1, which holds the whole scenario, was changed, so this game can't be read any more. "
        "Put a copy of the file in its place."
    ),
}
"""What is wrong with a journal's first line."""
DIVERGED = {
    "stand": N_("Line {line} (#{n}): the game now gives another state than the journal says."),
    "geweigerd": N_("Line {line} (#{n}): this action is not allowed there."),
    "onbekend": N_("Line {line} (#{n}): the scenario knows no such action."),
}


def trouble(code: str, path: object, tr: Translator) -> str:
    """A file that could not be read or written (`StoreError`)."""
    return tr(TROUBLE.get(code, TROUBLE["onleesbaar"])).format(path=one_line(str(path)))


def saved(path: object, tr: Translator) -> str:
    """That something the players asked for is in this file now."""
    return tr("Saved: {path}").format(path=one_line(str(path)))


def unsaved(code: str, path: object, tr: Translator) -> str:
    """Why something the players wanted to keep was not written (`StoreError`)."""
    return tr(UNSAVED.get(code, TROUBLE["onleesbaar"])).format(path=one_line(str(path)))


def damaged(path: object, line: int, reason: str, tr: Translator) -> str:
    """A journal line (from 0) that is not what was written (`DamagedJournal`)."""
    if line == 0:
        return tr(UNREADABLE.get(reason, UNREADABLE["keten"])).format(path=one_line(str(path)))
    return tr(DAMAGED[reason]).format(path=one_line(str(path)), line=line + 1)


def diverged(line: int, reason: str, rules: int, tr: Translator) -> str:
    """The first difference between a journal and the game (`Divergence`); `rules` is another rules version, or 0."""
    said = tr(DIVERGED[reason]).format(line=line + 1, n=line)
    if rules:
        said += " " + tr("It was played with version {n} of the rules.").format(n=rules)
    return said


def torn(tr: Translator) -> str:
    """That an unfinished last line was dropped."""
    return tr("The last line was unfinished and has been dropped; everything before it is there.")
