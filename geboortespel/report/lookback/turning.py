"""The moments that turned it: the steps that brought a birth nearer or took it further away, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from geboortespel.engine.ledger import Cause
from geboortespel.engine.privacy import APART
from geboortespel.report.lookback.deeds import deed
from geboortespel.report.lookback.pages import Line, heading, line, parted
from geboortespel.report.lookback.past import MONTH, NEWS, Past, Step
from geboortespel.session.moments import Moment
from geboortespel.words.plain import joined
from geboortespel.words.refusals import capital
from geboortespel.words.voice import Voice

NEARER, FURTHER = 5, 4
"""How many steps in each direction are told."""
LEAST = 3
"""A smaller change is no turning point."""
NO_DEED = (MONTH, "zichtbaar")
"""Steps that are told otherwise: what worked through as a whole, thresholds by name."""
PASSED = ("drempel_weg", "medestander", "poort_niet", "slotzin")


@frozen
class Turn:
    """A turning point in a round: a step, or (`step` None) notes of a moment that are told as they are."""

    round: int
    line: int
    order: int
    step: Step | None
    notes: tuple[Cause, ...] = ()
    moment: Moment | None = None


def turns(past: Past) -> list[Turn]:
    """Turning points in the order of the game."""
    big = [step for step in past.steps if abs(step.towards) >= LEAST and step.code[0] not in NO_DEED]
    nearer = sorted(big, key=lambda step: -step.towards)[:NEARER]
    further = sorted(big, key=lambda step: step.towards)[:FURTHER]
    chosen = [*(s for s in nearer if s.towards > 0), *(s for s in further if s.towards < 0)]
    found = [Turn(step.round, step.line, 0, step) for step in chosen]
    found += _passed(past)
    return sorted(found, key=lambda turn: (turn.line, turn.order))


def _passed(past: Past) -> Iterator[Turn]:
    """Thresholds that came and went, fellows found, gates passed unready, votes, parties that left the table, and what
    was signed and chosen."""
    for number, moment, note in past.notes(*PASSED):
        if note[0] == "slotzin" and not note[3]:
            continue  # nothing to add
        yield Turn(number, moment.line, 1, None, (note,), moment)
    for moment in past.way:
        shown = tuple(note for note in moment.notes if note[0] == "drempel_zichtbaar")
        if shown:
            yield Turn(min(past.view(moment.state).round, past.now.rounds), moment.line, 3, None, shown, moment)
        if moment.action is None:
            continue
        votes = tuple(note for note in moment.notes if note[0] == "stem")
        if votes:
            yield Turn(past.round_of(moment), moment.line, 2, None, votes, moment)
        for note in moment.notes:
            if note[0] == "zitting" and note[2] in ("weg", "tijd-op"):
                yield Turn(past.round_of(moment), moment.line, 1, None, (note,), moment)
        for entry in moment.entries:
            if entry.name in ("vorm", "akkoord") and entry.delta:
                yield Turn(past.round_of(moment), moment.line, 1, None, ((entry.name,),), moment)


@frozen
class Talk:
    """How often telling an argument hit, missed, or had worn off."""

    hits: int
    misses: int
    worn: int


def talk(past: Past) -> Talk:
    """The hits and misses of a game."""
    notes = [note[0] for _, _, note in past.notes("raak", "mis", "sleets")]
    return Talk(notes.count("raak"), notes.count("mis"), notes.count("sleets"))


def months(past: Past) -> tuple[int, int]:
    """(points that the rounds themselves brought nearer, points they took away), beside what was done."""
    deltas = [step.towards for step in past.steps if step.code[0] == MONTH]
    return sum(d for d in deltas if d > 0), -sum(d for d in deltas if d < 0)


# -- in words ----------------------------------------------------------------------------------------------------------


def told(voice: Voice, past: Past) -> list[Line]:
    """The turning points by round, then what talking and waiting did."""
    tr = voice.tr
    groups: list[list[Line]] = []
    if past.required:
        before, now = past.missing(past.way[0].state), past.missing(past.session.state)
        meant = tr("Together the lights that had to be green lacked {before} points at the start, and {now} now.")
        groups.append([line((meant.format(before=before, now=now), "zacht"))])
    found = turns(past)
    for number in dict.fromkeys(turn.round for turn in found):
        rows = [heading(capital(voice.titles.round_name(number)))]
        rows += [_turn(voice, past, turn) for turn in found if turn.round == number]
        groups.append(rows)
    groups.append(list(_tally(voice, past)))
    groups.append(list(_apart(voice, past)))
    return parted(groups) or [line(tr("No single step stood out in this game."))]


def _turn(voice: Voice, past: Past, turn: Turn) -> Line:
    if turn.step is None:
        return line("  ", *_noted(voice, past, turn), hang=8)
    mark, role = ("▲", "groen") if turn.step.towards > 0 else ("▼", "rood")
    said = label(voice, past, turn.step.code, turn.step.line)
    return line((f"  {mark}{abs(turn.step.towards):>3}  ", role), said, hang=8)


def label(voice: Voice, past: Past, code: Cause, at: int = 0) -> str:
    """What a step was, in words; `at`: its journal line, from which it is told what lay on the table then."""
    if code[0] == MONTH:
        return voice.tr("how things worked through")
    if code[0] in NEWS or code[0] == APART:
        if code[0] == "zichtbaar":
            return voice.tr("'{threshold}' shows itself").format(threshold=voice.titles.threshold(code[1]))
        return capital(voice.cause(code))
    if code[0] in ("keuze", "ingreep"):
        return voice.cause(code)
    if at:
        return deed(voice, past, code, past.session.moments.all[past.session.moments.all[at].parent].state)
    return voice.action(past.game.action(*code))


def _noted(voice: Voice, past: Past, turn: Turn) -> tuple[tuple[str, str], ...]:
    tr, titles, note = voice.tr, voice.titles, turn.notes[0]
    assert turn.moment is not None
    match note[0]:
        case "stem":
            votes = [vote[2] for vote in turn.notes]
            so_many = votes.count("ja"), votes.count("nee")
            said = tr("Vote: {yes} for, {no} against.").format(yes=so_many[0], no=so_many[1])
            yes = past.view(turn.moment.state).value("besluit") == 1
            verdict = tr("The decision is yes.") if yes else tr("The decision is no.")
            if not yes and so_many[0] > so_many[1]:
                verdict = tr("Most were for, but not firmly enough: the decision is no.")
            return (("✓     " if yes else "✗     ", "groen" if yes else "rood"), (f"{said} {verdict}", ""))
        case "drempel_weg":
            gone = tr("'{threshold}' is out of the way.").format(threshold=titles.threshold(note[1]))
            return (("✓     ", "groen"), (gone, ""))
        case "drempel_zichtbaar":
            names = joined([f"'{titles.threshold(shown[1])}'" for shown in turn.notes], tr("and"))
            here = tr("Now standing in the way: {thresholds}.").format(thresholds=names)
            return (("◆     ", "oranje"), (here, ""))
        case "vorm":
            form = past.view(turn.moment.state).form
            return (("◆     ", "naam"), (tr("Form: {form}.").format(form=titles.form(form)), ""))
        case "akkoord":
            return (("✓     ", "groen"), (tr("There is an agreement with the market."), ""))
        case "slotzin":
            hit = ("raak", *note[3:5]) in turn.moment.notes
            return (("▲     ", "groen") if hit else ("▼     ", "rood"), (voice.note(note, past.now), ""))
        case "poort_niet" | "zitting":
            return (("▼     ", "rood"), (voice.note(note, past.now), ""))
        case _:
            return (("✓     ", "groen"), (voice.note(note, past.now), ""))


def _tally(voice: Voice, past: Past) -> Iterator[Line]:
    tr, spoken = voice.tr, talk(past)
    if spoken.hits or spoken.misses or spoken.worn:
        said = tr("Of what you told people {hits} hit, {misses} missed and {worn} had worn off.")
        yield line(said.format(hits=spoken.hits, misses=spoken.misses, worn=spoken.worn))
    up, down = months(past) if past.required else (0, 0)
    if up or down:
        said = tr("What you did not do yourselves, month after month: {up} points nearer, {down} further away.")
        yield line(said.format(up=up, down=down))


def _apart(voice: Voice, past: Past) -> Iterator[Line]:
    """What was asked in private, opened once the game has ended."""
    titles, tr = voice.titles, voice.tr
    asked = [(number, note) for number, _, note in past.notes("keuze") if past.game.privacy.owner(note)]
    if asked and past.finished:
        yield heading(tr("Behind closed doors"))
        for number, note in asked:
            seat = past.game.privacy.owner(note)
            head = f"{capital(titles.round_name(number))}, {titles.the_seat(seat)}: "
            chosen = tr("Chosen: {choice}.").format(choice=titles.answer(note[1], note[2]))
            said = f"{titles.event(note[1])}. {chosen}"
            yield line((f"  {head}", "naam"), said, hang=4)
