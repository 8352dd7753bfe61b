"""What authorities, courts, unions and organisations write about the scheme: practice, not law."""

from datetime import date

from fleksjob_site.kernel.document import Document

_READ = date(2026, 11, 22)


def _page(short: str, title: str, url: str, verified: date = _READ) -> Document:
    return Document(short, title, url, verified)


DECISION_12_19 = _page(
    "12-19",
    "Ankestyrelsens principafgørelse 12-19, gengivet af Dansk Socialrådgiverforening",
    "https://socialraadgiverne.dk/faglig-artikel/jura-visitation-til-et-lille-fleksjob/",
)
DECISION_25_14 = _page(
    "25-14",
    "Ankestyrelsens principafgørelse 25-14, gengivet af DUKH",
    "https://www.dukh.dk/viden-selvhjaelp/arbejdsmarked/fleksjob/sporgsmal-og-svar-om-fleksjob/"
    "krav-til-antal-timer-i-fleksjob",
)
APPEALS_2021 = _page(
    "Ankestyrelsen 2021",
    "Ankestyrelsens artikel om klagesager fra 2021, klagesag 1",
    "https://ast.dk/beskaeftigelse/artikler/fleksjob/saerlige-fokusomrader-nar-kommunen-vil-frakende-et-fleksjob-"
    "som-er-bevilget-pa-et-forkert-grundlag",
)
APPEALS_2014 = _page(
    "Ankestyrelsen 2014",
    "Ankestyrelsens nyhed om principafgørelser fra 2014, med henvisning til 64-11",
    "https://ast.dk/nyheder/nyheder/nyheder-2014/nye-principafgorelser-fra-ankestyrelsen",
)
MINISTER_2025 = _page(
    "Ministeren om L 66",
    "beskæftigelsesministerens fremsættelsestale til L 66, den 5. november 2025",
    "https://admin.elov.dk/prep_docs/49447",
    date(2026, 11, 27),
)
CABI_WORKPLACE = _page(
    "Cabi",
    "Cabi om fastholdelsesfleksjob",
    "https://www.cabiweb.dk/temaer/fleksjob/om-fleksjob-for-jobcentre/fastholdelsesfleksjob/",
)
CABI_TEAM = _page(
    "Cabi om teamet", "Cabi om rehabiliteringsteamet og bisidder", "https://www.cabiweb.dk/lovstof/rehabiliteringsteam/"
)
KRIFA = _page("Krifa", "Krifa om fleksjob", "https://krifa.dk/sygdom/saadan-faar-du-et-fleksjob")
STAR_WEBINAR = _page(
    "STAR 2026",
    "STAR's svar på spørgsmål fra webinar den 21. januar 2026",
    "https://star.dk/implementering/beskaeftigelsesreform/svar-paa-spoergsmaal-fra-webinar-den-21-januar-2026",
)
STAR_EARLY_PENSION = _page(
    "STAR om tidlig pension",
    "STAR om tidlig pension, der tidligst kunne udbetales fra den 1. januar 2022",
    "https://www.star.dk/ydelser/pension-og-efterloen/folkepension-tidlig-pension-foertidspension-og-seniorpension/"
    "tidlig-pension/",
    date(2026, 11, 28),
)
OLD_TERMS_SUNDHED = _page(
    "sundhed.dk",
    "sundhed.dk om fleksjob, 2016",
    "https://www.sundhed.dk/borger/sygdomme-a-aa/sociale-ydelser/sociale-ydelser/beskaeftigelse/fleksjob/",
)
OLD_TERMS_FMK = _page(
    "Faaborg-Midtfyn",
    "Faaborg-Midtfyn Kommune om fleksjob",
    "https://www.fmk.dk/borger/job-og-ledighed/ledig/fleksjob/",
)
RANDERS = _page(
    "Randers 2016",
    "Randers Kommune om hvem der kan få et fleksjob, 2016",
    "https://jobcenter.randers.dk/job/fleksjob/hvad-er-et-fleksjob/hvem-kan-faa-et-fleksjob/",
)
CABI_CAPACITY = _page(
    "Cabi 2018",
    "Cabi om kravet til den nedsatte arbejdsevne, 2018",
    "https://www.cabiweb.dk/lovstof-spoergsmaal-og-svar/fleksjob/"
    "fleksjob-fra-2013-og-kravet-til-den-nedsatte-arbejdsevne/",
)
ETF_PRACTICE = _page(
    "Ergoterapeutforeningen",
    "Ergoterapeutforeningen om praksis",
    "https://www.etf.dk/loen-og-arbejdsliv/job-paa-saerlige-vilkaar",
)
IDA_PRACTICE = _page("IDA", "Ingeniørforeningen IDA om praksis", "https://english.ida.dk/flexi-job")
DECISION_27_23 = _page(
    "27-23",
    "Ankestyrelsens principmeddelelse 27-23, gengivet af advokatfirmaet Lundsteen & Wiederquist",
    "https://lundsteenwiederquist.dk/index.php/tag/flekslontilskud/",
)
DECISION_39_19 = _page(
    "39-19",
    "Ankestyrelsens principafgørelse 39-19, gengivet af LandbrugsInfo",
    "https://www.landbrugsinfo.dk/basis/6/1/a/familie_socialjura_p_39_19_om_flekslontilskud_lonindtegt_skattepligtig_"
    "verdi_personalegoder",
)
CEILING_FORM = _page(
    "Kommunalt skema", "en kommunes skema til arbejdsgivere om lønloft", "https://www.nemform.dk/621/Loenloftskema"
)
PENSION_DK = _page(
    "pension.dk",
    "pension.dk om efterløns- og pensionsalder",
    "https://www.pension.dk/medlem/seniorer/din-efterlons--og-pensionsalder/",
    date(2026, 3, 8),
)
STAR_EMPLOYERS = _page(
    "STAR",
    "STAR's guide til arbejdsgivere om fleksjob",
    "https://star.dk/til-virksomheder/medarbejdere-i-fleksjob/",
)
HEDENSTED = _page(
    "Hedensted",
    "Hedensted Kommune til virksomheder med ansatte i fleksjob",
    "https://hedensted.dk/service-og-selvbetjening/virksomheder/arbejdskraft/har-du-ansatte-i-fleksjob",
)
