"""The report as a file: valid, by itself, nothing unescaped, the same bytes each time."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geboortespel.cli.main import run
from tests.report.conftest import SENTENCES

VOID = {"meta"}


class Strict(HTMLParser):
    """Keeps a stack of elements: a report closes what it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "svg" in self.open, "only SVG closes like this"
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def files(born: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rapport")
    made = {}
    for kind in ("html", "md", "json"):
        made[kind] = folder / f"spel.{kind}"
        assert run(["rapport", "--kansen", "1", str(born), "-o", str(made[kind])]) == 0
    return made


def test_the_page_stands_by_itself(files: dict[str, Path]) -> None:
    page = Strict()
    page.feed(files["html"].read_text(encoding="utf8"))
    page.close()
    assert page.open == []
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not [attrs for _, attrs in page.tags for name in attrs if name in ("src", "href") or name.startswith("on")]
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {"kans", "tijdlijn", "lessen", "kaartje"} <= set(ids)
    assert SENTENCES[1] in " ".join(page.text.split()), "what players wrote is there as they wrote it"
    assert "<pas>" not in files["html"].read_text(encoding="utf8")


def test_the_same_journal_gives_the_same_bytes(files: dict[str, Path], born: Path) -> None:
    before = files["json"].read_bytes()
    assert run(["report", "--kansen", "1", str(born), "-o", str(files["json"])]) == 0
    assert files["json"].read_bytes() == before


def test_the_figures_are_those_of_the_game(files: dict[str, Path]) -> None:
    found = json.loads(files["json"].read_text(encoding="utf8"))
    assert found["scenario"] == "graaf-reinald"
    last = found["kansverloop"][-1]
    assert (last["kans"], last["laag"]) == (100, 100), "it was born"
    assert found["kantelpunten"] == [], "one game from each moment proves nothing"
    titles = [chapter["titel"] for chapter in found["hoofdstukken"]]
    markdown = files["md"].read_text(encoding="utf8")
    assert [text[3:] for text in markdown.split("\n") if text.startswith("## ")][:-1] == titles


def test_what_is_not_ours_is_left_alone(born: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "brief.md"
    other.write_text("van iemand anders")
    assert run(["rapport", "--kansen", "1", str(born), "-o", str(other)]) == 2
    assert other.read_text() == "van iemand anders"
    assert run(["rapport", str(born), "-o", str(tmp_path / "x.pdf")]) == 2
    assert ".html, .md, .json" in capsys.readouterr().err
