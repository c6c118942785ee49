"""`geboortespel speel --wat-als JOURNAAL --moment M`: the branch that is asked for, made before it is played."""

from __future__ import annotations

import re
from pathlib import Path

from geboortespel.cli.card import replayed
from geboortespel.cli.exits import Stop
from geboortespel.cli.journals import kept, told
from geboortespel.cli.play import Wanted
from geboortespel.session.session import Session
from geboortespel.words.catalog import Translator
from geboortespel.words.plain import one_line

_WRITTEN = re.compile(r"(?P<round>[rm])?#?(?P<number>\d{1,6})")


def begin(wanted: Wanted, tr: Translator) -> Path:
    """Make the branch, under the name that was asked for or the first free one; gives its journal."""
    from geboortespel.session.branch import NothingAhead, begin_branch, begin_kept_branch

    assert wanted.what_if is not None
    journal = kept(wanted.what_if)
    session = replayed(journal, tr)
    if not session.finished:
        raise Stop(tr("This game has not ended yet: what if is for afterwards."))
    line = moment(session, wanted.moment, tr)
    with told(tr):
        try:
            if wanted.journal is not None:
                made = begin_branch(
                    session, line, wanted.journal, of=journal.name, clock=wanted.clock, language=tr.language
                )
            else:
                made = begin_kept_branch(session, line, beside=journal, clock=wanted.clock, language=tr.language)
        except NothingAhead as fault:
            raise Stop(tr("At that moment the game had ended: there is nothing to play on.")) from fault
    made.close()
    assert made.path is not None
    return made.path


def moment(session: Session, written: str, tr: Translator) -> int:
    """The journal line that a moment is written as. Stop when there is no such moment."""
    from geboortespel.report.lookback.moments import rounds
    from geboortespel.report.lookback.past import Past

    found = _WRITTEN.fullmatch(written.strip().lower())
    if found is None:
        said = tr("Which moment? --moment r3 is the beginning of round 3, --moment 42 is after journal line 42.")
        raise Stop(said)
    number = int(found["number"])
    if not found["round"]:
        if number > session.line:
            said = tr("There is no moment '{name}' in this game; its last line is {line}.")
            raise Stop(said.format(name=one_line(written), line=session.line))
        return number
    lines = rounds(Past(session))
    if number not in lines:
        said = tr("There is no round '{name}' in this game; its rounds are {first} to {last}.")
        raise Stop(said.format(name=one_line(written), first=min(lines), last=max(lines)))
    return lines[number]
