"""The negotiating table in words: what can be done, what the market party says and why, what home says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geboortespel.words.catalog import N_
from geboortespel.words.plain import one_line, safe, small
from geboortespel.words.titles import Titles

if TYPE_CHECKING:
    from geboortespel.market.space import Space
    from geboortespel.scenario.model import MarketParty, TalkIssue, TalkOption

OFFERS = {
    "eerste": N_("{party} puts a first offer on the table."),
    "ruil": N_("{party} proposes a trade."),
    "geeft": N_("{party} moves, because you did."),
    "tijd": N_("{party} moves: time is running."),
    "vast": N_("{party} stays where they were."),
    "grens": N_("{party} says this is as far as they can go."),
    "onder": N_("{party} would sooner bid on an ordinary tender than sign this."),
    "risico": N_("{party} will not come aboard with this."),
}
"""What is told of a counter-offer, by its reason, when the scenario has no line for it."""
LEAVES = {
    "onder": N_("{party} closes the folder. There was nothing in it for them, three times over."),
    "risico": N_("{party} leaves: this risk is not theirs to carry."),
    "dwang": N_("{party} does not take it, and so they leave it."),
}
WEIGHS = {
    "zwaar": N_("This weighs heavily for them."),
    "gewoon": N_("This counts for them, no more and no less than the rest."),
    "licht": N_("This hardly weighs for them."),
}
REFUSALS = {
    "al_akkoord": N_("There is an agreement already."),
    "niemand_meer": N_("There is no market party left to sit down with."),
    "al_voorgelegd": N_("You have put something forward in this sitting. Take their offer, or adjourn."),
    "al_gewijzigd": N_("You have changed this already. Put it forward first."),
    "staat_er_al": N_("That is what it says already."),
    "genoeg_gevraagd": N_("That is enough talk for one sitting."),
    "tijd_op": N_("There is no time left to put anything forward."),
    "geen_tegenbod": N_("There is no offer of theirs to take."),
    "ondergrens": N_("An ordinary tender is worth more to you than this."),
}
ARTICLES = ("De", "Het", "Een", "The", "A", "An")
DEEDS = {
    "voorleggen": N_("put this forward"),
    "graag-of-niet": N_("put this forward: take it or leave it"),
    "aannemen": N_("take their offer"),
    "verdagen": N_("adjourn"),
}


def party(titles: Titles, party_id: str) -> MarketParty | None:
    """A market party of this scenario."""
    talks = titles.scenario.talks
    return talks.parties.get(party_id) if talks is not None else None


def party_title(titles: Titles, party_id: str) -> str:
    """Its name: its own, else its actor's, else its id."""
    found = party(titles, party_id)
    if found is None or (not found.title and not found.actor):
        return party_id
    return one_line(found.title) if found.title else titles.actor(found.actor or "")


def the_party(titles: Titles, party_id: str) -> str:
    """Its name within a sentence: an article loses its capital."""
    name = party_title(titles, party_id)
    article = name.partition(" ")[0]
    return name[0].lower() + name[1:] if article in ARTICLES else name


def issue(titles: Titles, issue_id: str) -> str:
    """The name of an issue."""
    found: TalkIssue | None = titles.scenario.talk_issues.get(issue_id)
    return one_line(found.title) if found is not None and found.title else issue_id


def option(titles: Titles, issue_id: str, option_id: str) -> str:
    """What is agreed with an option."""
    found = _option(titles, issue_id, option_id)
    return one_line(found.title) if found is not None and found.title else option_id


def interests(titles: Titles, party_id: str, issue_id: str) -> list[tuple[str, str]]:
    """What is answered to the question why this matters: (who, in which words), of a consortium for each member.

    Empty where the scenario has no words for it.
    """
    found = party(titles, party_id)
    if found is None:
        return []
    who = [titles.scenario.talks.parties[name] for name in found.members] if titles.scenario.talks else []
    asked = [(one.id, one.issues.get(issue_id)) for one in who or [found]]
    return [(party_title(titles, name), safe(wants.why).strip()) for name, wants in asked if wants and wants.why]


