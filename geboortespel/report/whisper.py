"""Whisper cards: a private dilemma per card, with numbered answers, to print and hand out before a game on a projector.

The screen then asks its role for the number of a card and of an answer, and shows nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from geboortespel.report.picture import png
from geboortespel.report.typeset import Face, wrapped
from geboortespel.report.vector import SERIF, element, group, text
from geboortespel.scenario.expr import All, Any, Boolean, Cmp, Num, Var
from geboortespel.words.catalog import LANGUAGES, N_, translator
from geboortespel.words.plain import one_line, safe, wrap
from geboortespel.words.voice import Voice

if TYPE_CHECKING:
    from geboortespel.scenario.model import Scenario
    from geboortespel.scenario.model.play import Event

Kind = Literal["txt", "svg", "png"]
KINDS: tuple[Kind, ...] = ("txt", "svg", "png")
PIXELS_WIDE = 2480
"""A4 at 300 dots an inch."""
FOOT = N_("Only for you. When the screen asks, give the number of your answer.")
HEADING = N_("Geboortespel, whisper cards for {scenario}")
ORDER = N_("Every role has cards of its own, numbered in the order in which they can come up. Not every card will.")
PLAIN_MARK = "geboortespel: fluisterkaarten"
MARK = f"<!-- {PLAIN_MARK} -->\n"
"""How a file of ours is known, so that no other is written over."""


@frozen
class Whisper:
    """A card: the role, its number among that role's cards, heading, text, and the answers with what they cost."""

    role: str
    number: int
    title: str
    text: str
    answers: tuple[str, ...]


def dilemmas(scenario: Scenario) -> Iterator[tuple[str, int, Event]]:
    """(seat, number from 1 within the seat, event) of every private dilemma, in the order in which they can come up;
    of those from the same round on in the order of the file."""
    counts: dict[str, int] = {}
    drawn = [card for deck in scenario.decks.values() for card in deck.cards.values()]
    private = [event for event in (*scenario.events.values(), *drawn) if event.seat]
    for event in sorted(private, key=lambda event: first_round(event.when)):
        assert event.seat is not None
        counts[event.seat] = counts.get(event.seat, 0) + 1
        yield event.seat, counts[event.seat], event


def first_round(when: Boolean | None) -> int:
    """The first round in which a condition can hold, as far as it says so itself; 1 when it does not."""
    match when:
        case All(items):
            return max((first_round(item) for item in items), default=1)
        case Any(items):
            return min((first_round(item) for item in items), default=1)
        case Cmp("=" | ">=", Var("ronde"), Num(n)):
            return n
        case Cmp(">", Var("ronde"), Num(n)):
            return n + 1
        case _:
            return 1


def number_of(scenario: Scenario, seat: str, event_id: str) -> int:
    """The number on the card of this dilemma; 0 for one that has no card."""
    return next((n for s, n, event in dilemmas(scenario) if s == seat and event.id == event_id), 0)


def cards(voice: Voice) -> list[Whisper]:
    """Every card of a scenario, by role in the order of the roles."""
    scenario = voice.board.scenario
    found = sorted(dilemmas(scenario), key=lambda item: list(scenario.believers).index(item[0]))
    return [_card(voice, seat, n, event) for seat, n, event in found]


def _card(voice: Voice, seat: str, n: int, event: Event) -> Whisper:
    answers = []
    for option in event.options.values():
        price = voice.cost(dict(option.cost)).replace(" ", "\u00a0") if option.cost else ""
        title = one_line(option.title) or option.id
        answers.append(f"{title} ({price})" if price else title)
    text = " ".join(safe(event.text).split())
    return Whisper(voice.titles.seat(seat), n, voice.titles.event(event.id), text, tuple(answers))


def plain(found: list[Whisper], voice: Voice, width: int = 72) -> str:
    """All cards as text, with a line to cut along between them."""
    heading = voice.tr(HEADING).format(scenario=one_line(voice.board.scenario.title))
    said = [heading + "\n" + wrap(voice.tr(ORDER), width)]
    for card in found:
        head = voice.tr("{role}, whisper card {n}").format(role=card.role, n=card.number)
        rows = [head, "", card.title, "", wrap(card.text, width), ""]
        rows += [wrap(f"{i}  {text}", width, hanging="   ") for i, text in enumerate(card.answers, 1)]
        said.append("\n".join([*rows, "", voice.tr(FOOT)]))
    return f"\n\n{'- ' * (width // 2)}\n\n".join(said) + "\n"


