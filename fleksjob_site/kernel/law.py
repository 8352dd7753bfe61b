"""The acts and orders that the site cites."""

from __future__ import annotations

from datetime import date

from fleksjob_site.kernel.document import Document, act

_REREAD_ON = date(2026, 11, 27)
"""The day on which the other documents were read, or read again."""

# The numbers are those of lov 548/2019, in force since 2020.
LAB = act(
    "LAB", "lov om en aktiv beskæftigelsesindsats, LBK nr. 280 af 1. marts 2024", 2024, 280, since=date(2020, 1, 1)
)
# Inferred: § 43 applies from 1 July 2026. The commencement clause could not be read.
REFORM_2025 = act(
    "LAB (lov 1750/2025)", "LAB som ændret ved lov nr. 1750 af 29. december 2025", 2025, 1750, since=date(2026, 7, 1)
)
LSP = act("LSP", "lov om social pension, LBK nr. 1123 af 21. oktober 2024", 2024, 1123)
PENSION_AGE_2025 = act("lov 703/2025", "lov nr. 703 af 20. juni 2025", 2025, 703)
RSL = act(
    "RSL", "lov om retssikkerhed og administration på det sociale område, LBK nr. 354 af 2. april 2025", 2025, 354
)
LAS = act("LAS", "lov om aktiv socialpolitik, LBK nr. 1004 af 30. juni 2025", 2025, 1004, verified=_REREAD_ON)
ADMINISTRATION = act(
    "forvaltningsloven", "forvaltningsloven, LBK nr. 433 af 22. april 2014", 2014, 433, verified=_REREAD_ON
)
LIMITATION = act(
    "forældelsesloven",
    "lov om forældelse af fordringer, LBK nr. 1238 af 9. november 2015",
    2015,
    1238,
    verified=_REREAD_ON,
)
WHITE_COLLAR = act(
    "funktionærloven",
    "lov om retsforholdet mellem arbejdsgivere og funktionærer, LBK nr. 1002 af 24. august 2017",
    2017,
    1002,
    verified=_REREAD_ON,
)
HOLIDAY = act("ferieloven", "lov om ferie, LBK nr. 152 af 20. februar 2024", 2024, 152, verified=_REREAD_ON)
ALL = act("ALL", "lov om arbejdsløshedsforsikring m.v., LBK nr. 1077 af 28. august 2025", 2025, 1077)
FIRST_ACT = act("lov 459/1997", "lov nr. 459 af 10. juni 1997 (regler om fleksjob)", 1997, 459)
BENEFIT_2017 = act("LBK 784/2017", "lov om arbejdsløshedsforsikring m.v., LBK nr. 784 af 21. juni 2017", 2017, 784)
DEDUCTION_2024 = act("lov 630/2024", "lov nr. 630 af 11. juni 2024", 2024, 630)
FLEKSYDELSE = act(
    "lov om fleksydelse", "lov om fleksydelse, LBK nr. 1083 af 21. august 2025", 2025, 1083, verified=_REREAD_ON
)
BEK_FLEKSYDELSE = act(
    "BEK 1187/2020",
    "bekendtgørelse nr. 1187 af 5. august 2020 om fleksydelse",
    2020,
    1187,
    since=date(2020, 9, 1),
    verified=_REREAD_ON,
)
SICKNESS = act(
    "sygedagpengeloven", "sygedagpengeloven, LBK nr. 1221 af 9. oktober 2025", 2025, 1221, verified=_REREAD_ON
)
COMPENSATION = act(
    "LBK 108/2020",
    "kompensationsloven (handicappede i erhverv), LBK nr. 108 af 3. februar 2020",
    2020,
    108,
    verified=_REREAD_ON,
)
BEK_APPEAL = act(
    "BEK 861/2025",
    "bekendtgørelse nr. 861 af 19. juni 2025 om retssikkerhed og administration på det sociale område",
    2025,
    861,
    since=date(2025, 7, 1),
    verified=_REREAD_ON,
)
# It is about cases for a rehabilitation team. That the team, and the order with it, was abolished on 1 July 2026 is
# inferred: the clause on commencement of lov 1750/2025 was not readable.
BEK_CLARIFICATION = act(
    "BEK 47/2026",
    "bekendtgørelse nr. 47 af 13. januar 2026 om rehabiliteringsplan og rehabiliteringsteamets indstilling om "
    "fleksjob, førtidspension mv.",
    2026,
    47,
    since=date(2026, 2, 1),
    until=date(2026, 7, 1),
    verified=_REREAD_ON,
)
BEK_REPAYMENT = act(
    "BEK 783/2025",
    "bekendtgørelse nr. 783 af 18. juni 2025 om kommunernes opkrævning af tilbagebetalingskrav efter bl.a. § 125 i "
    "lov om en aktiv beskæftigelsesindsats",
    2025,
    783,
    verified=_REREAD_ON,
)
# Where only the number and the day of an order were seen, its title is left out rather than guessed.
BEK_EFFORT = act("BEK 1216/2023", "bekendtgørelse nr. 1216 af 28. september 2023", 2023, 1216)
BEK_FUND = act("BEK 34/2026", "bekendtgørelse nr. 34 af 9. januar 2026", 2026, 34)
LOB_REFORM = act(
    "LOB",
    "§ 15 a i lov om organisering og understøttelse af beskæftigelsesindsatsen, som indsat ved lov nr. 1750 af "
    "29. december 2025",
    2025,
    1750,
    since=date(2026, 7, 1),
)
BEK_PENSION = act("BEK 1688/2025", "bekendtgørelse nr. 1688 af 17. december 2025", 2025, 1688)
BEK_SUBSIDY = act(
    "BEK 227/2024",
    "bekendtgørelse nr. 227 af 7. marts 2024 om beregning af og fradrag i fleksløntilskud",
    2024,
    227,
    since=date(2024, 3, 11),
)
# In force on 8 January 2024, for wages from 1 January (§ 15).
BEK_SUBSIDY_2023 = act(
    "BEK 1806/2023",
    "bekendtgørelse nr. 1806 af 28. december 2023 om beregning af og fradrag i fleksløntilskud",
    2023,
    1806,
    since=date(2024, 1, 1),
)
BEK_SUBSIDY_2014 = act("BEK 811/2014", "bekendtgørelse nr. 811 af 2014", 2014, 811)
BEK_ATP = act(
    "BEK 1450/2023",
    "bekendtgørelse nr. 1450 af 4. december 2023 om indbetaling af ATP-bidrag for modtagere af fleksløntilskud",
    2023,
    1450,
    since=date(2024, 1, 1),
)
BEK_OBLIGATORY_PENSION = act(
    "BEK 1446/2023",
    "bekendtgørelse nr. 1446 af 4. december 2023 om indbetaling af bidrag til den obligatoriske pensionsordning for "
    "modtagere af fleksløntilskud eller støtte i form af tilskud til selvstændigt erhvervsdrivende",
    2023,
    1446,
)
_SELF_EMPLOYED = (
    "om tilskud til selvstændigt erhvervsdrivende med nedsat arbejdsevne og ansættelse som lønmodtager i fleksjob i en "
    "ægtefælles virksomhed"
)
BEK_SELF_EMPLOYED = act(
    "BEK 1794/2025",
    f"bekendtgørelse nr. 1794 af 29. december 2025 {_SELF_EMPLOYED}",
    2025,
    1794,
    since=date(2026, 2, 1),
)
BEK_SELF_EMPLOYED_2024 = act(
    "BEK 233/2024", f"bekendtgørelse nr. 233 af 7. marts 2024 {_SELF_EMPLOYED}", 2024, 233, since=date(2024, 3, 11)
)
BEK_SELF_EMPLOYED_2023 = act(
    "BEK 1684/2023",
    f"bekendtgørelse nr. 1684 af 11. december 2023 {_SELF_EMPLOYED}",
    2023,
    1684,
    since=date(2024, 1, 1),
)
BEK_SELF_EMPLOYED_2022 = act(
    "BEK 247/2022", f"bekendtgørelse nr. 247 af 23. februar 2022 {_SELF_EMPLOYED}", 2022, 247, since=date(2022, 3, 1)
)
DISCRIMINATION = act("forskelsbehandlingsloven", "forskelsbehandlingsloven, LBK nr. 399 af 5. april 2024", 2024, 399)
BEK_EDUCATION = act(
    "BEK 1769/2021",
    "bekendtgørelse nr. 1769 af 6. september 2021 om fleksjob m.v.",
    2021,
    1769,
    since=date(2021, 9, 8),
    verified=_REREAD_ON,
)
BEK_TRIAL = act("BEK 1497/2025", "bekendtgørelse nr. 1497 af 1. december 2025", 2025, 1497)
BEK_LEDIGHEDSYDELSE = act(
    "BEK 4/2026",
    "bekendtgørelse nr. 4 af 6. januar 2026 om beregning af og fradrag i ledighedsydelsen samt afholdelse af "
    "og varsling af ferie med ledighedsydelse",
    2026,
    4,
    since=date(2026, 2, 1),
)
WORK_INJURY = act(
    "arbejdsskadesikringsloven",
    "arbejdsskadesikringsloven, LBK nr. 1279 af 4. november 2025",
    2025,
    1279,
    verified=date(2026, 11, 29),
)
ALIENS = act(
    "udlændingeloven",
    "udlændingeloven, LBK nr. 1183 af 25. september 2025",
    2025,
    1183,
    verified=date(2026, 11, 29),
)
BEK_LEDIGHEDSYDELSE_2021 = Document(
    "BEK 111/2021",
    "bekendtgørelse nr. 111 af 29. januar 2021 om beregning af og fradrag i ledighedsydelsen samt afholdelse af og "
    "varsling af ferie med ledighedsydelse, som gjaldt til og med januar 2026, gengivet af elov.dk",
    "https://www.elov.dk/bekendtgorelse-om-beregning-af-og-fradrag-i-ledighedsydelsen-samt-afholdelse-af-og-varsling-"
    "af-ferie-med-ledighedsydelse/paragraf/15/",
    verified=date(2026, 11, 29),
)
BEK_EARLY_RETIREMENT = act("BEK 873/2025", "bekendtgørelse nr. 873 af 24. juni 2025", 2025, 873)
ATP_ACT = act("ATP-loven", "ATP-loven, LBK nr. 1142 af 1. november 2024", 2024, 1142, verified=_REREAD_ON)
AM_CONTRIBUTION = act(
    "arbejdsmarkedsbidragsloven",
    "arbejdsmarkedsbidragsloven, LBK nr. 121 af 7. februar 2020",
    2020,
    121,
    verified=_REREAD_ON,
)
KSL = act("KSL", "kildeskatteloven, LBK nr. 460 af 3. maj 2024", 2024, 460, verified=_REREAD_ON)
BEK_TAX = act("BEK 839/2025", "bekendtgørelse nr. 839 af 24. juni 2025 om kildeskat", 2025, 839, verified=_REREAD_ON)
PBL = act(
    "pensionsbeskatningsloven",
    "pensionsbeskatningsloven, LBK nr. 1243 af 26. november 2024",
    2024,
    1243,
    verified=_REREAD_ON,
)
BEK_ATP_SHARES = act(
    "BEK 1621/2023",
    "bekendtgørelse nr. 1621 af 12. december 2023 om bidrag til Arbejdsmarkedets Tillægspension",
    2023,
    1621,
    since=date(2024, 1, 1),
    verified=_REREAD_ON,
)
BEK_SICKNESS = act(
    "BEK 768/2025",
    "bekendtgørelse nr. 768 af 20. juni 2025 om opgørelse af beskæftigelseskrav og beregning af sygedagpenge m.v.",
    2025,
    768,
    verified=_REREAD_ON,
)
