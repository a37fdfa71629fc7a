"""Refusing to grant a thing denies no claim; denying a charge does."""

import pytest

from crossread.model.refused import REFUSED


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The judge denied bail", True),
        ("Olin was denied a handgun permit", True),
        ("why the permit was denied", True),
        ("The ministry denied journalists access to the site", True),
        ("Olin denied the charge", False),
        ("The board denied that it had lost the licence", False),
        ("Reen denied having asked for a permit", False),
    ],
)
def test_a_refusal(text, refused):
    assert (REFUSED.search(text) is not None) is refused
