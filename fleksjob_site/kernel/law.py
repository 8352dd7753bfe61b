"""The acts, orders and decisions the site stands on, by name, and how sure a statement is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fleksjob_site.kernel.text import N_

# The day up to which the texts of the acts and orders were read.
RULES_CHECKED = date(2026, 3, 8)


class Status(StrEnum):
    """How sure a rule or a figure is; the value is the message id that the pages show."""

    LAW = N_("read in the law")
    PRACTICE = N_("practice, not law")
    READING = N_("our reading of the law, not confirmed")
    PRINTED_IN_LAW = N_("printed in law")
    COMPUTED_BY_LAW = N_("computed by law")
    COMPUTED_BY_LAW_AND_PRINTED = N_("computed by law and printed")
    PRINTED_BY_MINISTRY = N_("printed by the ministry")
    PRINTED_BY_CALCULATOR = N_("printed by the official calculator")
    PRINTED_BY_MUNICIPALITY = N_("printed by a municipality")
    PRINTED_ELSEWHERE = N_("printed elsewhere")
    DRAFTED = N_("drafted, not yet published")


@dataclass(frozen=True, slots=True)
class Document:
    """An act, order or decision: short name, Danish title, and the address where it was read."""

    short: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or figure stands: the document, the paragraph as Danish law writes it, and how sure it is."""

    document: Document
    paragraph: str
    status: Status = Status.LAW

    @property
    def url(self) -> str:
        return self.document.url


def _act(short: str, title: str, year: int, number: int) -> Document:
    return Document(short, title, f"https://www.retsinformation.dk/eli/lta/{year}/{number}")


