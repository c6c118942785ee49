import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortespel.market.space import Issue, Space
from geboortespel.market.utility import Together, Utility
from tests.market.making import made, spaced

SPACE = Space([Issue("tab", ("laag", "midden", "hoog")), Issue("boek", ("open", "dicht"))])


def test_codes_and_outcomes_go_together():
    assert [SPACE.outcome(code) for code in range(SPACE.size)][:3] == [
        ("laag", "open"),
        ("laag", "dicht"),
        ("midden", "open"),
    ]
    assert SPACE.code(("hoog", "dicht")) == 5 == SPACE.code({"boek": "dicht", "tab": "hoog"})


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.data())
def test_every_code_comes_back(radix, data):
    space = spaced(radix)
    code = data.draw(st.integers(0, space.size - 1))
    assert space.code(space.outcome(code)) == code
    issue = data.draw(st.sampled_from(space.issues))
    option = data.draw(st.sampled_from(issue.options))
    other = space.with_option(code, issue.id, option)
    assert space.outcome(other)[space.place[issue.id]] == option
    assert set(space.differing(code, other)) <= {issue.id}


@pytest.mark.parametrize("wrong", [("laag",), ("laag", "open", "open")])
def test_an_outcome_has_an_option_of_every_issue(wrong):
    with pytest.raises(ValueError, match="2 options"):
        SPACE.code(wrong)


def test_what_lies_outside_does_not_exist():
    with pytest.raises(KeyError):
        SPACE.code(("laag", "half"))
    with pytest.raises(IndexError):
        SPACE.outcome(6)
    with pytest.raises(KeyError):
        list(SPACE.matching({"geld": frozenset({"veel"})}))
    with pytest.raises(ValueError, match="differ"):
        Space([Issue("tab", ("a",)), Issue("tab", ("b",))])


def test_utility_is_the_weighted_sum_and_its_exceptions():
    values = {"tab": {"laag": 0, "midden": 50, "hoog": 100}, "boek": {"open": 100, "dicht": 20}}
    plain = Utility(SPACE, {"tab": 70, "boek": 30}, values)
    assert plain.table == [3000, 600, 6500, 4100, 10_000, 7600]
    tied = Utility(
        SPACE, {"tab": 70, "boek": 30}, values, 4000, (Together({"tab": ["hoog"], "boek": ["dicht"]}, -5000),)
    )
    assert tied.table == [3000, 600, 6500, 4100, 10_000, 2600]
    assert tied.ranking == (4, 2, 3)
    assert not tied.acceptable(5)


def test_weights_and_values_must_fit_the_space():
    values = {"tab": {"laag": 0, "midden": 50, "hoog": 100}, "boek": {"open": 100, "dicht": 20}}
    for weights, found in [
        ({"tab": 0, "boek": 0}, values),
        ({"tab": 70, "boek": 30}, {**values, "boek": {"open": 1}}),
    ]:
        with pytest.raises(ValueError, match=r"weights|option"):
            Utility(SPACE, weights, found)


@given(st.integers(1, 10**6), st.integers(0, 3))
def test_the_table_is_what_the_definition_says(seed, exceptions):
    space = spaced([3, 2, 4])
    me = made(space, seed, 0, exceptions)
    for code in range(space.size):
        agreed = dict(zip((issue.id for issue in space.issues), space.outcome(code), strict=True))
        worth = sum(me.weights[issue] * me.values[issue][option] for issue, option in agreed.items())
        worth += sum(t.adds for t in me.together if all(agreed[issue] in some for issue, some in t.options.items()))
        assert me(code) == worth
