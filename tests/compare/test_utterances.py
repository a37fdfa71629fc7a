"""Wordings: which quotations of a report give somebody's words."""

from crossread.compare.utterances import wordings
from crossread.model.annotated import Annotated
from crossread.model.report import Debris, Published, Report
from crossread.model.story import Story


def found(text: str, *debris: tuple[str, str]) -> list[str]:
    """The wordings of one report; ``debris`` are pieces of its text with their kinds."""
    marks = tuple(Debris(text.index(t), text.index(t) + len(t), kind) for t, kind in debris)
    report = Report("r00", "r00.txt", "", text, "en", Published(), debris=marks)
    return [w.span.text for w in wordings(Story((Annotated(report),)))]


def test_a_title_is_no_wording():
    assert found('The painting "Boats at Low Tide" was sold; "it leaked," she said.') == ['"it leaked,"']


def test_a_headings_capitals_make_no_title():
    head = 'Warning: "Leave The Pier"'
    assert found(f"{head}\nThe pier was shut.", (head, "heading")) == ['"Leave The Pier"']


def test_page_debris_quotes_nobody():
    menu = 'Read: "We will rebuild it"'
    assert found(f"The pier was shut.\n{menu}", (menu, "navigation")) == []


def test_a_paragraph_told_twice_keeps_its_quotations():
    again = 'Okonjo said it was "rotten to the core".'
    assert found(f"The pier was shut.\n{again}", (again, "repeated-paragraph")) == ['"rotten to the core"']


def test_a_quotation_that_fills_another_is_one_wording_and_one_inside_it_is_two():
    assert len(found("\"'The pier is rotten to the core,'\" she read.")) == 1
    assert len(found("\"I rang him and he said 'I know it is rotten,'\" she said.")) == 2
