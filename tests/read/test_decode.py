"""Bytes to text: what can be known is right, what is guessed is told."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.read.decode import decode, suspicions

TEXT = "“The café closed,” she said – at half past nine. Nobody knew why the naïve owner had gone."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_comes_back_whatever_its_encoding(encoding):
    decoded = decode(TEXT.encode(encoding))
    assert decoded.text == TEXT
    assert bool(decoded.note) == (encoding == "cp1252")


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert decode(codecs.BOM_UTF8 + b"The ferry sank.").text == "The ferry sank."


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf8():
    russian = "Паром затонул в понедельник."
    assert decode(russian.encode("koi8-r"), "koi8-r").text == russian
    assert decode(russian.encode(), "koi8-r").text == russian


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-8", "base64"])
def test_a_false_declaration_does_no_harm(declared):
    assert decode(TEXT.encode("cp1252"), declared).text == TEXT


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_text_is_never_changed(text):
    try:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")
    except InputError as error:
        assert not text.removeprefix("\ufeff").strip() or "which is not read" in str(error)  # noqa: PT017


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_clear_error(data):
    try:
        assert decode(data).text
    except InputError as error:
        assert ";" in str(error)  # noqa: PT017


def test_text_that_was_decoded_wrongly_before_is_told_not_changed():
    mangled = "“No,” he said, “it’s over.”".encode().decode("cp1252", errors="replace")
    assert any("cp1252" in told for told in suspicions(mangled))
    assert any("lost" in told for told in suspicions("the caf\ufffd closed"))
    assert suspicions(TEXT) == []
