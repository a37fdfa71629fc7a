"""When undated reports came out, told from their own words and from one another."""

from crossread.annotate import publication
from crossread.annotate.times import find
from crossread.model.annotated import Annotated
from crossread.model.report import Published, Report


def report(number, text, published=None, url=None):
    published = published or Published()
    made = Report(f"r{number:02d}", f"{number}.txt", "0", text, "en", published, url=url)
    return Annotated(made, times=find(text, published))


def test_a_year_and_a_past_day_and_a_weekday_narrow_the_days():
    told = publication.infer(
        [
            report(0, "The harbour bridge fell on 21 November. It was the second collapse in 2025."),
            report(1, "The mayor confirmed on Sunday that the bridge had been closed in September."),
        ]
    )
    assert set(told) == {"r00", "r01"}
    assert all(p.basis == "inferred" and p.why for p in told.values())
    assert (told["r00"].earliest, told["r00"].latest) == ("2025-11-23", "2025-11-29")


def test_this_sunday_with_today_is_that_sunday():
    told = publication.infer(
        [
            report(0, "The vote took place on 6 March 2024. This Sunday the council met, and today it was dissolved."),
            report(1, "The council met on Sunday."),
        ]
    )
    assert (told["r00"].earliest, told["r00"].latest) == ("2024-03-10", "2024-03-10")


def test_announced_days_and_holidays_bound_it_from_above():
    told = publication.infer(
        [
            report(0, "Three lines were cut in January. Full service will not return until December 31."),
            report(1, "It was the second cut in 2008, and repairs will last over Christmas."),
        ]
    )
    assert "2008-11-15" <= told["r00"].earliest <= told["r00"].latest <= "2008-12-31"


def test_an_undated_report_lies_near_the_dated_ones():
    dated = Published("2024-05-16", "2024-05-16", "metadata", "")
    told = publication.infer([report(0, "The ship sank on Monday.", dated), report(1, "The ship sank.")])
    assert (told["r01"].earliest, told["r01"].latest) == ("2024-05-09", "2024-05-23")
    assert "r00" not in told


def test_an_address_that_tells_the_next_day_makes_an_interval():
    dated = Published("2024-05-16", "2024-05-16", "metadata", "")
    told = publication.infer([report(0, "The ship sank Friday.", dated, "https://example.org/2024/05/17/ship-sinks")])
    assert (told["r00"].earliest, told["r00"].latest) == ("2024-05-16", "2024-05-17")
    read = publication.resolve(report(0, "The ship sank on Friday."), told["r00"])
    assert read.times[0].earliest == "2024-05-17"


def test_nothing_is_told_without_a_year():
    assert publication.infer([report(0, "The ship sank on Friday."), report(1, "It sank.")]) == {}


def test_resolve_reads_the_times_again():
    read = publication.resolve(report(0, "It sank yesterday."), Published("2024-05-16", "2024-05-16", "inferred", ""))
    assert (read.times[0].earliest, read.report.published.basis) == ("2024-05-15", "inferred")


def test_the_order_of_reports_changes_nothing():
    reports = [report(0, "It fell on 3 May 2024."), report(1, "It fell on Friday."), report(2, "It fell in 2023.")]
    assert publication.infer(reports) == publication.infer(reports[::-1])
