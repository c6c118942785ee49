"""What was done at a moment, in words that stand by themselves: at the negotiating table also what, and before whom."""

from __future__ import annotations

from geboortespel.engine.ir import State
from geboortespel.engine.ledger import Cause
from geboortespel.engine.talks import Talks
from geboortespel.report.lookback.past import Past
from geboortespel.words import talks as words
from geboortespel.words.plain import joined
from geboortespel.words.voice import Voice

MOST = 3
"""Issues that are named of an offer; of the others is told how many there are."""


def deed(voice: Voice, past: Past, key: Cause, before: State) -> str:
    """The action with this key, done in the state `before`."""
    tr, talks = voice.tr, past.game.talks
    sat = talks.party(before) if talks is not None else None
    if key[0] == "zitting" and talks is not None and sat is not None:
        who = words.the_party(voice.titles, sat.id)
        match key[2]:
            case "voorleggen":
                return tr("put to {party}: {what}").format(party=who, what=_laid(voice, talks, before))
            case "graag-of-niet":
                said = tr("put to {party}, take it or leave it: {what}")
                return said.format(party=who, what=_laid(voice, talks, before))
            case "aannemen":
                return tr("take the offer of {party}").format(party=who)
            case "bod":
                said = tr("in the draft for {party}: {what}")
                return said.format(party=who, what=voice.action(past.game.action(*key)))
    if key[0] == "keuze":
        return voice.cause(past.now.cause(key))
    if key[0] == "gok" and key[4]:
        return tr("guess at {who}: {what}").format(
            who=voice.titles.the_actor(key[2]), what=voice.action(past.game.action(*key))
        )
    return voice.action(past.game.action(*key))


def _laid(voice: Voice, talks: Talks, before: State) -> str:
    """What the draft asks that their last offer does not, or how it differs from what was put to them last."""
    tr, titles, draft = voice.tr, voice.titles, talks.draft(before)
    theirs, ours = talks.offers(before, "zij"), talks.offers(before, "wij")
    against = theirs[-1] if theirs else ours[-1] if ours else -1
    if against < 0:
        return tr("a first offer")
    issues = talks.space.differing(against, draft)
    if not issues:
        return tr("just what they offered") if theirs else tr("the same as before")
    outcome = talks.space.outcome(draft)
    named = [f"{words.issue(titles, i)}: {_option(voice, talks, outcome, i)}" for i in issues[:MOST]]
    more = len(issues) - len(named)
    if more:
        named.append(tr.many("{n} other issue", "{n} other issues", more))
    return joined(named, tr("and"))


def _option(voice: Voice, talks: Talks, outcome: tuple[str, ...], issue: str) -> str:
    return words.option(voice.titles, issue, outcome[talks.space.place[issue]]).lower()
