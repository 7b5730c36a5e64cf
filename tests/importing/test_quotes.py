import pytest

from nutgraf.importing.quotes import find_quotes


def quotes(*paragraphs: str, lang: str = "en") -> list[tuple[str | None, str]]:
    return [(it.speaker, it.text) for it in find_quotes(paragraphs, lang)]


@pytest.mark.parametrize("marked", ["“{}”", '"{}"', "«{}»", "« {} »", "„{}“", "„{}”", "‘{}’", "'{}'"])
def test_every_style_of_marks_is_known(marked: str) -> None:
    assert quotes(f"{marked.format('We never had a plan,')} said Ann Reed.") == [("Ann Reed", "We never had a plan,")]


def test_chinese_and_japanese_marks_are_known() -> None:
    assert quotes("林志远说：“我们完成了最困难的部分，大家都松了一口气。”", lang="zh") == [
        ("林志远", "我们完成了最困难的部分，大家都松了一口气。")
    ]
    assert quotes("記者に「私たちは何も知らなかった、本当に。」と語った。", lang="ja") == [
        (None, "私たちは何も知らなかった、本当に。")
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“We never had a plan,” said Ann Reed.", "Ann Reed"),
        ("“We never had a plan,” Ann Reed said on Monday.", "Ann Reed"),
        ("“We never had a plan,” Reed, who is 61, told reporters.", "Reed"),
        ("“We never had a plan,” said the mayor, Ann Reed, in a statement.", "Ann Reed"),
        ("“We never had a plan,” according to Ann Reed, the mayor.", "Ann Reed"),
        ("“We never had a plan.” Reed said.", "Reed"),
        ("“Did we ever have a plan?” asked Ann Reed.", "Ann Reed"),
        ("Ann Reed said: “We never had a plan.”", "Ann Reed"),
        ("Ann Reed, mayor of Velden, told the Courier that “we never had a plan”.", "Ann Reed"),
        ("In Velden, Ann Reed said “we never had a plan” for it.", "Ann Reed"),
        ("According to Ann Reed, “we never had a plan”.", "Ann Reed"),
        (
            "“We never had a plan,” the state-owned Daily Mirror newspaper wrote.",
            "the state-owned Daily Mirror newspaper",
        ),
        ("Norland's state radio spoke of what it called “a plan for everybody”.", "Norland's state radio"),
        ("“We never had a plan,” the English-language paper warned.", "the English-language paper"),
        ("The French newspaper Le Monde wrote: “They never had a plan.”", "Le Monde"),
        ("Field World's analysis concluded, “They never had a plan.”", "Field World"),
        ("“We never had a plan.”", None),
        ("The plan was called off. “We never had a plan.”", None),
    ],
)
def test_the_speaker_is_who_the_sentence_names(sentence: str, speaker: str | None) -> None:
    assert [who for who, _ in quotes(sentence)] == [speaker]


def test_a_speaker_between_two_quotations_has_said_both() -> None:
    assert quotes("“We never had a plan,” said Ann Reed. “We do not have one now.”") == [
        ("Ann Reed", "We never had a plan,"),
        ("Ann Reed", "We do not have one now."),
    ]
    assert quotes("“That,” replied Lord Menzies, “is what we are here to find out.”")[1][0] == "Lord Menzies"


def test_a_pronoun_is_who_spoke_last_or_whom_the_sentence_before_names() -> None:
    assert quotes("“We never had a plan,” said Ann Reed. She added: “We never will have one.”")[1][0] == "Ann Reed"
    found = quotes("“We never had a plan,” said Ann Reed.", "Tom Reik disagreed. “There is a plan,” he said.")
    assert found[1] == ("Tom Reik", "There is a plan,")


def test_a_quotation_goes_on_over_paragraphs_that_open_it_again() -> None:
    assert quotes("“One was first,” said Ann Reed. “Two came next.", "“Three was last.”") == [
        ("Ann Reed", "One was first,"),
        ("Ann Reed", "Two came next. Three was last."),
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    assert quotes("Ann Reed said: “We never had a plan.", "It rained.") == [("Ann Reed", "We never had a plan.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The seat is known as “Upper Basin Council”.",
        "Her film “The Long Way Home” opened.",
        "It ensures that “relief for tenants” are listed.",
        "On its site, “The Valley Countdown”, there is a clock.",
        'He stood 6\'2" tall and 5" wide.',
        "Don't, won't and the boys' club aren't quotations.",
        "A so-called “plan” was found.",
    ],
)
def test_names_titles_and_terms_are_no_quotations(sentence: str) -> None:
    assert quotes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("« Nous n'avions aucun plan », a déclaré le maire, Yann Le Goff.", "Yann Le Goff"),
        ("« Nous n'avions aucun plan », explique Anne Kerbrat.", "Anne Kerbrat"),
        ("Selon Anne Kerbrat, « nous n'avions aucun plan ».", "Anne Kerbrat"),
        ("Anne Kerbrat affirme que « nous n'avions aucun plan ».", "Anne Kerbrat"),
        ("Le Merle moqueur note que « la loi ne prévoit rien de tel ».", "Le Merle moqueur"),
        ("« Nous n'avions, regrette Anne Kerbrat, aucun plan. »", "Anne Kerbrat"),
        ("Anne Kerbrat a protesté. « Nous n'avions aucun plan », dit-elle.", "Anne Kerbrat"),
        ("Anne Kerbrat a protesté. « Nous n'avions aucun plan », a-t-elle ajouté.", "Anne Kerbrat"),
    ],
)
def test_french_speakers_stand_before_behind_and_within(sentence: str, speaker: str) -> None:
    assert [who for who, _ in quotes(sentence, lang="fr")] == [speaker]


def test_guillemets_may_be_nested() -> None:
    assert quotes("Il a dit : « Le « Merle » ne sait rien de tout cela. »", lang="fr") == [
        (None, "Le « Merle » ne sait rien de tout cela.")
    ]


def test_a_quotation_in_another_language_has_its_speaker_where_the_order_is_plain() -> None:
    assert quotes("«Hoy ganamos todos», dijo la alcaldesa, Lucía Ferrer.", lang="es")[0][0] == "Lucía Ferrer"
    assert quotes("„Wir haben gewonnen“, sagte Katrin Voss.", lang="de")[0][0] == "Katrin Voss"
    assert quotes("„Wygraliśmy to wszyscy razem”, powiedział Jan.", lang="pl")[0][0] is None
