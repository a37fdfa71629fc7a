"""The summary in a terminal."""

import io

from dossiers import hostile
from rich.cells import cell_len
from rich.console import Console
from sula import sula

from crossread.show.summary import print_summary, render


def test_the_answer_the_conflicts_and_the_gaps_are_told():
    text = render(sula(), 90)
    assert "Six reports tell 14 claims." in text
    assert "≠ role" in text
    assert "lawyer          Daily Beacon" in text
    assert "reports/scan.pdf" in text
    assert "◆ 2 origins" in text


def test_no_line_is_wider_than_the_terminal():
    for width in (40, 80, 120):
        assert max(map(cell_len, render(sula(), width).splitlines())) <= width


def test_a_pipe_gets_no_escape_sequences_and_a_terminal_some():
    for terminal, escapes in ((False, False), (True, True)):
        out = io.StringIO()
        colours = "standard" if terminal else "auto"
        print_summary(sula(), Console(file=out, force_terminal=terminal, width=80, color_system=colours))
        assert ("\x1b[" in out.getvalue()) is escapes


def test_a_terminal_without_unicode_gets_what_it_can_show():
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    print_summary(sula(), Console(file=out, width=80))
    out.flush()
    assert b"Six reports" in raw.getvalue()


def test_hostile_text_moves_no_cursor_and_is_no_markup():
    text = render(hostile(), 80)
    assert not {"\x1b", "\x00", "\u202e", "\u2066"} & set(text)
    assert "<script>" in text
