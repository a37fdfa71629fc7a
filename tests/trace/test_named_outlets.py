"""Outlets that a phrase names, or that stand before a pronoun that doubles them."""

import pytest

from crossread.model.span import Extent
from crossread.trace.named_outlets import NamedOutlets
from crossread.trace.outlets import load


def named(text: str) -> NamedOutlets:
    return NamedOutlets(text, load())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the New York Times and The Wall Street Journal", ["The New York Times and The Wall Street Journal"]),
        ("Reuters, citing the Guardian", ["Reuters", "The Guardian"]),
        ("Republicans on the Hill", []),
        ("a farmer in Reen", []),
    ],
)
def test_outlets_of_a_list_are_one_source(text, told):
    found = named(text)
    assert [k.name for k in found.together(found.named(Extent(0, len(text))))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rained. New York Times He revealed it.", ["The New York Times"]),
        ("Reuters said it rained. He revealed it.", []),
        ("Reuters said that He revealed it.", []),
        ("The Guardian saw that New York Times He revealed it.", ["The New York Times"]),
        ("He revealed it.", []),
    ],
)
def test_a_pronoun_doubles_only_the_outlet_right_before_it(text, told):
    start = text.index("He ")
    assert [k.name for k in named(text).before(Extent(start, start + 2))] == told
