"""The join's cannot-links: what is told of two times of the clock is no one claim."""

import pytest
from tests.stories import cross_read

from crossread.align.join import _is_apart


@pytest.mark.parametrize(
    ("mine", "others", "apart"),
    [
        ([9 * 60 + 42], [10 * 60 + 15], True),
        ([570], [570], False),  # 9:30 p.m. and half past nine
        ([715], [3], False),  # five to twelve, three past
        ([100, 600], [602], False),
    ],
)
def test_clock_times_are_apart_beyond_some_minutes(mine, others, apart):
    assert _is_apart(mine, others) == apart


def test_two_times_of_one_blast_are_two_claims(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The blast at the Tiszan depot happened at 9:42 p.m. on Monday, police said.",
            "b.txt": "The blast at the Tiszan depot happened at 10:15 p.m. on Monday, police said.",
        },
    )
    claims = [c for c in dossier.claims if any("p.m." in m.text for m in c.mentions)]
    assert claims
    assert all(len({m.report for m in c.mentions}) == 1 for c in claims)
