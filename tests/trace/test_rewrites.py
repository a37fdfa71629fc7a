"""Rewritten copy: the same facts in the same order, in other words, against the story's other pairs."""

from tests.trace.made import plain

from crossread.trace.rewrites import rewrites

FIRST = (
    "The dam above Orlen burst before dawn. Water reached the timber mill within minutes. "
    "Six sluice gates had been painted shut since autumn. Governor Tadic ordered barges from Vukov. "
    "Insurers put the losses of orchards near ninety million."
)
REWRITTEN = (
    "Before dawn, the dam over Orlen gave way and burst. Minutes later the timber mill stood in water. "
    "Since autumn six of its sluice gates had been shut by paint. Barges from Vukov were ordered by Governor Tadic. "
    "Losses of orchards are near ninety million, insurers say."
)
OTHERS = (
    "People in Orlen speak of a roar. A teacher carried her dog to the church. The choir sang on the roof.",
    "Critics of the water board want its papers. A lawyer counts eleven letters about rust. The board is silent.",
    "Schools in the valley stay closed. Buses run from the upper bridge. Milk is handed out at the station.",
)


def test_facts_in_the_same_order_are_told_with_their_sentences():
    reports = [plain("r00", FIRST), plain("r01", REWRITTEN), *(plain(f"r{i:02}", t) for i, t in enumerate(OTHERS, 2))]
    (found,) = rewrites(reports)
    assert (found.a, found.b) == (0, 1)
    assert len(found.steps) >= 4
    assert [a.start for a, _ in found.steps] == sorted(a.start for a, _ in found.steps)
    assert [b.start for _, b in found.steps] == sorted(b.start for _, b in found.steps)


def test_the_same_facts_in_another_order_are_not_copy():
    shuffled = " ".join(reversed(REWRITTEN.split(". ")))
    reports = [plain("r00", FIRST), plain("r01", shuffled), *(plain(f"r{i:02}", t) for i, t in enumerate(OTHERS, 2))]
    assert rewrites(reports) == []


def test_a_story_of_two_has_nothing_to_stand_out_from():
    assert rewrites([plain("r00", FIRST), plain("r01", REWRITTEN)]) == []
