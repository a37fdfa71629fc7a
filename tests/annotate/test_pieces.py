"""Word pieces keep their place in the text and tell casing and quotation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.encoder import tokenizer
from crossread.annotate.lines import paragraph_breaks
from crossread.annotate.pieces import casing_of, quotation_states, words_of


def states(text: str) -> str:
    return "".join(map(str, quotation_states(text, paragraph_breaks(text))))


def test_casing_classes():
    assert [casing_of(w) for w in ("ferry", "Ferry", "NATO", "McCoy", "7", "I", "é")] == [0, 1, 2, 3, 0, 1, 0]


def test_straight_and_curly_marks_open_and_close():
    assert states('a "b" c') == "0012300"
    assert states("“ab” c") == "122300"


def test_a_quotation_ends_with_its_paragraph():
    assert states('"ab\ncd') == "122000"


def test_a_closing_mark_without_opening_is_told():
    assert states('ab" c') == "00300"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_lie_in_the_text_in_order(text):
    words = words_of(tokenizer(), text)
    previous = 0
    for start, end in zip(words.start.tolist(), words.end.tolist(), strict=True):
        assert previous <= start < end <= len(text)
        previous = start
    assert list(words.first) == sorted(words.first)
    assert len(words.ids) == (words.last[-1] if len(words) else 0)
    assert set(words.layout.tolist()) <= set(range(8))
