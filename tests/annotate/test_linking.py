"""Links between spans of an attribution: features of place, and choices with known weights."""

import numpy as np

from crossread.annotate.encoder import tokenizer
from crossread.annotate.linking import FEATURES, REACH, Linker, Places, near
from crossread.annotate.pieces import words_of

TEXT = "Adler said the port was shut . Lind denied it .\n“Nobody called,” he added."


def test_features_tell_distance_and_what_lies_between():
    words = words_of(tokenizer(), TEXT)
    found = [(0, 1, "source"), (1, 2, "cue"), (2, 6, "content"), (7, 8, "source"), (8, 9, "cue")]
    rows = Places(words, TEXT, found).features((2, 6, "content"), [found[1], found[4]])
    told = [dict(zip(FEATURES, row.tolist(), strict=True)) for row in rows]
    assert told[0]["none"] == 1
    assert told[1]["touches before"] == 1
    assert told[1]["words before"] == 0
    assert told[2]["words after"] == 1 + 0.0 or told[2]["words after"] > 1
    assert told[2]["sources between"] == 1
    assert told[2]["sentences between"] == 1


def test_the_nearer_cue_is_chosen_by_distance_alone():
    heads = {"no_source": np.zeros(2, np.float32)}
    weights = np.zeros(len(FEATURES), np.float32)
    weights[FEATURES.index("words before")] = weights[FEATURES.index("words after")] = -1
    weights[FEATURES.index("none")] = -9
    linker = Linker({**heads, "cue_weights": weights, "source_weights": weights})
    words = words_of(tokenizer(), TEXT)
    cues = [(1, 2, "cue"), (8, 9, "cue")]
    places = Places(words, TEXT, cues)
    links = np.zeros((len(words), 8), np.float32)
    scores = linker.choose("cue", (9, 10, "content"), cues, places, links)
    assert int(np.argmax(scores)) == 2


def test_only_near_candidates_are_weighed():
    spans = [(i, i + 1, "cue") for i in range(0, 200, 2)]
    chosen = near((101, 102, "content"), spans)
    assert len(chosen) == 2 * REACH
    assert spans[chosen[REACH - 1]][0] < 101 < spans[chosen[REACH]][0]