LAB = _act("LAB", "lov om en aktiv beskæftigelsesindsats, LBK nr. 280 af 1. marts 2024", 2024, 280)
REFORM_2025 = _act("LAB", "LAB som ændret ved lov nr. 1750 af 29. december 2025", 2025, 1750)
LSP = _act("LSP", "lov om social pension, LBK nr. 1123 af 21. oktober 2024", 2024, 1123)
PENSION_AGE_2025 = _act("lov 703/2025", "lov nr. 703 af 20. juni 2025", 2025, 703)
RSL = _act(
    "RSL", "lov om retssikkerhed og administration på det sociale område, LBK nr. 354 af 2. april 2025", 2025, 354
)
LAS = _act("LAS", "lov om aktiv socialpolitik, LBK nr. 1004 af 30. juni 2025", 2025, 1004)
ALL = _act("ALL", "lov om arbejdsløshedsforsikring m.v., LBK nr. 1077 af 28. august 2025", 2025, 1077)
FLEKSYDELSE = _act("lov om fleksydelse", "lov om fleksydelse, LBK nr. 1083 af 21. august 2025", 2025, 1083)
SICKNESS = _act("sygedagpengeloven", "sygedagpengeloven, LBK nr. 1221 af 9. oktober 2025", 2025, 1221)
COMPENSATION = _act(
    "LBK 108/2020", "kompensationsloven (handicappede i erhverv), LBK nr. 108 af 3. februar 2020", 2020, 108
)
# Where only the number and the day of an order were seen, its title is left out rather than guessed.
BEK_APPEAL = _act("BEK 861/2025", "bekendtgørelse nr. 861 af 19. juni 2025", 2025, 861)
BEK_CLARIFICATION = _act("BEK 47/2026", "bekendtgørelse nr. 47 af 13. januar 2026", 2026, 47)
BEK_EFFORT = _act("BEK 1216/2023", "bekendtgørelse nr. 1216 af 28. september 2023", 2023, 1216)
BEK_FUND = _act("BEK 34/2026", "bekendtgørelse nr. 34 af 9. januar 2026", 2026, 34)
LOB_REFORM = Document(
    "LOB",
    "§ 15 a i lov om organisering og understøttelse af beskæftigelsesindsatsen, som indsat ved lov nr. 1750 af "
    "29. december 2025",
    "https://www.retsinformation.dk/eli/lta/2025/1750",
)
BEK_PENSION = _act("BEK 1688/2025", "bekendtgørelse nr. 1688 af 17. december 2025", 2025, 1688)
BEK_SUBSIDY = _act(
    "BEK 227/2024", "bekendtgørelse nr. 227 af 7. marts 2024 om beregning af og fradrag i fleksløntilskud", 2024, 227
)
BEK_ATP = _act(
    "BEK 1450/2023",
    "bekendtgørelse nr. 1450 af 4. december 2023 om indbetaling af ATP-bidrag for modtagere af fleksløntilskud",
    2023,
    1450,
)
BEK_OBLIGATORY_PENSION = _act(
    "BEK 1446/2023",
    "bekendtgørelse nr. 1446 af 4. december 2023 om indbetaling af bidrag til den obligatoriske pensionsordning for "
    "modtagere af fleksløntilskud eller støtte i form af tilskud til selvstændigt erhvervsdrivende",
    2023,
    1446,
)
BEK_SELF_EMPLOYED = _act(
    "BEK 1794/2025",
    "bekendtgørelse nr. 1794 af 29. december 2025 om tilskud til selvstændigt erhvervsdrivende med nedsat arbejdsevne "
    "og ansættelse som lønmodtager i fleksjob i en ægtefælles virksomhed",
    2025,
    1794,
)
DECISION_12_19 = Document(
    "12-19",
    "Ankestyrelsens principafgørelse 12-19, gengivet af Dansk Socialrådgiverforening",
    "https://socialraadgiverne.dk/faglig-artikel/jura-visitation-til-et-lille-fleksjob/",
)
DECISION_25_14 = Document(
    "25-14",
    "Ankestyrelsens principafgørelse 25-14, gengivet af DUKH",
    "https://www.dukh.dk/viden-selvhjaelp/arbejdsmarked/fleksjob/sporgsmal-og-svar-om-fleksjob/"
    "krav-til-antal-timer-i-fleksjob",
)
APPEALS_2021 = Document(
    "Ankestyrelsen 2021",
    "Ankestyrelsens artikel om klagesager fra 2021, klagesag 1",
    "https://ast.dk/beskaeftigelse/artikler/fleksjob/saerlige-fokusomrader-nar-kommunen-vil-frakende-et-fleksjob-"
    "som-er-bevilget-pa-et-forkert-grundlag",
)
APPEALS_2014 = Document(
    "Ankestyrelsen 2014",
    "Ankestyrelsens nyhed om principafgørelser fra 2014, med henvisning til 64-11",
    "https://ast.dk/nyheder/nyheder/nyheder-2014/nye-principafgorelser-fra-ankestyrelsen",
)
CABI_WORKPLACE = Document(
    "Cabi",
    "Cabi om fastholdelsesfleksjob",
    "https://www.cabiweb.dk/temaer/fleksjob/om-fleksjob-for-jobcentre/fastholdelsesfleksjob/",
)
CABI_TEAM = Document(
    "Cabi", "Cabi om rehabiliteringsteamet og bisidder", "https://www.cabiweb.dk/lovstof/rehabiliteringsteam/"
)
KRIFA = Document("Krifa", "Krifa om fleksjob", "https://krifa.dk/sygdom/saadan-faar-du-et-fleksjob")
STAR_WEBINAR = Document(
    "STAR 2026",
    "STAR's svar på spørgsmål fra webinar den 21. januar 2026",
    "https://star.dk/implementering/beskaeftigelsesreform/svar-paa-spoergsmaal-fra-webinar-den-21-januar-2026",
)
OLD_TERMS_SUNDHED = Document(
    "sundhed.dk",
    "sundhed.dk om fleksjob, 2016",
    "https://www.sundhed.dk/borger/sygdomme-a-aa/sociale-ydelser/sociale-ydelser/beskaeftigelse/fleksjob/",
)
OLD_TERMS_FMK = Document(
    "Faaborg-Midtfyn",
    "Faaborg-Midtfyn Kommune om fleksjob",
    "https://www.fmk.dk/borger/job-og-ledighed/ledig/fleksjob/",
)
RANDERS = Document(
    "Randers 2016",
    "Randers Kommune om hvem der kan få et fleksjob, 2016",
    "https://jobcenter.randers.dk/job/fleksjob/hvad-er-et-fleksjob/hvem-kan-faa-et-fleksjob/",
)
CABI_CAPACITY = Document(
    "Cabi 2018",
    "Cabi om kravet til den nedsatte arbejdsevne, 2018",
    "https://www.cabiweb.dk/lovstof-spoergsmaal-og-svar/fleksjob/"
    "fleksjob-fra-2013-og-kravet-til-den-nedsatte-arbejdsevne/",
)
ETF_PRACTICE = Document(
    "Ergoterapeutforeningen",
    "Ergoterapeutforeningen om praksis",
    "https://www.etf.dk/loen-og-arbejdsliv/job-paa-saerlige-vilkaar",
)
IDA_PRACTICE = Document("IDA", "Ingeniørforeningen IDA om praksis", "https://english.ida.dk/flexi-job")
