"""Who speaks is told from the words around them, be they a relative, a passive, or a noun's owner."""

import pytest
from tests.trace.test_chains import ask

__all__ = ["ask"]  # a fixture


@pytest.mark.parametrize(
    ("text", "piece", "sources"),
    [
        # The words around a speaker's name, or the owner's mark, are no speaker.
        (
            "Talks followed the 14:00 GMT announcement by Tarn Lines that it had filed for bankruptcy.",
            "it had filed",
            ["Tarn Lines"],
        ),
        ("The last question was from a farmer, who said he had walked for two days.", "he had walked", ["a farmer"]),
        (
            "Reed has had no talks with political supporters who have suggested that he leave the race.",
            "he leave",
            ["political supporters"],
        ),
        (
            "Brand, who once helped a girl who forgot the words of the anthem, now hopes to bring them a title.",
            "to bring",
            ["Brand"],
        ),
        (
            "After the shooting, one officer put both hands on his head and said it was a mistake.",
            "it was a mistake",
            ["one officer"],
        ),
        ("Teenagers met police, whom residents say make unfair decisions.", "make unfair decisions", ["residents"]),
        (
            "A woman who claims she had a view of the police shooting of 16-year-old Kimani Gray says he had no gun.",
            "he had no gun",
            ["A woman"],
        ),
        (
            "Brand, 43, shot the three victims, according to police-- the women fell on the third floor.",
            "Brand, 43",
            ["police"],
        ),
        (
            "This is due to the United States government's announcement that it would buy bad loans.",
            "it would buy",
            ["the United States government"],
        ),
        (
            "Four men were trying to climb to the hut, according to New Zealand media reports.",
            "Four men",
            ["New Zealand media reports"],
        ),
        (
            "The Norwegian shipping firm Tarn Lines announced on Friday that it would close two ports.",
            "it would close",
            ["Tarn Lines"],
        ),
        (
            "A Foreign Office spokeswoman said two men had died.",
            "two men",
            ["Foreign Office", "A Foreign Office spokeswoman"],
        ),
        (
            "A spokeswoman for Harbour Hospital in Chicago said that they were stable.",
            "they were",
            ["Harbour Hospital", "A spokeswoman for Harbour Hospital in Chicago"],
        ),
        ("It rained. Athletic director Hugo Brandt said the rules were fair.", "the rules", ["Hugo Brandt"]),
        (
            "Holt blamed the press for making much of Olin Reed's claim that the dam was safe.",
            "the dam was",
            ["Holt", "Olin Reed"],
        ),
        ("It rained. A Brooklyn woman said the youth had no gun.", "the youth", ["A Brooklyn woman"]),
        (
            "The insider, who asked to remain anonymous, said that the mayor had lost weight.",
            "the mayor",
            ["The insider"],
        ),
    ],
)
def test_who_speaks_is_told_from_the_words_around_them(ask, text, piece, sources):
    assert ask(text, piece)[0] == sources


def test_the_day_on_which_a_body_speaks_is_no_part_of_its_name(ask):
    text = "The Government Accountability Office on June 18 said that the bids were unfair."
    assert ask(text, "the bids were unfair")[0] == ["The Government Accountability Office"]
