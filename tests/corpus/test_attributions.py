"""Attributions of the key: one a sentence, content without the words of who says it."""

import pytest

from attributions import attributions_of
from story import load

TOML = """
title = "T"
field = "accidents"
[claims]
died = "event: Two died."
wet = "state: The road was wet."
[sources]
mayor = "person: Ada Reen"
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{@mayor|{died|Two died}, {s|she} {k|said}}.", [("she", "said", ["Two died"])]),
        ("{@mayor|{died|Two, {s|she} {k|said}, had died}}.", [("she", "said", ["Two", "had died"])]),
        ("{@mayor|{s|She} {k|said} {died|two died}. {wet|It was wet}.}", [("She", "said", ["two died. It was wet"])]),
        (
            "{@mayor|{s|She} {k|said} {died|two died}. {wet|It was wet}, {s|Reen} {k|added}.}",
            [("She", "said", ["two died"]), ("Reen", "added", ["It was wet"])],
        ),
        (
            '{@mayor|{q|"{died|Two died.} {wet|It was wet},"} {s|she} {k|said}.}',
            [("she", "said", ['"Two died. It was wet,"'])],
        ),
        ("{@mayor|{s|She} {k|said} {a|that {died|two died}}.}", [("She", "said", ["that two died"])]),
        ("{@mayor|{died|Two died}}.", []),
    ],
)
def test_attributions(tmp_path, body, expected):
    (tmp_path / "story.toml").write_text(TOML)
    (tmp_path / "r01.txt").write_text(f"outlet: O\npublished: none\nmanner: m\nfrom: f\ntitle: t\n---\n{body}")
    got = [
        (
            " ".join(s["text"] for s in a["source"]),
            " ".join(c["text"] for c in a["cue"]),
            [c["text"] for c in a["content"]],
        )
        for a in attributions_of(load(tmp_path))
    ]
    assert got == expected
