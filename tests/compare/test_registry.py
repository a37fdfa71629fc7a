"""All kinds of conflict together on two stories with traps: no hard conflict is false, the true ones are told."""

import pytest
from tests.compare.trap_stories import FERRY, FERRY_CONFLICTS, FIRE, FIRE_CONFLICTS
from tests.stories import cross_read, words_of

from crossread.model.dossier import Dossier


@pytest.fixture(scope="module", params=[(FIRE, FIRE_CONFLICTS), (FERRY, FERRY_CONFLICTS)], ids=["fire", "ferry"])
def read(request, tmp_path_factory):
    texts, conflicts = request.param
    return cross_read(tmp_path_factory.mktemp("traps"), texts), conflicts


def is_one_of(conflict, conflicts) -> bool:
    words = words_of(conflict)
    return any(all(side in words for side in part.sides) for part in conflicts)


def test_no_trap_is_a_conflict(read):
    dossier, conflicts = read
    hard = [c for c in dossier.conflicts if c.severity == "conflict"]
    assert [c.explanation for c in hard if not is_one_of(c, conflicts)] == []


def test_what_truly_parts_is_told(read):
    dossier, conflicts = read
    loud = [c for c in dossier.conflicts if c.severity != "refinement"]
    for part in conflicts:
        told = [c for c in loud if c.kind == part.kind and all(side in words_of(c) for side in part.sides)]
        assert told, f"{part} among {[(c.kind, c.severity, words_of(c)) for c in loud]}"


def test_every_explanation_is_a_sentence_with_what_a_reader_checks(read):
    dossier: Dossier = read[0]
    for c in dossier.conflicts:
        assert c.explanation.endswith(".")
        reports = {span.report for side in c.sides for span in side.mentions}
        assert any(report in c.explanation for report in reports)
