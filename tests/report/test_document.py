"""The report as a file: valid, by itself, nothing unescaped, the same bytes each time."""

from __future__ import annotations

import json
from pathlib import Path

import html5lib
import pytest

from geboortespel.analysis.chances import Chances
from geboortespel.analysis.working import finished
from geboortespel.cli.main import run
from geboortespel.report.document import KINDS, Kind, Report, rendered, report
from geboortespel.report.lookback.pages import line
from geboortespel.report.page import paragraphs
from geboortespel.session.session import Session
from geboortespel.words.voice import Voice
from tests.report.conftest import SENTENCES
from tests.report.test_lookback import replayed

EVENTS_OR_ELSEWHERE = ("src", "srcset", "action", "data", "poster", "xlink:href", "background")


def parsed(page: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a page with their attributes, as a browser's own rules read it. ParseError for what they forgive:
    html5lib follows the specification's parsing algorithm, and `strict` raises at the first parse error in it."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return [(str(item.tag).rpartition("}")[2], dict(item.attrib)) for item in tree.iter() if isinstance(item.tag, str)]


def stands_by_itself(page: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a page that is valid, runs nothing and asks nothing of anybody."""
    elements = parsed(page)
    tags = {tag for tag, _ in elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "foreignObject", "b"}
    for tag, attributes in elements:
        for name, value in attributes.items():
            assert name not in EVENTS_OR_ELSEWHERE, (tag, name)
            assert not name.startswith("on"), (tag, name)
            assert name != "href" or value.startswith("#"), (tag, value)
            assert "javascript:" not in value
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for tag, a in elements if tag == "a"} <= set(ids), "every link goes somewhere"
    return elements


def made_of(session: Session) -> Report:
    """Its report, with as few games as it takes."""
    chances = Chances.of(session)
    for _ in finished(chances, 1):
        pass
    return report(Voice(session.board, "nl"), session, chances)


@pytest.fixture(scope="module")
def files(born: Path) -> dict[Kind, str]:
    made = made_of(replayed(born))
    return {kind: rendered(kind, made).decode() for kind in KINDS}


def test_the_page_stands_by_itself(files: dict[Kind, str]) -> None:
    page = files["html"]
    elements = stands_by_itself(page)
    ids = {attributes.get("id") for _, attributes in elements}
    assert {"kans", "tijdlijn", "mensen", "lessen", "kaartje"} <= ids
    text = "".join(html5lib.parse(page, namespaceHTMLElements=False).itertext())
    assert SENTENCES[1] in " ".join(text.split()), "what players wrote is there as they wrote it"
    assert "<pas>" not in page
    assert sum(tag == "svg" for tag, _ in elements) == 3, "the curve, the map and the card"


def test_nothing_of_a_hostile_scenario_gets_out(hostile: Session) -> None:
    made = made_of(hostile)
    page = rendered("html", made).decode()
    stands_by_itself(page)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)" in page, "it is there, as text"
    for said in rendered("md", made).decode().splitlines():
        assert said.startswith("    ") or "<script" not in said.replace("\\<", ""), said


def test_the_same_journal_gives_the_same_bytes(not_born: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.html" for n in range(2)]
    for path in paths:
        assert run(["rapport", "--kansen", "1", str(not_born), "-o", str(path)]) == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert run(["report", "--kansen", "1", str(not_born), "-o", str(paths[0])]) == 0, "a newer one takes its place"


def test_the_figures_are_those_of_the_game(files: dict[Kind, str]) -> None:
    found = json.loads(files["json"])
    assert found["scenario"] == "graaf-reinald"
    last = found["kansverloop"][-1]
    assert (last["kans"], last["laag"]) == (100, 100), "it was born"
    assert found["kantelpunten"] == [], "one game from each moment proves nothing"
    titles = [chapter["titel"] for chapter in found["hoofdstukken"]]
    markdown = files["md"]
    assert [text[3:] for text in markdown.split("\n") if text.startswith("## ")][:-1] == titles


def test_what_is_not_ours_is_left_alone(not_born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "brief.md"
    other.write_text("van iemand anders")
    assert run(["rapport", "--kansen", "1", str(not_born), "-o", str(other)]) == 2
    assert other.read_text() == "van iemand anders"
    assert run(["rapport", str(not_born), "-o", str(tmp_path / "x.pdf")]) == 2
    assert ".html, .md, .json" in capsys.readouterr().err


def test_columns_keep_their_spaces_and_sentences_do_not() -> None:
    rows = [line("  ◆     ", "Nu in de weg"), line("  1 ", "jullie    70    94", hang=4), line("  ▲  4  ", "Luisteren")]
    said = list(paragraphs(rows))
    assert [text.count('class="kolom"') for text in said] == [0, 1, 0]
    assert "jullie    70    94" in said[1]
    assert list(paragraphs([line(("Kop", "kop")), line(""), line("a ", drawn=True), line("b", drawn=True)])) == [
        "<h3>Kop</h3>",
        "<pre>a \nb</pre>",
    ]
