"""The letter that asks for the calculation: its content in each variant, what it leaves out, and who gets it."""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pikepdf
import pypdf
import pytest
from django.test import Client
from django.utils.translation import override

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.letter.payout import payout_letter, payout_letter_pdf
from fleksjob_site.letter.payout_sheet import payout_sheet
from fleksjob_site.letter.views import TO_THE_MUNICIPALITY, VARIANTS
from salary.law.payout.check import Check, check
from salary.law.payout.month import MAX_MONTHS, Ceiling, PaidMonth
from tests.letter.test_letter import elements, plain
from tests.salary.pages.test_payout import PAGE, TYPED

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def no_typst_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """In production a letter is delivered even if Typst warns; in tests a warning fails."""
    yield
    assert [record for record in caplog.get_records("call") if record.name == "fleksjob_site.letter.pdf"] == []


STATED = Ceiling(Decimal(34000))


def paid(month: Month, subsidy: int = 18840, ceiling: Ceiling = STATED, **more: Decimal) -> PaidMonth:
    """A month with 9.200 kr. in wage and pension; by the rates of 2026 it gives 18.840 kr."""
    return PaidMonth(month, Decimal(8000), Decimal(subsidy), own_pension_month=Decimal(400),
                     employer_pension_month=Decimal(800), ceiling=ceiling, **more)  # fmt: skip


def checked(*months: PaidMonth) -> Check:
    return check(months, TODAY)


EVERY_KIND = checked(
    paid(Month(2025, 6), 17000),
    paid(Month(2026, 1)),
    paid(Month(2026, 2), 18480),
    paid(Month(2026, 3), 19000, benefit_month=Decimal(100), paid_atp_month=Decimal(500)),
    paid(Month(2026, 4), 15000, Ceiling()),
)


def text_of(pdf: bytes) -> str:
    return "".join(plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def said(check: Check, language: str, *, recalculate: bool = False) -> str:
    """Everything in the letter, in a language."""
    with override(language):
        blocks = payout_letter(check, TODAY, recalculate=recalculate)
    cells = (cell for block in blocks for row in block.rows for cell in row)
    texts = (text for block in blocks for text in (block.text, *block.items))
    return "\n".join([*texts, *cells]).replace("\u00a0", " ")


@pytest.mark.parametrize("variant", TO_THE_MUNICIPALITY)
def test_a_letter_is_tagged_and_has_title_and_language(variant: str) -> None:
    pdf = payout_letter_pdf(EVERY_KIND, TODAY, VARIANTS[variant], recalculate=True)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "da"
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Anmodning om beregning af mit fleksløntilskud"
        kinds = [kind for kind, _ in elements(opened.Root.StructTreeRoot)]
    assert kinds.count("/H1") == len(VARIANTS[variant])
    assert kinds.count("/Table") > 2 * len(EVERY_KIND.months)


@pytest.mark.parametrize("variant", TO_THE_MUNICIPALITY)
def test_the_pdf_holds_what_the_blocks_say(variant: str) -> None:
    text = text_of(payout_letter_pdf(EVERY_KIND, TODAY, VARIANTS[variant], recalculate=True))
    for language in VARIANTS[variant]:
        with override(language):
            blocks = payout_letter(EVERY_KIND, TODAY, recalculate=True)
        for block in blocks:
            if block.kind in ("heading", "text", "note", "list", "blanks"):
                for words in (block.text, *block.items):
                    assert plain(words) in text, words


def test_the_appendix_says_for_each_month_what_was_paid_what_the_rules_give_and_the_difference() -> None:
    with override("da"):
        (table,) = [block for block in payout_letter(EVERY_KIND, TODAY, recalculate=False) if block.kind == "figures"]
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in table.rows]
    assert rows[1:5] == [
        ("januar 2026", "18.840 kr.", "18.840 kr.", "0 kr."),
        ("februar 2026", "18.480 kr.", "18.840 kr.", "360 kr. mindre"),
        ("marts 2026", "19.000 kr.", "18.740 kr.", "260 kr. mere"),
        ("april 2026", "15.000 kr.", "0 kr. – 18.840 kr.", "–"),
    ]
    assert rows[5][0] == "I alt"


def test_a_new_calculation_is_requested_only_if_that_box_is_ticked() -> None:
    for language, heading in {"da": "En ny beregning", "en": "A new calculation"}.items():
        assert heading in said(EVERY_KIND, language, recalculate=True)
        assert heading not in said(EVERY_KIND, language)


def test_the_letter_asks_for_the_calculation_and_for_the_papers_within_seven_working_days() -> None:
    for language, words in {
        "da": ("Jeg er i fleksjob", "21. november 2026", "7 arbejdsdage", "tre år"),
        "en": ("I am in a flexi-job", "21 November 2026", "7 working days", "three years"),
    }.items():
        text = said(EVERY_KIND, language, recalculate=True)
        for wanted in (
            *words,
            "forvaltningsloven § 9, stk. 1-2",
            "forvaltningsloven § 16, stk. 2",
            "RSL § 3, stk. 2",
            "forældelsesloven § 3",
        ):
            assert wanted in text, wanted


def test_no_page_of_the_letter_is_for_the_sender_alone() -> None:
    for language, not_sent in {
        "da": ("Til dig selv", "Send ikke", "CPR"),
        "en": ("yourself", "do not send", "CPR"),
    }.items():
        text = said(EVERY_KIND, language, recalculate=True)
        assert not [words for words in not_sent if words in text]


