"""Titles within a sentence."""

import pytest

from geboortespel.words.plain import small


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Op bezoek in Houten", "op bezoek in Houten"),
        ("Het Rijk het meeste", "het Rijk het meeste"),
        ("TAB vooraf", "TAB vooraf"),
        ("Één tafel", "één tafel"),
        ("", ""),
    ],
)
def test_a_title_loses_only_its_own_capital(title: str, within: str) -> None:
    assert small(title) == within
