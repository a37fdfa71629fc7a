"""Paragraph breaks: hard-wrapped copy must not be read as one paragraph a line."""

from crossread.annotate.lines import paragraph_breaks


def test_every_break_of_plain_paragraphs_counts():
    assert paragraph_breaks("Ferry halted.\n\nCrew safe.\nPort closed.") == [13, 14, 25]


def test_lines_wrapped_inside_a_sentence_do_not_count():
    line = "the harbour board said on Monday that it would move the berth"
    text = "\n".join([line, line, line, line, "north of the old pier."]) + "\n\nA second paragraph stands here."
    breaks = paragraph_breaks(text)
    assert breaks == [text.index("\n\n"), text.index("\n\n") + 1]


def test_no_break_in_one_line():
    assert paragraph_breaks("") == []
    assert paragraph_breaks("One line only") == []
