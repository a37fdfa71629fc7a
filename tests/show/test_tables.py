"""Claims and conflicts for spreadsheets."""

import csv
import io

import msgspec
import pytest
from sula import TEXTS, sula

from crossread.show.tables import TABLES, claims, conflicts


def rows(text: str) -> list[dict[str, str]]:
    """The rows by column."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_mention():
    dossier = sula()
    found = rows(claims(dossier))
    assert len(found) == sum(len(c.mentions) for c in dossier.claims)
    for row in found:
        assert TEXTS[row["report"]][int(row["start"]) : int(row["end"])] == row["words"]


def test_one_row_for_each_mention_of_each_side():
    dossier = sula()
    found = rows(conflicts(dossier))
    assert len(found) == sum(len(s.mentions) for x in dossier.conflicts for s in x.sides)
    assert {r["side"] for r in found if r["conflict"] == "x2"} == {"1", "2", "3"}


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_a_cell_is_never_a_formula(start):
    dossier = sula()
    worse = msgspec.structs.replace(dossier.claims[0], gloss=start)
    found = rows(claims(msgspec.structs.replace(dossier, claims=(worse,))))
    assert all(row["gloss"] == f"'{start}" for row in found)


def test_every_table_has_rows():
    assert all(len(rows(table(sula()))) > 1 for table in TABLES.values())


def test_a_detail_stands_behind_its_claim_and_names_it():
    found = rows(claims(sula()))
    at = next(n for n, row in enumerate(found) if row["claim"] == "d001")
    assert found[at - 1]["claim"] == "c00"
    assert (found[at]["detail"], found[at]["detail_of"]) == ("when", "c00")
