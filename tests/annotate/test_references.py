"""Pronouns and descriptions find what they stand for, and never against agreement."""

from crossread.annotate.annotator import Annotator
from crossread.model.report import Published, Report


def told(annotator: Annotator, text: str) -> dict[str, str]:
    found = annotator.annotate(Report("r00", "a", "0", text, "en", Published()))
    return {text[r.start : r.end]: text[r.antecedent.start : r.antecedent.end] for r in found.references}


def test_gender_decides(annotator):
    found = told(annotator, "Senator Mary Holt met James Orr in Boston. She asked him about the port.")
    assert "Holt" in found["She"]
    assert "Orr" in found["him"]


def test_a_thing_is_no_person(annotator):
    found = told(annotator, "The company fired James Orr in May. It gave no reason.")
    assert found["It"] == "The company"


def test_an_expletive_stands_for_nothing(annotator):
    assert "It" not in told(annotator, "The port closed in May. It is clear that the port lost money.")


def test_antecedents_come_first(annotator):
    text = "He left early. James Orr did not say why he went."
    found = annotator.annotate(Report("r00", "a", "0", text, "en", Published()))
    assert all(r.antecedent.end <= r.start for r in found.references)
    assert not [r for r in found.references if r.start == 0]
