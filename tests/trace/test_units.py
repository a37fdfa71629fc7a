"""Claim units: one stretch tells one thing, and nothing that only introduces it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.annotator import Annotator
from crossread.model.annotated import Annotated
from crossread.model.report import Debris, Published, Report
from crossread.model.tree import Tree
from crossread.trace import units


def annotate(annotator: Annotator, text: str, debris: tuple[Debris, ...] = ()) -> Annotated:
    report = Report("r00", "r.txt", "0" * 64, text, "en", Published(), debris=debris)
    return annotator.annotate(report)


def told(annotator: Annotator, text: str, debris: tuple[Debris, ...] = ()) -> list[str]:
    annotated = annotate(annotator, text, debris)
    return [text[u.start : u.end] for u in units.find(annotated, Tree(annotated))]


def test_a_coordinated_clause_is_a_unit_of_its_own(annotator):
    found = told(annotator, "The dockers walked out on Monday and the company closed the gates.")
    assert "The dockers walked out on Monday" in found
    assert "the company closed the gates" in found


def test_what_somebody_says_is_told_without_the_saying(annotator):
    found = told(annotator, "The minister said that the bridge would stay closed.")
    assert "the bridge would stay closed" in found
    assert not any(f.startswith("The minister said") for f in found)


def test_who_says_it_is_no_unit_but_what_a_speaker_did_is(annotator):
    text = (
        "The White House did not disclose what the options were, but people briefed on the matter said one was an "
        "appointment."
    )
    found = told(annotator, text)
    assert "The White House did not disclose what the options were" in found
    assert not any(f.endswith("said") for f in found)


def test_a_participle_is_a_unit_and_stays_out_of_its_governor(annotator):
    text = "A fire destroyed the warehouse on the quay on Tuesday night, killing three workers of the late shift."
    found = told(annotator, text)
    assert "A fire destroyed the warehouse on the quay on Tuesday night" in found
    assert "killing three workers of the late shift" in found


def test_a_condition_stays_with_what_it_conditions(annotator):
    found = told(annotator, "The union will return to work if the company reinstates the drivers.")
    assert "The union will return to work if the company reinstates the drivers" in found


def test_a_quotation_is_a_unit_with_its_marks(annotator):
    found = told(annotator, "“We will not go back to work,” Varga told reporters.")
    assert "“We will not go back to work,”" in found


def test_a_term_in_marks_is_no_unit(annotator):
    found = told(annotator, "The court called the fund a “shell” and ordered it closed.")
    assert "“shell”" not in found


def test_a_title_with_its_name_tells_a_role(annotator):
    found = told(annotator, "Finance Minister Ada Reen resigned on Friday.")
    assert any(f == "Finance Minister Ada Reen" for f in found)


def test_debris_tells_nothing(annotator):
    text = "The bridge is closed.\nSubscribe to our newsletter to read more stories like this."
    start = text.index("Subscribe")
    assert all("newsletter" not in f for f in told(annotator, text, (Debris(start, len(text), "subscribe"),)))


def test_a_repeated_paragraph_restates(annotator):
    text = "The bridge is closed to lorries.\nThe bridge is closed to lorries."
    debris = (Debris(33, len(text), "repeated-paragraph"),)
    annotated = annotate(annotator, text, debris)
    found = units.find(annotated, Tree(annotated))
    assert [u.restates for u in found] == [False, True]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_gives_units_that_lie_in_it(annotator, text):
    annotated = annotate(annotator, text)
    for unit in units.find(annotated, Tree(annotated)):
        assert 0 <= unit.start < unit.end <= len(text)
        assert unit.head in range(len(annotated.tokens))


def test_a_list_of_names_is_no_unit(annotator):
    found = told(annotator, "The storm cut off traffic between Europe, the Middle East and South Asia for two days.")
    assert not any(t in ("the Middle East and South Asia", "the Middle East", "Europe, the Middle East") for t in found)


def test_a_deed_and_what_its_doer_says_besides_are_two(annotator):
    found = told(
        annotator, "The president led a parade through the capital, accusing Washington of a plot against him."
    )
    assert "The president led a parade through the capital" in found
    assert "accusing Washington of a plot against him" in found


def test_a_stretch_holds_whole_brackets_only(annotator):
    text = "Northrop and its partner (European firm EADS) have beaten Boeing for an order (worth billions)."
    assert all(f.count("(") == f.count(")") and not f.startswith("EADS)") for f in told(annotator, text))
