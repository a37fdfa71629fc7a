"""Gender: by nouns, titles and given names, and only where they agree."""

import pytest

from crossread.model.genders import told


@pytest.mark.parametrize(
    ("said", "given", "gender"),
    [
        ({"mr"}, "", "male"),
        ({"spokeswoman"}, "", "female"),
        (set(), "hanne", "female"),
        (set(), "torben", "male"),
        ({"mr"}, "hanne", ""),
        ({"minister"}, "robin", ""),
    ],
)
def test_the_gender_that_words_tell(said, given, gender):
    assert told(said, given) == gender