def test_the_letter_cites_sources_without_their_status() -> None:
    with override("da"):
        blocks = payout_letter(EVERY_KIND, TODAY, recalculate=True)
    cited = [place for block in blocks if block.kind == "sources" for place in block.items]
    assert "forvaltningsloven § 16, stk. 2" in cited
    assert not [place for place in cited if "læst i loven" in place]
    first_appendix = next(number for number, block in enumerate(blocks) if block.kind == "break")
    in_own_name = [place for block in blocks[:first_appendix] if block.kind == "sources" for place in block.items]
    assert not [place for place in in_own_name if "(" in place]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_sender_gets_a_sheet_with_dates_deadlines_and_warnings(client: Client, language: str) -> None:
    address = {"da": "/brev-om-udbetaling/til-dig-selv.pdf", "en": "/en/payout-letter/for-yourself.pdf"}[language]
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/pdf"
    with override(language):
        blocks = payout_sheet()
    text = "\n".join(words for block in blocks for words in (block.text, *block.items))
    for wanted in (
        "Digital Post",
        "MitID",
        "CPR",
        "forvaltningsloven § 16, stk. 2",
        "RSL § 67",
        "LAB § 125, stk. 1",
        "forældelsesloven § 3",
        "BEK 861/2025 § 12",
        *{
            "da": ("7 arbejdsdage", "fire uger", "tre år"),
            "en": ("7 working days", "four weeks", "three years"),
        }[language],
    ):
        assert wanted in text, wanted
    assert [block for block in blocks if block.kind == "blanks"]
    assert plain(blocks[0].text) in text_of(answer.content)


def test_the_appendix_leaves_out_what_was_not_entered() -> None:
    with override("da"):
        blocks = payout_letter(checked(paid(Month(2026, 5))), TODAY, recalculate=False)
    labels = [row[0] for block in blocks if block.kind == "pairs" for row in block.rows]
    assert labels[:5] == [
        "AM-indkomst, før pension lægges til",
        "Egen pension",
        "Arbejdsgiverens pension",
        "Lønloft, oplyst af arbejdsgiveren",
        "Udbetalt tilskud, før ATP",
    ]


def test_the_appendix_holds_everything_that_was_entered() -> None:
    amounts = {field: Decimal(number) for number, field in enumerate(_ENTERED, 301)}
    once = Ceiling(Decimal(34000), once_month=Decimal(811), paid_hours_week=Decimal("11.5"),
                   full_time_hours_week=Decimal(35))  # fmt: skip
    month = PaidMonth(Month(2026, 5), Decimal(9000), Decimal(7), pension_included=True, several_months=3, ceiling=once,
                      benefit_claimed=False, holiday_unemployment_days=4, days_in_job=9, **amounts)  # fmt: skip
    for language, lost in {"da": "der ikke blev udbetalt", "en": "due but not paid"}.items():
        with override(language):
            blocks = payout_letter(checked(month), TODAY, recalculate=False)
        rows = next(block.rows for block in blocks if block.kind == "pairs")
        assert any(lost in label for label, _ in rows)
        written = [value.replace("\u00a0", " ") for _, value in rows]
        for number in (9000, 34000, 7, 811, *map(int, amounts.values())):
            wanted = {"da": f"{number:,} kr.".replace(",", "."), "en": f"DKK {number:,}"}[language]
            assert written.count(wanted) == 1, wanted
        assert {"4", "9"} <= set(written)
        assert [value for value in written if value.startswith(("11,5", "11.5", "11½"))]
        assert [value for value in written if value.startswith("35")]


_ENTERED = (
    "own_pension_month", "employer_pension_month", "other_wage_month", "benefit_month", "holiday_earned_month",
    "holiday_held_month", "several_months_pay", "paid_atp_month", "taxed_goods_month", "holiday_supplement_month",
    "once_paid_month", "own_atp_month", "care_pay_month", "side_business_month",
)  # fmt: skip


def test_a_ceiling_that_explains_the_amount_is_named_together_with_the_counted_wage() -> None:
    # 9.600 + 1.200 kr. of wage and 17.610 kr. paid: a ceiling of 28.410 kr. gives that, and so does 13.300 kr. of wage.
    paid_month = PaidMonth(Month(2026, 5), Decimal(9600), Decimal(17610), own_pension_month=Decimal(400),
                           employer_pension_month=Decimal(800), ceiling=STATED)  # fmt: skip
    text = said(checked(paid_month), "en")
    assert "a wage ceiling of DKK 28,410\na counted wage of DKK 13,300 for the month" in text
    assert "may have counted" not in text


def test_twelve_months_make_a_letter() -> None:
    year = checked(*(paid(Month(2025, 11).plus(months=later)) for later in range(MAX_MONTHS)))
    pdf = pypdf.PdfReader(io.BytesIO(payout_letter_pdf(year, TODAY, ("da", "en"), recalculate=True)))
    assert 8 <= len(pdf.pages) <= 20


def test_the_letter_is_made_of_the_kept_months_and_only_when_asked_for_by_the_button(client: Client) -> None:
    address = {"da": "/brev-om-udbetaling/da.pdf", "en": "/en/payout-letter/da-en.pdf"}
    assert client.post(address["en"]).headers["Location"] == PAGE["en"]
    client.post(PAGE["en"], TYPED)
    assert client.get(address["en"]).headers["Location"] == PAGE["en"]
    for language, name in {"da": "om-mit-tilskud-da.pdf", "en": "about-my-subsidy-da-en.pdf"}.items():
        answer = client.post(address[language], {"recalculate": "1"})
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert "no-store" in answer.headers["Cache-Control"]
        assert "Enny" in re.sub(r"\s", "", text_of(answer.content))
    assert "Ennyberegning" not in text_of(client.post(address["da"]).content)
    assert client.post("/en/payout-letter/en.pdf").status_code == 404
