"""Mentions: verbatim spans with chain, certainty and polarity; a bad report becomes a Failure."""

import msgspec

from crossread.annotate.annotator import Annotator
from crossread.model.report import Failure, Published, Report
from crossread.trace import mentions, outlets
from crossread.trace.mentions import Tracer

TEXT = "The minister said on Monday that the bridge would not reopen. “We will wait,” Varga told reporters."


def annotated():
    return Annotator().annotate(Report("r00", "r.txt", "0" * 64, TEXT, "en", Published()))


def test_a_mention_is_the_reports_own_words_with_its_source():
    (told,) = [m for m in mentions.told(annotated()).mentions if "bridge" in m.text]
    assert TEXT[told.start : told.end] == told.text
    assert told.chain[0].kind == "report"
    assert "minister" in told.chain[-1].name
    assert (told.certainty, told.polarity) == ("attributed", "negated")


def test_a_quotation_is_quoted():
    (told,) = [m for m in mentions.told(annotated()).mentions if m.form == "quote"]
    assert told.certainty == "quoted"
    assert told.chain[-1].name == "Varga"


def test_what_breaks_on_one_report_is_a_failure_and_stops_nothing():
    good = annotated()
    broken = msgspec.structs.replace(good, tokens=good.tokens[:1])
    first, second = Tracer(outlets.load())([broken, good])
    assert isinstance(first, Failure)
    assert first.path == "r.txt"
    assert not isinstance(second, Failure)
