"""Chains: the sources a mention names, outermost first, down to the innermost."""

import pytest

from crossread.model.mention import Form
from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.trace.certainty import certainty, polarity
from crossread.trace.chains import Chains


@pytest.fixture
def ask(annotator):
    """The chain's names without the report, the certainty and the polarity of a piece of a text."""

    def asked(text: str, piece: str, outlet: str | None = None, form: Form = "clause") -> tuple[list[str], str, str]:
        report = Report("r00", "r.txt", "", text, "en", Published(), outlet=outlet)
        annotated = annotator.annotate(report)
        start = text.index(piece)
        extent = Extent(start, start + len(piece))
        chain = Chains(annotated).of(extent, form)
        assert chain[0].kind == "report"
        assert all(text[k.start : k.end] for k in chain[1:] if k.start is not None)
        return [k.name for k in chain[1:]], certainty(annotated, extent, chain), polarity(annotated, extent)

    return asked


def test_the_reports_own_voice(ask):
    assert ask("The northern pier was closed on Monday.", "The northern pier was closed") == (
        [],
        "asserted",
        "affirmed",
    )


def test_a_saying_at_the_sentences_end(ask):
    names, sure, _ = ask(
        "The northern pier will stay shut for a month, the harbour ministry said on Monday.", "The northern pier"
    )
    assert (names, sure) == (["the harbour ministry"], "attributed")


def test_a_spokesman_speaks_for_his_body(ask):
    text = "The pier will stay shut for a month, said Ola Berg, a spokesman for Nordvik Ltd."
    names, _, _ = ask(text, "The pier will stay shut for a month")
    assert names[-1] == "Ola Berg"


def test_the_official_who_is_told_of_again_is_who_spoke_last(ask):
    text = (
        "Five people died, Ola Berg, an official from the harbour office, said on Monday. "
        "A landslide buried the pier, killing one man, said the official who uses one name."
    )
    assert ask(text, "A landslide buried the pier")[0][-1] == "Ola Berg"


def test_an_outlet_stands_before_the_one_who_told_it(ask):
    text = "Senator Marta Okonjo told CNN that the pier was never safe."
    names, sure, _ = ask(text, "the pier was never safe")
    assert names[0] == "CNN"
    assert "Okonjo" in names[-1]
    assert sure == "attributed"


def test_a_paper_that_no_table_lists_is_one_by_its_name(ask):
    text = "Inspector Ola Berg told the Timber Coast Herald that the pier was never safe."
    assert ask(text, "the pier was never safe")[0][0] == "Timber Coast Herald"
    assert ask("Inspector Ola Berg told Marta Okonjo that the pier was never safe.", "the pier was")[0] == ["Ola Berg"]


def test_nested_sources_come_outermost_first(ask):
    text = "The ministry said the board would reopen the pier in May, according to Reuters."
    names, _, _ = ask(text, "the board would reopen the pier in May")
    assert names == ["Reuters", "The ministry"]


def test_a_pronoun_is_the_one_who_spoke(ask):
    text = "“The pier is rotten,” Marta Okonjo said. “Nobody looked at it for years,” she said."
    names, sure, _ = ask(text, "“Nobody looked at it for years,”")
    assert names[-1] == "Marta Okonjo"
    assert sure == "quoted"


def test_reportedly_without_a_source_ends_in_unknown(ask):
    text = "The two men met in March. The mayor reportedly offered the islanders a second ferry for free."
    names, sure, _ = ask(text, "The mayor reportedly offered the islanders a second ferry for free")
    assert (names, sure) == (["unknown"], "hedged")


def test_who_is_said_to_have_done_it_does_not_say_so(ask):
    text = "A man said to have been released from the hospital against his wishes was arrested on Monday in Tarn."
    names, sure, _ = ask(text, "been released from the hospital against his wishes")
    assert "A man" not in names
    assert sure == "hedged"


def test_a_denial_is_told(ask):
    text = "The company denied that it had hidden the report on the piles."
    names, sure, _ = ask(text, "it had hidden the report on the piles")
    assert names == ["The company"]
    assert sure == "denied"


def test_who_somebody_is_stands_in_the_reports_voice(ask):
    text = "The ministry said that former President Ola Berg had seen the report."
    assert ask(text, "former President Ola Berg", form="role")[:2] == ([], "asserted")


def test_may_and_could_leave_it_open(ask):
    assert ask("The pier may never open again.", "The pier may never open again")[1] == "hedged"
    assert ask("The pier could not be opened in May.", "The pier could not be opened in May")[1] == "asserted"