def _option(titles: Titles, issue_id: str, option_id: str) -> TalkOption | None:
    found = titles.scenario.talk_issues.get(issue_id)
    return found.options.get(option_id) if found is not None else None


def changes(titles: Titles, space: Space, before: int, after: int) -> str:
    """What two outcomes differ in: `'Open book': spot checks (was all open); …`."""
    tr, old, new = titles.tr, space.outcome(before), space.outcome(after)
    said = tr("'{issue}': {new} (was {old})")
    return "; ".join(
        said.format(issue=issue(titles, i), new=small(option(titles, i, new[n])), old=small(option(titles, i, old[n])))
        for n, i in enumerate(found.id for found in space.issues)
        if old[n] != new[n]
    )


def action(titles: Titles, what: str, target: str, choice: str) -> str:
    """Something that can be done at the table."""
    tr = titles.tr
    match what:
        case "bod":
            return f"{issue(titles, target)}: {small(option(titles, target, choice))}"
        case "waarom":
            return tr("ask why: {issue}").format(issue=issue(titles, target))
        case "vertellen":
            return tr("tell what it means to you: {issue}").format(issue=issue(titles, target))
        case _:
            return tr(DEEDS[what])


def refusal(titles: Titles, code: str, parts: Sequence[str]) -> str:
    """Why it can't be done; '' for a refusal that is not of the table."""
    if code == "mandaat":
        found = _option(titles, *parts)
        said = safe(found.otherwise).strip() if found is not None else ""
        home = titles.tr("Home does not allow that yet: {option}.").format(option=small(option(titles, *parts)))
        return f"{home} {said}".strip()
    return titles.tr(REFUSALS[code]) if code in REFUSALS else ""


def note(titles: Titles, party_id: str, kind: str, rest: Sequence[str]) -> str:
    """What happened at the table, in the party's own words where the scenario has them."""
    tr, who, found = titles.tr, party_title(titles, party_id), party(titles, party_id)
    reason, gave, took, about = (*rest, "", "", "", "")[:4]
    own, said = "", ""
    match kind:
        case "open":
            return tr("You sit down with {party}.").format(party=the_party(titles, party_id))
        case "bod":
            about = tr("You write down: {change}.")
            return about.format(change=action(titles, "bod", *rest[:2]))
        case "verdagen":
            return tr("The sitting is adjourned.")
        case "hoort":
            return tr("You tell what '{issue}' means to you. They write it down.").format(issue=issue(titles, about))
        case "antwoord":
            said = WEIGHS[reason]
        case "tegenbod":
            own, said = found.offers.get(reason, "") if found is not None else "", OFFERS[reason]
            own = " ".join(part for part in (own, _moves(found, gave, took)) if part)
        case "akkoord":
            own, said = found.agrees if found is not None else "", N_("{party} agrees.")
        case "weg":
            own, said = found.leaves.get(reason, "") if found is not None else "", LEAVES[reason]
        case "tijd-op":
            return tr("The time is up. {party} packs their bags, politely.").format(party=who)
    told = tr(said).format(party=who)
    words = safe(own).strip()
    spoken = f'{who}: "{words}"' if words else ""
    if kind == "antwoord":
        return " ".join([*(f'{name}: "{why}"' for name, why in interests(titles, party_id, about)), told])
    moved = ""
    if gave:
        moved = tr("They give on '{gave}' and ask more on '{took}'.") if took else tr("They give on '{gave}'.")
    moved = moved.format(gave=issue(titles, gave), took=issue(titles, took))
    return " ".join(part for part in (spoken or told, moved) if part)


def _moves(found: MarketParty | None, gave: str, took: str) -> str:
    """What the party says of the issues it moved on."""
    if found is None:
        return ""
    wants = found.issues
    return " ".join(
        text
        for text in (
            wants[gave].gives if gave in wants else "",
            wants[took].takes if took in wants else "",
        )
        if text
    )
