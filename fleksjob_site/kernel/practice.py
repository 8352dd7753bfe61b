"""What authorities, courts, unions and organisations write about the scheme: practice, not law."""

from fleksjob_site.kernel.law import Document

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
DECISION_27_23 = Document(
    "27-23",
    "Ankestyrelsens principmeddelelse 27-23, gengivet af advokatfirmaet Lundsteen & Wiederquist",
    "https://lundsteenwiederquist.dk/index.php/tag/flekslontilskud/",
)
DECISION_39_19 = Document(
    "39-19",
    "Ankestyrelsens principafgørelse 39-19, gengivet af LandbrugsInfo",
    "https://www.landbrugsinfo.dk/basis/6/1/a/familie_socialjura_p_39_19_om_flekslontilskud_lonindtegt_skattepligtig_"
    "verdi_personalegoder",
)
