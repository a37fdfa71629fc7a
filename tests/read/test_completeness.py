"""Paywalled and cut texts are told."""

import pytest

from crossread.read.completeness import is_complete
from crossread.read.debris import debris_of
from crossread.read.debris.blocks import blocks_of

BODY = "The ferry to Tarn Island sank on Monday.\n\nIts captain said that a valve had failed twice."


def complete(text: str, free: bool | None = None) -> bool:
    blocks = blocks_of(text)
    return is_complete(blocks, debris_of(blocks, None, None, "en"), free)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY + "\n\nLeave a Reply",
        BODY + "\n\nWin a cruise for two to the fjords of the north - enter here",
        BODY + "\n\nWould YOUR street be under water? Use our interactive map of the coast",
        BODY + "\n\nAda Lund, Tarn",
        BODY + "\n\nSubscribe to our newsletter",
        BODY + "\n\n“Nobody listened to us,” she said. “Nobody at all.”",
        BODY + "\n\nThe paper put a paywall up and asked readers to subscribe in 2019.",
    ],
)
def test_whole_texts(text):
    assert complete(text)


@pytest.mark.parametrize(
    "text",
    [
        BODY + "\n\nSubscribe now to continue reading this article",
        BODY + "\n\nThis article is for subscribers only.",
        BODY + "\n\nThe owner denied that anyone had reported a fault before the",
        BODY + "\n\nThe owner denied… [+1532 chars]",
        BODY + "\n\nThe owner denied that anyone had reported a fault...\n\nShare",
        BODY + "\n\nRead the full story",
        BODY + "\n\nThe people who vote today will decide whether the new law on the harbour",
        BODY + "\n\nFollow-up talks on the future of the port were to begin on Monday in the",
        BODY + "\n\nThe families of the drowned and of the missing had gathered here",
    ],
)
def test_cut_texts(text):
    assert not complete(text)


def test_what_the_page_says_of_itself_decides():
    assert not complete(BODY, free=False)
    assert complete(BODY, free=True)