def test_negation_turns_polarity(ask):
    assert ask("The board did not close the pier.", "The board did not close the pier")[2] == "negated"
    assert ask("The board closed the pier.", "The board closed the pier")[2] == "affirmed"


def test_the_outlet_names_link_nought(annotator):
    text = "The pier is shut."
    report = Report("r07", "r.txt", "", text, "en", Published(), outlet="Quay Post")
    assert Chains(annotator.annotate(report)).of(Extent(0, 8))[0].name == "Quay Post"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "”“\"'", "said", "according to", ", said", "“" * 50])
def test_odd_texts_break_nothing(annotator, text):
    report = Report("r00", "r.txt", "", text, "en", Published())
    annotated = annotator.annotate(report)
    chain = Chains(annotated).of(Extent(0, len(text)))
    assert chain[0].name == "report r00"
    assert certainty(annotated, Extent(0, len(text)), chain)


def test_a_name_set_after_a_job_is_the_source(ask):
    text = "The gates jammed at noon, according to the operator, Nordvik Ltd, which owns the lift."
    names, _, _ = ask(text, "The gates jammed at noon")
    assert any("Nordvik" in n for n in names)


def test_in_somebodys_view(ask):
    names, sure, _ = ask("In the dockers' view, the pier was never safe.", "the pier was never safe")
    assert (names, sure) == (["the dockers"], "attributed")


def test_what_is_expected_by_nobody_is_the_reports_own(ask):
    names, sure, _ = ask("Ferries are expected to sail again on Friday.", "Ferries are expected to sail again")
    assert (names, sure) == ([], "asserted")


def test_an_answer_in_a_word_or_two_is_on_the_word_of_who_gives_it(ask):
    text = "How much still runs is disputed. Sixty per cent, says the company. Thirty-five, says the union."
    assert ask(text, "Sixty per cent")[0] == ["the company"]
    assert ask(text, "Thirty-five")[0] == ["the union"]


def test_each_part_of_a_sentence_has_its_own_source(ask):
    text = "The bridge closed for want of money, says the mayor; the bridge closed out of spite, says the carpenter."
    assert ask(text, "for want of money")[0] == ["the mayor"]
    assert ask(text, "out of spite")[0] == ["the carpenter"]


def test_where_a_body_is_listed_does_not_speak(ask):
    text = "The plant will stay shut for a month, the owner, London-listed Marlow Energy, said on Monday."
    assert ask(text, "The plant will stay shut")[0] == ["Marlow Energy"]


def test_officials_of_a_nation_are_unnamed_people(ask):
    text = "The envoy was handed over in the north, according to Nigerien officials."
    assert ask(text, "The envoy was handed over")[0] == ["Nigerien officials"]


def test_a_quotation_over_sentences_keeps_its_beginning_before_another_part(ask):
    text = '"We will not sell. We never wanted to sell," says the mayor; the town must pay, says the carpenter.'
    assert ask(text, "We will not sell")[0] == ["the mayor"]
    assert ask(text, "the town must pay")[0] == ["the carpenter"]


def test_a_semicolon_in_a_quotation_parts_nobody(ask):
    text = '"They said no; they said never again," the mayor told reporters.'
    assert "the mayor" in ask(text, "They said no")[0]


def test_who_is_accused_is_not_who_says_so(ask):
    text = (
        "Harbour Secretary Pete Marsh was accused of issuing an order to “shut everything,” though Hart said Marsh "
        "denied giving such an instruction."
    )
    assert "Pete Marsh" not in ask(text, "issuing an order to “shut everything")[0]


def test_what_is_only_supposed_is_said_by_nobody(ask):
    names, _, _ = ask("Should Reen agree to leave, the newspaper said, she would be safe.", "to leave")
    assert "Reen" not in names


def test_an_outlet_is_no_source_of_itself(ask):
    names, _, _ = ask("The pier will close in May, the mayor told the BBC.", "The pier will close", outlet="BBC")
    assert "BBC" not in names


@pytest.mark.parametrize(
    ("text", "piece", "speaker"),
    [
        ("A lawyer for Maria Olin said the appeal had failed.", "the appeal had failed", "A lawyer for Maria Olin"),
        ("The paper was a draft, according to Reen's spokesman, Brent Kell.", "The paper was a draft", "Brent Kell"),
    ],
)
def test_who_works_for_somebody_is_not_that_somebody(ask, text, piece, speaker):
    assert ask(text, piece)[0][-1] == speaker


def test_a_spokesman_for_a_person_speaks_for_that_person(ask):
    names, _, _ = ask("A spokesman for Mr Olin said the words were false.", "the words were false")
    assert names == ["Olin", "A spokesman for Mr Olin"]


