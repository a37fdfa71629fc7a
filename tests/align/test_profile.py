"""Profiles: what the join knows of a mention."""

import pytest

from crossread.align.profile import _figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("as many as 75 million people", ["75million"]),
        ("more than 75 percent of the traffic", ["75%"]),
        ("75 per cent", ["75%"]),
        ("three of 40 men", ["three", "40"]),
    ],
)
def test_a_number_is_told_with_its_scale(text, figures):
    assert list(_figures(text)) == figures
