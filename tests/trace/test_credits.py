"""Credit lines: whose text a report is, wholly or in part."""

from typing import Any

import pytest

from crossread.model.report import Published, Report
from crossread.trace.credits import credit_lines
from crossread.trace.outlets import load


def credits(text: str, **fields: Any) -> list[tuple[str, str]]:
    report = Report("r00", "r.txt", "", text, "en", Published(), **fields)
    return [(c.name, c.kind) for c in credit_lines(report, load())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSTREVA (AP) — The pier is shut.", [("Associated Press", "whole")]),
        ("OSTREVA, May 2 (Reuters) - The pier is shut.", [("Reuters", "whole")]),
        ("The pier is shut.\nReuters contributed to this report.", [("Reuters", "part")]),
        ("The pier is shut.\nWith additional reporting by AFP", [("Agence France-Presse", "part")]),
        ("The pier is shut.\n© 2024 The Associated Press. All rights reserved.", [("Associated Press", "whole")]),
        ("The pier is shut. It stays shut.\n\nSource: Reuters\n\nMore news", [("Reuters", "whole")]),
        ("The board met (in secret) - then voted.", []),
        ("The mayor told Reuters that the pier is shut.", []),
    ],
)
def test_lines(text, expected):
    assert credits(text) == expected


def test_the_source_that_a_feed_names():
    assert credits("The pier is shut.", credits=("Reuters",)) == [("Reuters", "whole")]


def test_the_own_outlet_is_no_credit():
    assert credits("OSTREVA (Reuters) - The pier is shut.", outlet="Reuters") == []


def test_places_are_where_the_name_stands():
    text = "OSTREVA (AP) — The pier is shut."
    (found,) = credit_lines(Report("r00", "r.txt", "", text, "en", Published()), load())
    assert found.extent.of(text) == "AP"