def test_the_company_is_no_inspectorate(ask):
    text = (
        "The labour inspectorate said it had warned twice. Orrin Telecom runs it. The company said the plant was shut."
    )
    assert ask(text, "the plant was shut")[0] == ["Orrin Telecom"]


def test_what_no_one_disputes_is_the_reports_own_word(ask):
    text = "No one now disputes that Dale Hutchens rode on the jet."
    assert ask(text, "Dale Hutchens rode on the jet") == ([], "asserted", "affirmed")


def test_allegations_batted_down_are_denied(ask):
    text = "Batting down allegations that the palace offered him a job, counsel Robert Bauer said nothing was wrong."
    names, sure, _ = ask(text, "the palace offered him a job")
    assert (names, sure) == (["Robert Bauer"], "denied")


def test_a_name_inside_a_quotation_is_not_its_speaker(ask):
    text = '"Preston and I have never talked shop in all these years," he said.'
    assert ask(text, "have never talked shop in all these years")[0] == ["unknown"]


def test_a_valve_that_fails_denies_nothing(ask):
    assert ask("A valve failed during maintenance on Tuesday.", "A valve failed during maintenance")[2] == "affirmed"
    assert ask("The firm failed to warn the town.", "The firm failed to warn the town")[2] == "negated"


def test_a_deadline_says_nothing(ask):
    assert ask("The deadline says that they must be back by noon.", "they must be back by noon")[0] == []


def test_who_says_and_calls_is_one(ask):
    text = 'Hugo Quispe said in a statement that it was false, calling the audio "a crude montage".'
    assert ask(text, 'calling the audio "a crude montage"')[0][-1] == "Hugo Quispe"


def test_a_purpose_says_nothing_yet(ask):
    text = "The ministry said Luis Olin will go before Congress on Monday to explain the events of that night."
    assert ask(text, "to explain the events of that night")[0] == ["The ministry"]


def test_she_who_has_just_spoken_goes_on(ask):
    text = (
        "Ada Reen said Ambassador Paula Undin would return. She denied a report that six envoys had been expelled, "
        "saying that the number had always been four."
    )
    assert ask(text, "the number had always been four")[0] == ["Ada Reen"]


def test_claims_by_somebody_are_theirs(ask):
    text = "A claim by the union that nine people had died was false."
    assert ask(text, "nine people had died")[0] == ["the union"]


def test_a_paper_called_post_is_no_post(ask):
    text = "Bakers fear for their trade, according to a report by the Quay Post."
    assert ask(text, "Bakers fear for their trade")[0][-1] != "the Quay Post"


def test_what_is_doubted_is_left_open(ask):
    text = "Officials in Brussels doubt that the threat would win the backing of the others."
    assert ask(text, "the threat would win the backing of the others")[1] == "hedged"


def test_a_claim_taken_back_is_denied(ask):
    text = "The inspectorate has abandoned its claim that the depot blew up at ten."
    assert ask(text, "the depot blew up at ten") == (["The inspectorate"], "denied", "affirmed")


def test_neither_nor_negates_both(ask):
    text = "I have neither said nor written that the ice melts in 80 years, Ada Reen wrote."
    assert ask(text, "written that the ice melts in 80 years")[2] == "negated"


def test_what_follows_a_denial_after_a_colon_is_not_denied(ask):
    text = "Luis Olin denied that the release had been a favour: it had been decided before the envoy landed, he said."
    assert ask(text, "the release had been a favour")[1] == "denied"
    assert ask(text, "it had been decided before the envoy landed") == (["Luis Olin"], "attributed", "affirmed")


def test_who_denies_in_a_relative_clause_is_not_who_speaks(ask):
    text = "The captain, Luis Olin, has said that soldiers fired on the ship, which the ministry denies."
    assert ask(text, "soldiers fired on the ship")[:2] == (["Luis Olin"], "attributed")
    assert ask(text, "which the ministry denies")[:2] == (["the ministry"], "denied")


@pytest.mark.parametrize("body", ["government", "police"])
def test_a_spokesman_has_his_own_body(ask, body):
    text = f"The port authority said the ship was sound. A {body} spokesman said nobody was hurt on Monday."
    assert ask(text, "nobody was hurt")[0] == [body, f"A {body} spokesman"]


def test_she_is_who_passed_on_what_others_believe(ask):
    text = (
        "Prosecutor Ilona Bartok said investigators believed the valve had failed. "
        "She confirmed that a letter had been found."
    )
    assert ask(text, "a letter had been found")[0] == ["Ilona Bartok"]


