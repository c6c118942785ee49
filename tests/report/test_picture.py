"""Cards as files: kinds, marks by which we know our own, and PNG only where it can be made."""

from __future__ import annotations

import builtins
import struct
from typing import Any

import pytest

from geboortespel.report.picture import KINDS, NoPng, file_name, is_card, kind_of, no_png, rendered
from geboortespel.words.catalog import translator
from tests.report.examples import EVERY, FULL, HOSTILE, LETTER, ORDINARY

NL = translator("nl")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", "txt"), ("A.SVG", "svg"), ("a.b.png", "png"), ("a.pdf", None), ("svg", None), ("a.", None)],
)
def test_kind_by_ending(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", EVERY)
def test_every_file_is_known_as_ours(name: str, kind: Any) -> None:
    if kind == "png":
        pytest.importorskip("resvg_py")
    try:
        data = rendered(kind, EVERY[name], NL)
    except NoPng:
        pytest.skip("no font here")
    assert is_card(data)
    assert data == rendered(kind, EVERY[name], NL)


def test_other_files_are_not_ours() -> None:
    for data in (b"", b"hallo\n", b'<?xml version="1.0"?><svg/>', b"\x89PNG\r\n\x1a\n" + bytes(300), b"{}\n"):
        assert not is_card(data)


def test_png_is_a_portrait_with_text_on_it() -> None:
    pytest.importorskip("resvg_py")
    try:
        with_name, other = rendered("png", ORDINARY, NL), rendered("png", FULL, NL)
    except NoPng:
        pytest.skip("no font here")
    wide, high = struct.unpack(">II", with_name[16:24])
    assert wide == 1748
    assert abs(high / wide - 210 / 148) < 0.01
    assert with_name != other


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(NoPng) as caught:
        rendered("png", ORDINARY, NL)
    assert "pip install 'geboortespel[png]'" in no_png(caught.value, NL)


def test_file_names_are_plain() -> None:
    assert file_name(ORDINARY, "svg", NL) == "geboortekaartje-de-lange-adem.svg"
    assert file_name(LETTER, "txt", translator("en")) == "letter-graaf-reinald.txt"
    assert "/" not in file_name(HOSTILE, "txt", NL)
    assert len(file_name(EVERY["longest"], "png", NL)) < 70
