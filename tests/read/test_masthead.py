"""A line of its own that names the outlet, where no metadata does."""

import pytest

from crossread.read import read

BODY = "The gate of the dam at Kelby jammed open on Monday, and the valley below it was told to leave at once."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Kelby Observer", "The Kelby Observer"),
        ("Daily Lantern", "Daily Lantern"),
        ("Kelby Herald (English service)", "Kelby Herald"),
        ("Rheinboten (translated from the German)", "Rheinboten"),
        ("Newsline Live", "Newsline Live"),
        ("Ada Reen", None),
        ("Sunday Evening", None),
        ("Kelby (Velmark)", None),
    ],
)
def test_the_line_under_the_title_names_the_outlet(tmp_path, line, outlet):
    (tmp_path / "a.txt").write_text(f"Gate of Kelby dam jams\n{line}\n4 May 2026\n\n{BODY}\n", "utf-8")
    (report,) = read([str(tmp_path)]).reports
    assert report.outlet == outlet
    if outlet is not None:
        start = report.text.index(line)
        assert any(d.start <= start and start + len(line) <= d.end for d in report.debris)
