"""The texts of the plans as numbers."""

from datetime import date

from builders import a_deadline, a_loaded_plan, a_task

from knowledge.model import Passage, Target
from knowledge.search.corpus import FIELDS, PARTS, Corpus, Field, Part, gather, texts_of


def words(corpus: Corpus, document: int, field: Field) -> list[str]:
    span = slice(corpus.starts[document], corpus.starts[document + 1])
    here = corpus.fields[span] == FIELDS.index(field)
    return [corpus.vocabulary.words[number] for number in corpus.tokens[span][here]]


def test_every_field_of_a_row_is_kept_apart() -> None:
    task = a_task(
        task="Số hóa",
        activity="Quét hồ sơ",
        objective="Đạt 90%",
        lead=("Văn phòng",),
        coordinate=("Thanh tra",),
        deadline=a_deadline(date(2027, 6, 30), text="Quý II"),
        budget="Ngân sách",
        extra=(("Ghi chú", "Gấp"),),
    )
    corpus = gather([a_loaded_plan([task])])
    assert {field: " ".join(words(corpus, 0, field)) for field in FIELDS} == {
        Field.TEXT: "số hoá quét hồ sơ",
        Field.OBJECTIVE: "đạt 90 90%",
        Field.RESULT: "hồ sơ được số hoá",
        Field.SECTION: "i chuyển đổi số",
        Field.UNITS: "văn phòng thanh tra",
        Field.OTHER: "quý ii ngân sách gấp",
    }
    assert corpus.lengths[0].tolist() == [5, 3, 5, 4, 4, 5]


def test_documents_stand_in_the_order_of_plans_and_parts() -> None:
    plans = [
        a_loaded_plan([], passages=(Passage("Một"), Passage("Hai"))),
        a_loaded_plan([a_task()], targets=(Target("Ba"),)),
    ]
    corpus = gather(plans)
    assert corpus.plans.tolist() == [0, 0, 1, 1]
    assert [PARTS[part] for part in corpus.parts] == [Part.PASSAGE, Part.PASSAGE, Part.TASK, Part.TARGET]
    assert corpus.items.tolist() == [0, 1, 0, 0]
    assert corpus.spans.tolist() == [[0, 0, 0, 2], [2, 3, 4, 4]]


def test_the_words_of_a_plan_s_heading_are_known_and_stand_in_no_document() -> None:
    corpus = gather([a_loaded_plan([a_task(), a_task()])])
    words = corpus.vocabulary.words
    assert {"12/kh-snv", "nội", "2027"} <= set(words)
    assert "12/kh-snv" not in {words[number] for number in corpus.tokens}


def test_no_plan_makes_an_empty_corpus() -> None:
    corpus = gather([])
    assert len(corpus) == 0
    assert corpus.mean_lengths.tolist() == [0] * len(FIELDS)


def test_texts_come_in_order_with_or_without_the_empty_ones() -> None:
    plans = [a_loaded_plan([], passages=(Passage("Một"), Passage("Hai", section=("I",))))]
    assert list(texts_of(plans)) == ["Một", "Hai", "I"]
    assert len(list(texts_of(plans, empty=True))) == 2 * len(FIELDS)
