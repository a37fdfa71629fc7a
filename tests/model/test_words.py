"""Words: places that hold, and forms that compare."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crossread.model.words import content_forms, fold, words


@given(st.text())
def test_every_word_stands_where_it_says(text):
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(fold(text[w.start : w.end]) == w.form for w in found)


def test_case_accents_and_apostrophes_do_not_count():
    assert fold("GÓMEZ’S") == fold("Gomez's")


def test_function_words_carry_no_content():
    assert content_forms("The mayor of the town was there") == ["mayor", "town"]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole():
    text = "one two three"
    assert [text[w.start : w.end] for w in words(text, 4)] == ["two", "three"]


def test_letters_that_english_texts_spell_out_are_spelt_out():
    assert fold("Kjærgaard") == fold("Kjaergaard")
    assert fold("Łódź") == "lodz"