def is_ours(data: bytes) -> bool:
    """Whether a file's bytes are whisper cards, so that newer ones may take their place."""
    if data.startswith(b"\x89PNG"):
        return PLAIN_MARK.encode() in data[:200]
    heads = [translator(language)(HEADING).partition("{")[0] for language in LANGUAGES]
    return data.startswith(MARK.encode()) or any(data.startswith(head.encode()) for head in heads)


# -- as a drawing ------------------------------------------------------------------------------------------------------

PAPER, CARD, MARGIN, COLUMNS, ROWS = (2100, 2970), (940, 880), 80, 2, 3
"""A4 in tenths of a millimetre; cards two beside each other, three under each other, to be cut out."""
HEAD, TITLE, BODY = Face(34), Face(52, bold=True), Face(38)
EDGE = 50
INK, SOFT, LINE = "#2b2620", "#655c50", "#b9a98e"


def sheets(found: list[Whisper], voice: Voice) -> list[str]:
    """All cards as SVG: a sheet of A4 for every six, all in the largest type in which each of them fits."""
    per = COLUMNS * ROWS
    scale = min((_fitting(card, voice) for card in found), default=1.0)
    return [_sheet(found[i : i + per], voice, scale) for i in range(0, len(found), per)]


def pictures(found: list[Whisper], voice: Voice) -> list[bytes]:
    """The same sheets as PNG, for who has no program that prints SVG. NoPng when that can't be made here."""
    return [png(sheet, PIXELS_WIDE, PLAIN_MARK) for sheet in sheets(found, voice)]


def _fitting(card: Whisper, voice: Voice) -> float:
    """The largest scale, from 1 down, in which a card fits its frame."""
    for percent in range(100, 40, -5):
        if sum(face.line for face, _, _ in _rows(card, voice, percent / 100)) <= CARD[1] - 2 * EDGE:
            return percent / 100
    return 0.4


def _sheet(found: list[Whisper], voice: Voice, scale: float) -> str:
    parts = []
    for i, card in enumerate(found):
        row, column = divmod(i, COLUMNS)
        x, y = MARGIN + column * (CARD[0] + MARGIN), MARGIN + row * (CARD[1] + MARGIN)
        parts.append(_place(list(_rows(card, voice, scale)), x, y))
    paper = element("rect", width=PAPER[0], height=PAPER[1], fill="#ffffff")
    drawn = element("svg", paper + group(parts, font_family=SERIF), xmlns="http://www.w3.org/2000/svg",
                    viewBox=f"0 0 {PAPER[0]} {PAPER[1]}", width="210mm", height="297mm")  # fmt: skip
    return MARK + drawn + "\n"


def _place(rows: list[tuple[Face, str, str]], x: float, y: float) -> str:
    """One card, its lines one under the other."""
    frame = element("rect", x=x, y=y, width=CARD[0], height=CARD[1], rx=24, fill="none", stroke=LINE,
                    stroke_width=3, stroke_dasharray="14 10")  # fmt: skip
    parts, at = [frame], y + EDGE
    for face, colour, said in rows:
        at += face.line
        if said:
            parts.append(text(said, x + EDGE, at, face, colour, "start"))
    return group(parts)


def _rows(card: Whisper, voice: Voice, scale: float) -> Iterator[tuple[Face, str, str]]:
    """(face, colour, line) from the top of a card to its foot; an empty line is white."""
    head, title, body = (face.sized(face.size * scale) for face in (HEAD, TITLE, BODY))
    room = CARD[0] - 2 * EDGE
    yield head, SOFT, voice.tr("{role}, whisper card {n}").format(role=card.role, n=card.number)
    yield head, INK, ""
    yield from ((title, INK, line) for line in wrapped(card.title, title, room))
    yield head, INK, ""
    yield from ((body, INK, line) for line in wrapped(card.text, body, room))
    for i, answer in enumerate(card.answers, 1):
        yield head, INK, ""
        yield from ((body, INK, line) for line in wrapped(f"{i}. {answer}", body, room))
    yield head, INK, ""
    yield from ((head, SOFT, line) for line in wrapped(voice.tr(FOOT), head, room))
