"""Page text is marked by kind; sentences that report something never are."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.read import read
from crossread.read.debris import RESTATING, debris_of
from crossread.read.debris.blocks import blocks_of
from crossread.read.debris.dateline import dateline_of
from crossread.read.debris.rules import kind_of, table_for

TITLE = "Ferry sinks off Tarn Island"
BODY = [
    "The ferry to Tarn Island sank on Monday morning with 41 people on board, the coastguard said.",
    "Its captain, Elin Roke, said that a valve in the engine room had failed twice in the past month.",
    "The owner of the ferry denied that anyone had reported a fault before the last crossing.",
]


def marked(*lines: str, title: str | None = None, outlet: str | None = None) -> list[tuple[str, str]]:
    text = "\n\n".join(lines)
    return [(d.kind, text[d.start : d.end]) for d in debris_of(blocks_of(text), title, outlet, "en")]


FURNITURE = {
    "comment-form": [
        "Leave a Reply", "Your email address will not be published. Required fields are marked *", "3 Comments",
        "Save my name, email, and website in this browser for the next time I comment.", "Cancel reply",
        "You must be logged in to post a comment.", "Comments are closed", "Comments are moderated. Keep it civil.",
        "Were you on the ferry? Call our newsdesk.", "27 comments. Log in to add your own",
    ],
    "share": [
        '<tweet tweet-id="74224"><tweet/>.', "Do you sail from Tarn? Like the page:",
        "Share", "Share this article on Facebook, X or by email", "Tweet", "Follow us on Instagram and Telegram",
        "Follow The Tarn Post on Google News", "Facebook Twitter WhatsApp", "Copy link",
        "Share: X · Telegram · WhatsApp", "Share this story: Post / Mail / Copy link",
    ],
    "subscribe": [
        "Subscribe to our newsletter", "Sign up here for our daily briefing", "Already a subscriber? Log in",
        "To continue reading, create a free account", "Get the day's headlines in your inbox every morning",
        "Support independent journalism with a gift", "Download our app for iOS and Android",
        "Enjoyed this? Our letter comes out on Sundays.", "The Tarn Post is paid for by its readers. Chip in $3.",
        "To subscribe to the Argus from just £1 a week, click here",
        "Forward this letter to a neighbour", "Was this forwarded to you? Subscribe.",
    ],
    "cookie": ["We use cookies to improve your experience.", "By clicking OK you agree to our terms.", "Accept all"],
    "legal": [
        "© 2024 Tarn Media Group. All rights reserved.", "Privacy policy", "Terms of use | Privacy policy",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "This story is being updated.", "Refresh for the latest.", "Machine translation, read by an editor",
    ],
    "contact": ["Got a story? Write to us.", "newsdesk@tarn.example", "Contact the author at ada@tarn.example",
        "Have YOU been affected? Email tips@tarn.example", "Whatsapp your questions to the studio"],
    "correction": ["This article was amended on 8 April. An earlier version said that the captain had been told."],
    "advertisement": ["Advertisement", "ADVERTISEMENT - SCROLL TO CONTINUE", "Article continues below", "Sponsored",
        "Win a weekend on Tarn: see page 9", "Tarn Boat Fair, Rovik: book your stand now"],
    "player": ["Listen to this article", "Your browser does not support the video tag.", "Listen (4 min)"],
    "navigation": [
        "Home > World > Europe", "Back to top", "Tags: ferry, coastguard, Tarn", "Load more",
        "Tarn | Ferries | Coastguard",
    ],
    "timestamp": [
        "Published: 4 March 2024, 10:12", "Monday, 4 March 2024", "Updated 2 hours ago", "3 min read", "10:45 GMT",
        "March 4, 2024 | 9:40 am", "8:05am UK, Monday 4 March 2024", "POSTED: 1052 GMT (1852 HKT), March 4, 2024",
        "Published: 04 Mar 2024 11:25 GMT+02:00", "AFP, Monday 4 Mar 2024", "on March 04 2024 7:41 AM",
        "March 03,2024 6:22AM", "Updated: March 2,2024 15:01 IST", "Tue Mar 5,2024 1:28PM GMT",
        "PUBLISHED: 22:14, 7 April 2016 | UPDATED: 09:12, 8 April 2016",
    ],
    "byline": [
        "By Ada Lund", "By Ada Lund and Bo Rask", "By our maritime correspondent", "With inputs from Coast Wire",
        "Reporting by Ada Lund; editing by Bo Rask", "BY ADA LUND", "By Ada Lund, transport editor",
        "Ada Lund contributed to this report.", "Coast Wire writers Ada Lund and Bo Rask contributed to this report.",
        "By Ada Lund, Transport Correspondent, and Bo Rask", "EXCLUSIVE by ADA LUND, Chief Reporter",
        "(Additional reporting by Ada Lund in Tarn; writing by Bo Rask; editing by Eli Holm and Ida Berg.)",
        "The Tarn Post has supplemented this Coast Wire article with quotes from a pool report.",
    ],
    "caption": [
        "Photo: Bo Rask", "The wreck is lifted on Friday. Photo: Bo Rask / Tarn Post", "Bo Rask/AFP via Getty Images",
        "Bo Rask via Getty Images.", "ASSOCIATED PRESS.",
        "The harbour at Tarn. (AP Photo/Bo Rask)", "Image credit: Tarn Council", "Photographs by Bo Rask",
    ],
    "heading": ["ABSTRACT.", "FULL TEXT."],
    "related-links": ["READ ALSO: Ferry owner lost licence in 2011", "Related: Ten years of wrecks",
        "More on this story: The captain and his valve", "Listen back: the whole hearing"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(k, line) for k, lines in FURNITURE.items() for line in lines])
def test_page_furniture_is_marked_by_kind(kind, line):
    assert (kind, line) in marked(TITLE, *BODY, line)


REPORTING = [
    "By Monday evening police had left.",
    "By using tear gas the police cleared the square, witnesses said.",
    "He fled to Turkey via Athens.",
    "Video by witnesses showed the bridge burning.",
    "Photos of the wreck were published on Tuesday.",
    "The ministry declined to comment on the sinking (Reuters).",
    "Support for the independent candidate is now at its lowest.",
    "Published in 2019, the report found 12 failings.",
    "Published on 3 March 2019, the report named nobody.",
    "Get aid to the island now, the mayor demanded.",
    "Join the queue or leave, the guards told them on Telegram.",
    "With information from the pilots, investigators rebuilt the flight.",
    "Copyright holders sued the news group on Friday.",
    "Reject all demands, the union told its members.",
    "Privacy policy was not discussed, the minister said.",
    "Share prices fell by 11 per cent on Monday.",
    "Comments by the minister angered the crews.",
    "Follow the money, the prosecutor told the court.",
    "Login failures had been reported since March.",
    "More in the capital were hurt than on the coast.",
    "Sign language interpreters were sent to the quay.",
    "Three people died; 3 shares were found on him.",
    "Tom Rask - the captain's brother - was not on board.",
    "Print works in the north stopped on Tuesday.",
    "Register offices on the island closed on Friday.",
    "Registered owners of the ferry live in Malta.",
    "Background: The dam was built in 1970.",
    "Who gave the order is not known.",
    "At 10:45 the second engine failed.",
    "Source code of the system was leaked, the agency said.",
    "Home owners along the shore were told to leave.",
    "The view expressed by the court was that nobody was to blame.",
    "Watch officers saw nothing, the inquiry heard.",
    '"I saw it go down," she said',
    "The party takes no money from the owner, Lund said.",
    "Give what you can, the mayor told the islanders.",
    "This report will be updated by the commission in May.",
    "Get the lists by e-mail, she told the clerk.",
    "Were you told of the fault? the judge asked him.",
    "Comments on the sinking are divided.",
    "By Tuesday, the captain, and Bo Rask had left.",
    "The owner and his brother contributed to this report of the coastguard with two letters.",
]


@pytest.mark.parametrize("line", REPORTING)
def test_reporting_is_never_marked(line):
    assert marked(TITLE, BODY[0], line, *BODY[1:]) == []


def test_the_title_is_no_debris_and_its_copies_are():
    assert marked(TITLE, TITLE, *BODY) == [("repeated-title", TITLE)]
    assert marked(TITLE, *BODY, "- " + TITLE, title=TITLE) == [("repeated-title", "- " + TITLE)]
    assert marked(*BODY, TITLE, BODY[2] + " Again.", title=TITLE)[0] != ("repeated-title", TITLE)


def test_a_title_that_only_announces_is_marked():
    assert marked("What we know about the ferry", *BODY) == [("heading", "What we know about the ferry")]
    assert marked("What a wreck: ferry had failed two tests", *BODY) == []


def test_section_headings_are_marked_and_the_lines_above_the_report_are_not():
    lines = [TITLE, "Owner denies that a fault was known", BODY[0], "A Valve That Failed", *BODY[1:]]
    assert marked(*lines) == [("heading", "A Valve That Failed")]


def test_a_list_of_links_ends_with_its_lines():
    lines = [
        TITLE,
        *BODY,
        "Related stories",
        "- Ferry owner lost licence",
        "Wrecks of Tarn: a map",
        BODY[0] + " Two died.",
    ]
    assert [k for k, _ in marked(*lines)][:3] == ["related-links"] * 3


def test_a_later_copy_of_a_paragraph_is_marked_also_with_small_edits():
    edited = "Its captain, Elin Roke, said a valve in the engine room had failed two times in the past month."
    assert marked(TITLE, *BODY, BODY[0]) == [("repeated-paragraph", BODY[0])]
    assert marked(TITLE, *BODY, edited) == [("repeated-paragraph", edited)]


def test_the_end_of_a_quotation_is_no_copy():
    said = "“The ferry ran onto the rocks at dawn and nobody on board could say why,” said the captain of Tarn."
    again = "“The ferry ran onto the rocks at dawn and nobody aboard could tell why,” said the captain of Tarn."
    end = "The ferry ran onto the rocks at dawn and nobody aboard could tell why,” said the captain of Tarn."
    assert [k for k, _ in marked(TITLE, *BODY, said, again)] == ["repeated-paragraph"]
    assert marked(TITLE, *BODY, said, end) == []


def test_a_copy_that_brings_a_new_figure_or_day_is_read_as_new():
    later = BODY[0].replace("41", "43")
    assert marked(TITLE, *BODY, later) == []
    assert marked(TITLE, *BODY, BODY[0].replace("Monday", "Tuesday")) == []


def test_a_short_line_that_brings_a_new_name_is_no_copy():
    told = [*BODY, "The Osk index is one of those that fared badly on Monday."]
    assert marked(TITLE, *told, "The Reen index is another one that fared badly on Monday.", *BODY[1:2]) == [
        ("repeated-paragraph", BODY[1])
    ]


def test_the_end_of_a_line_of_speech_is_no_heading():
    lines = [TITLE, BODY[0], '"He called us at noon.', 'She is gone. "', *BODY[1:]]
    assert marked(*lines) == []


def test_a_sentence_told_twice_inside_paragraphs_is_a_restatement():
    again = "She had left at dawn with a crew of four. " + BODY[1]
    assert ("restatement", BODY[1]) in marked(TITLE, BODY[0], f"{BODY[1]} Nobody listened.", BODY[2], again)


def test_answers_that_restate_are_told_from_answers_that_report():
    question, other = "When did the ferry sink?", "How many were on board?"
    restating = "The ferry to Tarn Island sank on Monday morning."
    new = "There were 44 people on board, the harbour office now says."
    got = marked(TITLE, *BODY, "Frequently asked questions", question, restating, other, new)
    assert got == [
        ("heading", "Frequently asked questions"),
        ("question", question),
        ("restatement", restating),
        ("question", other),
    ]


def test_an_explainer_made_of_questions_is_reporting():
    got = marked(TITLE, "Why did the ferry sink?", BODY[1], "What does the owner say?", BODY[2])
    assert {k for k, _ in got} == {"question"}


@pytest.mark.parametrize(
    ("line", "date", "agency"),
    [
        ("CAIRO, 3 March 2024 (AP) - Police said", "3 March 2024", "AP"),
        ("TARN, March 4 (Coast Wire) — The ferry", "March 4", "Coast Wire"),
        ("PORT TARN (Reuters) - The ferry", None, "Reuters"),
        ("(Coast Wire) - The ferry sank", None, "Coast Wire"),
        ("KYIV — The ferry", None, None),
    ],
)
def test_datelines(line, date, agency):
    found = dateline_of(line)
    assert found is not None
    assert (found.date, found.agency) == (date, agency)
    assert line[found.length :].startswith(("Police", "The"))


@pytest.mark.parametrize(
    "line", ["Tomas Rask - the captain", "UPDATE: The ferry sank", "Half-hearted - or not", "CAIRO - "]
)
def test_no_datelines(line):
    assert dateline_of(line) is None


def test_furniture_that_ran_into_a_paragraph_is_marked_alone():
    got = marked(TITLE, *BODY, "Divers are expected at noon. Follow us on Facebook and Telegram.")
    assert got == [("share", "Follow us on Facebook and Telegram.")]


def test_the_times_that_open_the_entries_of_a_live_page_are_marked():
    got = marked("10:45 GMT - Divers have found the ferry.", *BODY, "09.10 The search has begun.")
    assert got == [("timestamp", "10:45 GMT - "), ("timestamp", "09.10 ")]
    assert marked(TITLE, "10.30 Downing Street is a book.", *BODY) == []


def test_a_correction_is_marked_and_what_it_goes_on_to_tell_is_not():
    told = "Correction: an earlier report gave the wrong age. The captain is 52."
    assert marked(TITLE, *BODY, told) == [("correction", "Correction: an earlier report gave the wrong age.")]


@pytest.mark.parametrize(
    "note",
    [
        "Mina Torv covers the islands for the Tarn Post.",
        "Mina Torv is a fellow at the Rovik Institute and writes on shipping.",
        "Mina Torv reported from Rovik. Bo Rask contributed reporting from Tarn.",
    ],
)
def test_a_note_on_who_wrote_the_report_is_marked_at_its_end_alone(note):
    assert ("byline", note) in marked(TITLE, *BODY, note)
    assert marked(TITLE, note, *BODY) == []


def test_a_last_line_on_somebody_whom_the_report_names_is_reporting():
    assert marked(TITLE, *BODY, "Elin Roke is a lecturer at the school of navigation.") == []


@pytest.mark.parametrize("line", ["Rask: Did you see the valve fail?", "“Who gave the order to sail?”"])
def test_a_question_that_somebody_is_quoted_with_is_speech(line):
    assert marked(TITLE, BODY[0], line, *BODY[1:]) == []


def test_only_restating_kinds_are_still_read():
    assert {"repeated-paragraph", "restatement"} == RESTATING


def test_hard_wrapped_text_is_read_by_paragraph():
    text = (
        "The ferry to Tarn Island sank on Monday morning\nwith 41 people on board, the coastguard said. Its\n"
        "captain said that a valve had failed twice in the\npast month, which the owner of the ferry denied.\n\n"
        "Divers went down on Tuesday and found the valve\nopen. The hull lies in forty metres of water and\n"
        "will be lifted before the end of the month.\n"
    )
    assert [b.text[:6] for b in blocks_of(text)] == ["The fe", "Divers"]
    assert debris_of(blocks_of(text), None, None, "en") == ()


LINES = st.sampled_from(
    [TITLE, *BODY, "Share", "Leave a Reply", "Related stories", "Why?", "FAQ", "CAIRO (AP) - It sank."]
)


@given(st.lists(LINES | st.text(max_size=60), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_debris_lies_in_the_text_in_order_and_apart(lines, gap):
    text = gap.join(lines)
    blocks = blocks_of(text)
    assert all(text[b.start : b.end] == b.text for b in blocks)
    end = 0
    for mark in debris_of(blocks, TITLE, "Tarn Post", "en"):
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end


@given(st.text(alphabet="ab x/|,.:()©-'by photo", max_size=600))
def test_no_rule_takes_long_on_a_hostile_line(line):
    table = table_for("en")
    assert table is not None
    assert kind_of(line, table) is None or len(line) <= 600


# Kinds in the keys of the shared stories that page text can be told by; the others are faults of writing.
KEYED = {
    "comment-form", "repeated-title", "heading", "faq-heading", "faq-question", "faq-answer-restates",
    "repeated-paragraph", "repeated-sentence",
}  # fmt: skip


@pytest.mark.parametrize("story", ["seeds", "dev_cables", "dev_sestak"])
def test_the_debris_of_keyed_stories_is_found_and_no_reporting_is_lost(shared, story):
    key = json.loads((shared / "stories" / story / "key.json").read_text("utf-8"))
    reports = {r.path: r for r in read([shared / "stories" / story / "reports"]).reports}
    missed = [d for d in key["debris"] if d["kind"] in KEYED and not _covered(reports[d["file"]].debris, d)]
    assert missed == []
    skipped = {p: [d for d in r.debris if d.kind not in RESTATING] for p, r in reports.items()}
    told = [m for c in key["clusters"] for m in c["members"]]
    assert [m for m in told if any(d.start < m["end"] and m["start"] < d.end for d in skipped[m["file"]])] == []


def _covered(debris, span) -> bool:
    """At least half of it: a key may leave out a mark or a quote at either end."""
    inside = sum(max(0, min(d.end, span["end"]) - max(d.start, span["start"])) for d in debris)
    return 2 * inside >= span["end"] - span["start"]


def test_what_an_agency_says_of_its_own_earlier_line_is_no_news():
    note = "(Corrects amount of fuel in Tuesday's report to 140 tonnes, not 240 tonnes.)"
    assert marked(TITLE, note, *BODY) == [("correction", note)]
