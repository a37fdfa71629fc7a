"""The dossier's head: its title is a headline."""

from tests.stories import cross_read


def test_a_line_that_tells_the_day_is_no_title(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Published: 2031-05-06\nKelby Observer\n\nThe gate of Kelby dam jammed open on Monday.",
            "b.txt": "Gate jams at Kelby dam\n\nThe gate of Kelby dam jammed open on Monday, an engineer said.",
        },
    )
    assert dossier.story.title == "Gate jams at Kelby dam"
