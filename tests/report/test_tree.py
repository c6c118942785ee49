"""The family tree told and drawn: nothing of the data is lost, every arrow can be followed, the maps are right."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from geboortespel.report.tree import atlas, coasts, files, poster, poster_maps, poster_time, telling, text, timeline
from geboortespel.report.tree.kin import Tree, tree
from geboortespel.report.typeset import Face
from geboortespel.scenario.data import load
from geboortespel.scenario.family import NOT_FROM_A_SOURCE, family
from geboortespel.scenario.family_texts import family_in, texts, translated
from geboortespel.scenario.library import Library
from geboortespel.words.catalog import translator
from tests.running import ROOT, Commands

NL = translator("nl")
TREE = tree(family())
ALLIANCES = [one.id for one in TREE.alliances]
WIDTHS = (66, 72, 80, 110)
FARTHEST = 8
"""So many cells of width a letter may stand from its place on a map of 80 columns."""


def all_of_it(found: Tree = TREE) -> str:
    return "\n".join(text.whole(found, NL))


def squeezed(said: str) -> str:
    return " ".join(said.split())


# -- text ------------------------------------------------------------------------------------------------------------


def test_everything_in_the_data_is_told_with_where_it_comes_from() -> None:
    told = squeezed(all_of_it())
    for one in family().alliances.values():
        for said in (one.name, one.about, one.place.name):
            assert squeezed(said) in told
        for moment in (one.born, one.end, *one.moments):
            said = telling.undated(moment.year, moment.said)
            mark = r" \((afgeleid|verzonnen)" if moment.source in NOT_FROM_A_SOURCE else r" \[\d+\]"
            assert re.search(re.escape(f"{moment.year or ''} {said}".strip()) + mark, told), (one.id, moment)
    for tie in family().ties:
        mark = r" \(afgeleid" if tie.source == "afleiding" else r" \[\d+\]"
        parent = re.escape(family().name(tie.parent))
        assert re.search(rf"← {parent} \([^)]*\): {re.escape(tie.said)}{mark}", told), tie


def test_every_source_that_is_named_is_listed() -> None:
    told = all_of_it()
    before, _, after = told.partition("\nBronnen\n")
    named = {int(n) for n in re.findall(r"\[(\d+)\]", before)}
    assert named == {int(n) for n in re.findall(r"^ *\[(\d+)\] \S", after, re.M)}
    used = {tie.source for tie in family().ties} - set(NOT_FROM_A_SOURCE)
    assert all(family().sources[source].split(":")[0] in squeezed(after) for source in used)


def test_it_is_80_columns_wide_at_most_and_every_letter_stands_for_one() -> None:
    assert max(map(len, all_of_it().split("\n"))) <= 80
    for one in TREE.kin.values():
        assert max(map(len, text.one(TREE, one, NL, "geboortespel speel x"))) <= 80
    letters = [one.letter for one in TREE.kin.values()]
    assert len(set(letters)) == len(letters)


def test_a_card_tells_the_kind_who_and_what_is_disputed() -> None:
    for name in ALLIANCES:
        one = TREE.kin[name]
        assert one.alliance is not None
        told = squeezed("\n".join(text.one(TREE, one, NL)))
        assert squeezed(one.alliance.parties.said) in told
        assert squeezed(one.alliance.note) in told
        for tie in TREE.family.children(name):
            assert f"→ {TREE.kin[tie.child].letter} {family().name(tie.child)}" in told


def test_what_has_no_scenario_is_said_and_what_lands_is_picked_up(tmp_path: Path) -> None:
    shipped = {entry.id for entry in Library().shipped()}
    assert {one.id for one in TREE.alliances if one.playable} == shipped & set(ALLIANCES)
    none, one, every = tree(family(), ()), tree(family(), ("n201",)), tree(family(), ALLIANCES)
    assert "Nog zonder scenario: BP Noordzee" in squeezed(all_of_it(none))
    assert "  n201 " in all_of_it(one)
    assert "Alliantie N201" not in all_of_it(one).partition("Nog zonder scenario")[2]
    assert "Nog zonder scenario" not in all_of_it(every)
    assert "nog geen scenario" in squeezed("\n".join(text.one(none, none.kin["n201"], NL)))


# -- in English ---------------------------------------------------------------------------------------------


def test_every_text_has_its_english_and_nothing_else_is_in_the_table() -> None:
    table = load((ROOT / "scenarios/stamboom.en.yaml").read_text("utf-8"))
    shown = {said for said in texts(family()) if re.search("[a-z]", said)}
    places = {one.place.name for one in family().alliances.values()}
    assert shown - set(table) == set()
    assert set(table) - shown - places == set()


def test_the_english_tree_is_the_same_one() -> None:
    dutch, english = family(), family_in("en")
    assert all(is_english(said) for said in texts(english)), [said for said in texts(english) if not is_english(said)]
    for one, other in zip(dutch.alliances.values(), english.alliances.values(), strict=True):
        assert (one.id, one.name, one.year, one.last) == (other.id, other.name, other.year, other.last)
        for moment, same in zip(
            (one.born, *one.moments, one.end), (other.born, *other.moments, other.end), strict=True
        ):
            assert (moment.year, moment.source) == (same.year, same.source)
            assert re.findall(r"\d+", moment.said) == re.findall(r"\d+", same.said)
    assert [(tie.parent, tie.child, tie.kind, tie.source) for tie in dutch.ties] == [
        (tie.parent, tie.child, tie.kind, tie.source) for tie in english.ties
    ]
    assert max(map(len, text.whole(tree(english), translator("en")))) <= 80


def is_english(said: str) -> bool:
    """Whether no common Dutch word is in it, names left out."""
    return not re.search(r"\b(het|een|niet|voor|wordt|zoals|van de|met|wij|bij|naar|werd)\b", said)


# -- timeline --------------------------------------------------------------------------------------------------------


def drawn(width: int, chosen: str = "") -> dict[str, str]:
    lines = timeline.rows(TREE, width, chosen)
    return {name: line.plain.ljust(width) for name, line in zip(TREE.kin, lines, strict=True)}


@pytest.mark.parametrize("width", WIDTHS)
def test_births_stand_in_the_order_of_their_years(width: int) -> None:
    scale, rows = timeline.Scale(width), drawn(width)
    columns = [scale.at(year) for year in range(timeline.FIRST_YEAR, 2027)]
    assert columns == sorted(set(columns))
    assert columns[-1] < width
    for one in TREE.kin.values():
        assert rows[one.id][scale.at(one.year)] in "●○◇"
        assert one.name in rows[one.id]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chosen", ALLIANCES)
def test_every_arrow_can_be_followed_from_parent_to_child(chosen: str, width: int) -> None:
    """Along the drawn line, from beside the child's birth up to the parent's row."""
    scale, rows, order = timeline.Scale(width), drawn(width, chosen), list(TREE.kin)
    ties = [*TREE.family.parents(chosen), *TREE.family.children(chosen)]
    assert ties or not set("╰│├╮") & set("".join(rows.values()))
    for tie in ties:
        x = scale.at(TREE.kin[tie.child].year) - 1
        top, bottom = order.index(tie.parent), order.index(tie.child)
        assert top < bottom
        assert rows[tie.child][x] in "╰├", tie
        for y in range(top + 1, bottom):
            assert rows[order[y]][x] not in " ━─", (tie, order[y])
        row, end = rows[tie.parent], max(x, scale.at(TREE.kin[tie.parent].year))
        assert row[x] != " ", tie
        assert " " not in row[scale.at(TREE.kin[tie.parent].year) : end] or tie.parent in TREE.family.elsewhere


# -- maps ------------------------------------------------------------------------------------------------------------


def within(point: coasts.Point, outline: coasts.Way) -> bool:
    """Whether a point is inside a closed outline."""
    x, y = point
    found = False
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            found = not found
    return found


def test_alliances_in_the_netherlands_are_on_land_and_the_others_at_sea() -> None:
    for one in family().alliances.values():
        point = one.place.longitude, one.place.latitude
        sheet = coasts.SHEETS[one.place.map]
        assert sheet.west < point[0] < sheet.east, one.id
        assert sheet.south < point[1] < sheet.north, one.id
        on_land = any(within(point, land) for land in sheet.land)
        assert on_land is (one.place.map == "nederland"), one.id


@pytest.mark.parametrize("size", [(76, 15), (52, 28), (80, 30), (96, 52)])
def test_every_letter_is_on_its_map_once_and_near_its_place(size: tuple[int, int]) -> None:
    made = atlas.Atlas(TREE, *size, NL)
    boxes = atlas.boxes_for(*size)
    assert set(made.places) == set(ALLIANCES)
    lines = [line.plain.ljust(size[0]) for line in made.drawn()]
    for name, (x, y) in made.places.items():
        alliance = TREE.kin[name].alliance
        assert alliance is not None
        assert lines[y][x] == TREE.kin[name].letter
        projection = atlas.Projection(coasts.SHEETS[alliance.place.map], boxes[alliance.place.map])
        assert projection.inside(x, y)
        true = projection.at((alliance.place.longitude, alliance.place.latitude))
        assert abs(x - true[0]) <= FARTHEST, name
        assert abs(y - true[1]) <= FARTHEST / 2, name
    cells = sorted(made.places.values(), key=lambda cell: (cell[1], cell[0]))
    assert all(a[1] != b[1] or b[0] - a[0] > 1 for a, b in pairwise(cells))


def test_the_maps_do_not_overlap() -> None:
    for width in range(60, 140, 7):
        for height in range(14, 60, 5):
            boxes = list(atlas.boxes_for(width, height).values())
            for n, one in enumerate(boxes):
                assert one.x >= 0
                assert one.x + one.width <= width
                assert one.y + one.height <= height
                for other in boxes[n + 1 :]:
                    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
                    assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


# -- the command -----------------------------------------------------------------------------------------------------


def test_the_command_prints_plain_text_to_a_pipe_whatever_the_colours(tmp_path: Path) -> None:
    done = Commands(tmp_path).there("stamboom", NO_COLOR="1", TERM="xterm-256color")
    assert (done.status, done.err) == (0, "")
    assert done.out == all_of_it() + "\n"
    assert "\x1b" not in done.out
    assert Commands(tmp_path, "en").here("family-tree").out.startswith("Family tree of alliances\n")


@pytest.mark.parametrize("asked", ["waardse", "B", "Waardse", "waardse all"])
def test_one_of_them_by_id_letter_or_name(asked: str, tmp_path: Path) -> None:
    done = Commands(tmp_path).here("stamboom", asked)
    assert done.status == 0
    assert done.out.split("\n\n")[1].startswith("Waardse Alliantie\n")
    assert "geboortespel speel waardse" in done.out


def test_one_that_is_not_there_is_a_fault_that_helps(tmp_path: Path) -> None:
    done = Commands(tmp_path).here("stamboom", "waardze")
    assert done.status != 0
    assert done.out == ""
    assert "waardse" in done.err


def test_a_file_is_written_and_only_a_family_tree_replaced(tmp_path: Path) -> None:
    commands, file = Commands(tmp_path), tmp_path / "stamboom.txt"
    assert commands.here("stamboom", "-o", file).status == 0
    assert file.read_text("utf-8") == all_of_it() + "\n"
    assert commands.here("stamboom", "-o", file).status == 0
    file.write_text("boodschappen", "utf-8")
    assert commands.here("stamboom", "-o", file).status != 0
    assert file.read_text("utf-8") == "boodschappen"


# -- the drawing -----------------------------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"


def parsed(language: str = "nl") -> Element:
    return fromstring(poster.poster(tree(family_in(language)), translator(language)).encode())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_date_and_arrow_of_the_text_stands_on_the_drawing(language: str) -> None:
    """Its twin: what the text tells, the drawing tells too, and its sources have the same numbers."""
    found, tr = tree(family_in(language)), translator(language)
    drawn = squeezed(" ".join(one.text or "" for one in parsed(language).iter(f"{SVG}text")))
    for one in found.family.alliances.values():
        assert squeezed(one.about) in drawn
        for moment in (one.born, one.end, *one.moments):
            assert telling.undated(moment.year, moment.said) in drawn
    notes = telling.Notes(found, tr)
    told = squeezed("\n".join(text.whole(found, tr)))
    for tie in found.family.ties:
        assert f"{tie.said}{notes.mark(tie.source)[0][:2]}" in drawn
    for number, source in re.findall(r"\[(\d+)\] ([^\[]+?)(?= \[\d+\]|$)", told.partition(f" {tr('Sources')} ")[2]):
        start = " ".join(source.split()[:3])
        assert f"[{number}] {start}" in drawn


def test_every_tie_is_a_curve_dashed_when_inferred_that_ends_at_the_child() -> None:
    curves = {}
    for group in parsed().iter(f"{SVG}g"):
        title, path = group.find(f"{SVG}title"), group.find(f"{SVG}path")
        if title is not None and path is not None and "→" in (title.text or ""):
            curves[title.text] = path
    for tie in family().ties:
        names = f"{family().name(tie.parent)} → {family().name(tie.child)}"
        whence = "afgeleid" if tie.source == "afleiding" else family().sources[tie.source]
        path = next(
            p for said, p in curves.items() if said.startswith(names) and said.endswith(f"{tie.said} · {whence}")
        )
        assert (path.get("stroke-dasharray") == "none") is (tie.source != "afleiding"), names
        assert path.get("stroke") == poster_time.COLOURS[tie.kind]
    assert len(curves) == len(family().ties)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_runs_off_the_drawing(language: str) -> None:
    root = parsed(language)
    wide, high = (float(root.get(name, "0")) for name in ("width", "height"))
    for one in root.iter(f"{SVG}text"):
        face = Face(float(one.get("font-size", "0")), bold=one.get("font-weight") == "bold")
        x, size = float(one.get("x", "0")), face.wide(one.text or "")
        left = x if one.get("text-anchor") == "start" else x - size / 2
        assert left > 40, one.text
        assert left + size < wide - 40, one.text
        assert float(one.get("y", "0")) < high - 40, one.text


def test_no_two_letters_lie_on_each_other_on_the_drawn_maps() -> None:
    badges = [one for one in parsed().iter(f"{SVG}circle") if one.get("r") == f"{poster_maps.RADIUS}"]
    spots = [(float(one.get("cx", "0")), float(one.get("cy", "0"))) for one in badges]
    assert len(spots) == len(ALLIANCES)
    for n, (x, y) in enumerate(spots):
        assert all((x - a) ** 2 + (y - b) ** 2 >= (2 * poster_maps.RADIUS) ** 2 for a, b in spots[n + 1 :])


def test_the_same_tree_gives_the_same_bytes_and_texts_are_escaped() -> None:
    assert poster.poster(TREE, NL) == poster.poster(tree(family()), NL)
    odd = translated(family(), {"Een olieveld dat op de oude manier niet uit kon": '<script>&"olie"'})
    drawn = poster.poster(tree(odd), NL)
    assert "<script" not in drawn
    assert any("<script>&" in (one.text or "") for one in fromstring(drawn.encode()).iter(f"{SVG}text"))


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_drawing_is_saved_and_only_a_drawing_of_ours_replaced(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PIXELS_WIDE", 200)  # a small one is made sooner
    commands, file = Commands(tmp_path), tmp_path / f"stamboom.{ending}"
    for _ in range(2):
        assert commands.here("stamboom", "-o", file).status == 0
    begin = b"\x89PNG" if ending == "png" else b"<?xml"
    assert file.read_bytes().startswith(begin)
    file.write_bytes(begin + b" van iemand anders")
    assert commands.here("stamboom", "-o", file).status != 0
    assert file.read_bytes() == begin + b" van iemand anders"


def test_other_kinds_of_file_and_a_drawing_of_one_are_refused(tmp_path: Path) -> None:
    for words in (("-o", tmp_path / "x.pdf"), ("waardse", "-o", tmp_path / "x.svg")):
        done = Commands(tmp_path).here("stamboom", *words)
        assert done.status != 0
        assert done.err
        assert not list(tmp_path.glob("x.*"))
    assert Commands(tmp_path).here("stamboom", "waardse", "-o", tmp_path / "x.txt").status == 0