def test_people_on_the_hill_are_no_paper(ask):
    text = "Republicans on the Hill demanded an inquiry into the visit on Tuesday."
    assert ask(text, "an inquiry into the visit")[0] == ["Republicans on the Hill"]


def test_whose_firm_it_is_does_not_name_it(ask):
    text = "The U.K.'s Interline Plc said on Friday that the cable was cut near the coast. Interline is a carrier."
    assert ask(text, "the cable was cut near the coast")[0] in (["Interline"], ["Interline Plc"])


def test_a_report_that_asks_goes_on_with_nobodys_account(ask):
    text = (
        "The aide offered the deputy a post so that he would stay out of the race, two officials said. "
        "Whether that was legal has been debated for months."
    )
    assert ask(text, "has been debated for months")[0] == []


def test_what_stands_outside_of_a_when_clause_is_not_said_in_it(ask):
    text = "Relations have been strained since June, when the European Union accused Tunis of jailing journalists."
    assert ask(text, "Relations have been strained since June")[0] == []
    assert ask(text, "the European Union accused Tunis of jailing journalists")[0] == ["the European Union"]


def test_an_aside_to_a_noun_does_not_speak_for_the_sentence(ask):
    text = "The Union froze the assets of five men in June, a step Tunis denounced as economic warfare."
    assert ask(text, "The Union froze the assets of five men in June")[0] == []
    assert ask(text, "denounced as economic warfare")[0] == ["Tunis"]


def test_what_had_happened_hours_before_is_the_reports_own(ask):
    text = "Malta demanded on Sunday that Tunisia release a tanker, hours after coastguards boarded the ship near Sfax."
    assert ask(text, "Tunisia release a tanker")[0] == ["Malta"]
    assert ask(text, "coastguards boarded the ship near Sfax")[0] == []


def test_who_recommends_speaks(ask):
    text = "An earlier report by the inspectorate had recommended that the hall be closed."
    assert ask(text, "the hall be closed")[0]


def test_he_who_spoke_goes_on_about_somebody_else(ask):
    text = 'Deputy Nejib Khelifi criticised both governments. Zarafa, he said, "wants an election and not a tanker".'
    assert ask(text, "wants an election")[0] == ["Nejib Khelifi"]


def test_a_captain_is_who_the_firm_says_he_is(ask):
    text = (
        "Luis Olin, an aide, said there was no letter. The ship left on Monday. "
        "Its captain, named by the company as Nikos Stavrou, has said that soldiers fired at the bridge."
    )
    assert ask(text, "soldiers fired at the bridge")[0] == ["Nikos Stavrou"]


@pytest.mark.parametrize(
    ("text", "polarity", "sure"),
    [
        ("Lund had no choice but to resign.", "affirmed", "asserted"),
        ("Lund had no choice.", "negated", "asserted"),
        ("The party must not only win in November.", "affirmed", "asserted"),
        ("The turnout declined in almost every state.", "affirmed", "asserted"),
        ("The minister declined the offer.", "negated", "asserted"),
        ("There is no question that the bridge fell.", "affirmed", "asserted"),
        ("Not once has an adviser raised it.", "negated", "asserted"),
        ("Davis appeared before the court.", "affirmed", "asserted"),
        ("Davis appeared to leave the court.", "affirmed", "hedged"),
        ("The likely nominee spoke in Ohio.", "affirmed", "asserted"),
        ("He is likely to win.", "affirmed", "hedged"),
        ("No one may enter the hall.", "negated", "asserted"),
    ],
)
def test_words_that_look_like_a_denial_or_a_doubt(ask, text, polarity, sure):
    assert ask(text, text.rstrip("."))[1:] == (sure, polarity)


def test_what_happened_after_a_saying_is_not_said(ask):
    assert ask("The bank fell after the British government's claim that it was broke.", "The bank fell")[0] == []
    whole = "Lund led a parade through Reen after the ministry said that the bridge was shut."
    assert ask(whole, whole[:-1])[0] == []
    said = "The bridge is shut, according to the ministry."
    assert ask(said, said[:-1])[0] == ["the ministry"]


def test_whom_a_speaker_tells_does_not_speak(ask):
    text = (
        "Yvonne Hiller called the police at noon. Cpl. Janice Leader said Hiller was calm. "
        "Leader said she told Hiller to put the gun down."
    )
    assert "Yvonne Hiller" not in ask(text, "she told Hiller to put the gun down")[0]


def test_who_does_not_believe_it_tells_that_it_is_not_so(ask):
    assert ask("Holt does not think that the dam will hold.", "the dam will hold") == (
        ["Holt"],
        "attributed",
        "negated",
    )
    assert ask("Holt didn't say that the dam will hold.", "the dam will hold")[0] == []


