"""Finding scenarios by id and by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from geboortespel.scenario.library import Library, NotFound


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name in ("dijk", "brug"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "scenario.yaml").write_text("formaat: 1\n")
    (tmp_path / "leeg").mkdir()
    return Library((tmp_path,))


def test_shipped_by_id_in_order(library: Library, tmp_path: Path) -> None:
    assert [entry.id for entry in library.shipped()] == ["brug", "dijk"]
    assert library.find("dijk") == tmp_path / "dijk" / "scenario.yaml"


def test_by_path_to_a_file_or_folder(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dijk" / "scenario.yaml"
    assert library.find(str(file)) == file
    assert library.find(str(file.parent)) == file


def test_not_found_has_a_suggestion(library: Library) -> None:
    with pytest.raises(NotFound) as caught:
        library.find("dijkk")
    assert (caught.value.name, caught.value.suggestion) == ("dijkk", "dijk")


@pytest.mark.parametrize("name", ["", ".", "..", "/", "../x"])
def test_odd_names(library: Library, name: str) -> None:
    with pytest.raises(NotFound):
        library.find(name)


def test_a_base_set_is_looked_for_beside_the_scenario_first(library: Library, tmp_path: Path) -> None:
    beside = tmp_path / "dijk" / "brug.yaml"
    (tmp_path / "brug" / "basis.yaml").write_text("formaat: 1\n")
    assert library.base("brug", beside.parent) == tmp_path / "brug" / "basis.yaml"
    beside.write_text("formaat: 1\n")
    assert library.base("brug", beside.parent) == beside
    assert library.base("niets", beside.parent) is None


def test_the_checkout_has_the_shipped_ones() -> None:
    assert "eerste-dijk" in [entry.id for entry in Library().shipped()]
    assert [entry.id for entry in Library().bases()] == ["standaard"]
