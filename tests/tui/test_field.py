"""Placing people on the krachtenveld, short names, and the drawing: pure, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geboortespel.session.session import Session
from geboortespel.tui import chart
from geboortespel.tui.field import TOKEN, Field, column, cut, place, shortened, stance_of
from geboortespel.words.catalog import translator
from geboortespel.words.voice import Voice
from tests.shipped import game


@pytest.fixture(scope="module")
def voice() -> Voice:
    return Voice(game("graaf-reinald").board, "nl")


@pytest.fixture(scope="module")
def field(voice: Voice) -> Field:
    return place(voice, Session(game("graaf-reinald"), 7).view(None), 40, 14)


def test_nobody_stands_on_somebody_else(field: Field) -> None:
    tokens = list(field.tokens.values())
    assert len(tokens) == 12
    for i, one in enumerate(tokens):
        assert 0 <= one.x <= field.width - TOKEN
        assert 0 <= one.y < field.height
        assert all(one.y != other.y or abs(one.x - other.x) >= TOKEN for other in tokens[i + 1 :])


def test_more_power_stands_higher_and_everybody_in_their_zone(field: Field) -> None:
    tokens = list(field.tokens.values())
    assert tokens == sorted(tokens, key=lambda t: -t.power)
    assert tokens[0].y == 0
    assert tokens[0].power == max(t.power for t in tokens)
    zones = dict(zip(("tegen", "afwachtend", "voor"), field.zones, strict=True))
    for token in tokens:
        first, size = zones[token.stance]
        assert first <= token.x <= first + size - TOKEN


def test_placing_is_the_same_every_time(voice: Voice, field: Field) -> None:
    again = place(voice, Session(game("graaf-reinald"), 7).view(None), 40, 14)
    assert again == field


def test_every_token_can_be_reached_by_arrows(field: Field) -> None:
    start = next(iter(field.tokens))
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        for way in ("up", "down", "left", "right"):
            there = field.toward(here, way)  # type: ignore[arg-type]
            if there not in seen:
                seen.add(there)
                todo.append(there)
    assert seen == set(field.tokens)


def test_at_finds_who_is_drawn_there(field: Field) -> None:
    for token in field.tokens.values():
        assert field.at(token.x, token.y) == field.at(token.x + TOKEN - 1, token.y) == token.actor
    assert field.at(field.width + 5, 0) == ""


@given(st.integers(30, 200), st.integers(-100, 100), st.integers(-100, 100))
def test_more_support_is_never_further_left(width: int, one: int, other: int) -> None:
    low, high = sorted((one, other))
    zones = cut(width)
    assert sum(size for _, size in zones) == width
    assert 0 <= column(zones, low) <= column(zones, high) <= width - TOKEN


def test_stances_have_the_bounds_of_the_words() -> None:
    assert [stance_of(v) for v in (-100, -21, -20, 19, 20, 100)] == [
        "tegen", "tegen", "afwachtend", "afwachtend", "voor", "voor",
    ]  # fmt: skip


def test_monograms_tell_apart() -> None:
    names = shortened({"a": "Dijkgraaf", "b": "Dijkbeheerder", "c": "Directeur van een aannemer", "d": "Jurist"})
    assert names == {"a": "DG", "b": "DB", "c": "DA", "d": "JU"}


@given(st.lists(st.text(max_size=12), max_size=14))
@example(["ß"])
def test_monograms_are_two_letters_and_unique(titles: list[str]) -> None:
    found = shortened({str(i): title for i, title in enumerate(titles)})
    assert len(set(found.values())) == len(titles)
    assert all(len(name) == 2 for name in found.values())


def test_the_drawing_shows_side_and_stance_without_colour(voice: Voice, field: Field) -> None:
    lines = [line.plain for line in chart.draw(field, translator("nl", "tafel"))]
    assert len(lines) == field.height + chart.TOP + chart.BOTTOM
    assert all(len(line) == field.width + chart.LEFT for line in lines)
    whole = "\n".join(lines)
    assert "[DG]?" in whole  # the client's side, not heard yet
    assert "<DA>?" in whole  # the market
    assert "(BD)?" in whole  # outside
    assert all(word in whole for word in ("tegen", "afwachtend", "voor", "macht", "steun"))


def test_links_are_drawn_and_said_both_ways(voice: Voice, field: Field) -> None:
    links = chart.links(voice.board.scenario, "dijkgraaf")
    assert links.to == ("heemraad", "secretaris", "omgeving")
    assert "dijkgraaf" not in links.by
    bare = chart.draw(field, translator("nl", "tafel"), selected="dijkgraaf")
    drawn = chart.draw(field, translator("nl", "tafel"), selected="dijkgraaf", linked=links)
    dots = [sum("\u2800" <= c <= "\u28ff" for c in "".join(line.plain for line in d)) for d in (bare, drawn)]
    assert dots[0] == 0
    assert dots[1] > 5