def test_a_claim_that_only_opens_a_sentence_does_not_tell_the_rest(ask):
    text = "Now that Olin Reed has claimed that the dam is safe, the council had some explaining to do."
    assert ask(text, "the dam is safe")[0] == ["Olin Reed"]
    assert ask(text, "the council had some explaining to do")[0] == []
    assert ask("As the ministry says, the dam is safe and the road is open.", "the road")[0] == ["the ministry"]


def test_what_was_not_granted_nobody_denied(ask):
    assert ask("She was a professor whose tenure had been denied.", "tenure had been denied") == (
        [],
        "asserted",
        "negated",
    )


def test_outlets_of_a_list_are_one_source(ask):
    text = "Reports from The New York Times and The Wall Street Journal suggest that an amnesty was discussed."
    assert ask(text, "an amnesty was discussed")[0] == ["The New York Times and The Wall Street Journal"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Joe Osk on Monday rubbished Ron Reen's claim that Barak Olan founded the group.", "Joe Osk"),
        ("Ron Reen claimed on Monday that Barak Olan had founded the group.", "Ron Reen"),
    ],
)
def test_who_speaks_of_anothers_claim_speaks_on(ask, before, speaker):
    text = f'{before}\n\n"It is a bunch of malarkey," he said.'
    assert ask(text, '"It is a bunch of malarkey,"', form="quote")[0] == [speaker]


def test_who_says_i_goes_on_where_the_marks_were_lost(ask):
    text = (
        "The mill released the text of Reed's letter, which reads: Team, I will take a leave of absence.\n\n"
        "I have asked Maria Olin to run the mill.\n\nThe mill makes paper."
    )
    assert ask(text, "I have asked Maria Olin to run the mill")[0] == ask(text, "I will take a leave of absence")[0]
    assert ask(text, "The mill makes paper")[0] == []


def test_who_writes_i_is_the_reports_own_voice(ask):
    text = (
        "I have seen the mill myself, and it is old. “I am tired,” Reed said.\n\n"
        "I asked Maria Olin to show me the mill."
    )
    assert ask(text, "I asked Maria Olin to show me the mill")[0] == []


@pytest.mark.parametrize(
    ("text", "piece", "sure"),
    [
        ("It appears three scandals was one too many for the voters.", "three scandals was one too many", "hedged"),
        ("It seems that the mayor will go.", "the mayor will go", "hedged"),
        ("Hopefully, he will seek help from his friends.", "Hopefully, he will seek help", "hedged"),
        ("I guess the results would be the same.", "the results would be the same", "hedged"),
        ("It is plain that the mayor will go.", "the mayor will go", "asserted"),
    ],
)
def test_what_only_seems_is_hedged(ask, text, piece, sure):
    assert ask(text, piece)[1] == sure


def test_an_outlet_that_a_pronoun_doubles_is_the_source(ask):
    text = (
        "Ada Reen opened the mill. New York Times He revealed that the mill had lost money. New York Times and "
        "The Wall Street Journal He reported that it would close."
    )
    names, sure, _ = ask(text, "the mill had lost money")
    assert (names, sure) == (["The New York Times"], "attributed")
    assert ask(text, "it would close")[0] == ["The New York Times and The Wall Street Journal"]


@pytest.mark.parametrize(
    ("text", "piece", "speaker"),
    [
        ("First his wife, longtime Ada Reen aide Maria Olin, said they had parted.", "they had parted", "Maria Olin"),
        (
            "Reed resigned in a letter to Orlan's board of directors, saying that he had lost his faith in the firm.",
            "he had lost his faith in the firm",
            "Reed",
        ),
        ("The insider, who gave no name, said that the mill would close.", "the mill would close", "The insider"),
        (
            "Orlan's response came late. The sources claimed that the mill was lost. They also said that the company "
            "had known it for a year.",
            "the company had known it for a year",
            "The sources",
        ),
    ],
)
def test_who_speaks_is_no_one_beside(ask, text, piece, speaker):
    assert ask(text, piece)[0][-1] == speaker


def test_a_disaster_agency_is_no_survey(ask):
    text = (
        "A quake struck Reen, the US Geological Survey said. Forty houses fell, disaster agency official Kell said, "
        "and two bridges."
    )
    assert "the US Geological Survey" not in ask(text, "Forty houses fell")[0]


def test_what_is_added_says_nothing(ask):
    text = "In light of the latest information from Tarn, a postscript might be added to the film."
    assert ask(text, "In light of the latest information from Tarn")[0] == []
