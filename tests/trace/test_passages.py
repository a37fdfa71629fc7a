"""Shared passages: found where they stand, with words replaced, and not where texts only share a subject."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.trace.fingerprints import Hasher
from crossread.trace.passages import LEAST, passages

STORY = (
    "The harbour board voted late on Monday to close the northern pier until engineers have looked at every one of "
    "the forty steel piles that carry it, the longest closure since the pier was opened."
)


def shared(a: str, b: str) -> list[tuple[str, str, int]]:
    hasher = Hasher()
    return [(p.a.of(a), p.b.of(b), p.same) for p in passages(hasher.text(a), hasher.text(b))]


def test_a_passage_inside_other_words_is_found_whole():
    host = f"Shops complained. {STORY} Fishermen shrugged."
    ((one, two, same),) = shared(STORY, host)
    assert two in host
    assert same == len(STORY.split())
    assert one.startswith("The harbour board")


def test_replaced_words_do_not_hide_a_passage():
    changed = STORY.replace("late on Monday", "late Monday").replace("longest", "lengthiest")
    ((_, _, same),) = shared(STORY, changed)
    assert LEAST <= same < len(STORY.split())


def test_a_subject_in_common_is_no_passage():
    assert shared(STORY, "On Monday the board shut the pier in the north; its piles need a look by engineers.") == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=80), st.lists(st.sampled_from("abcdefgh"), max_size=80))
def test_passages_are_real_stretches_of_both_texts(a, b):
    one, two = " ".join(a), " ".join(b)
    for x, y, same in shared(one, two):
        assert x in one
        assert y in two
        assert same <= len(x.split())
