"""External links that pages refer to by key, each with a description."""

from dataclasses import dataclass

from fleksjob_site.kernel.text import N_


@dataclass(frozen=True, slots=True)
class Link:
    """An external link: its owner, and what the page offers (message ids)."""

    url: str
    owner: str
    purpose: str


LINKS: dict[str, Link] = {
    "advokatvagterne": Link(
        "https://www.advokatvagterne.dk",
        N_("the lawyers on duty (Advokatvagten)"),
        N_("where and when lawyers give short, free advice"),
    ),
    "aes": Link(
        "https://www.aes.dk",
        N_("Labour Market Insurance (AES)"),
        N_("how to report a work injury, what happens in the case, and how to appeal"),
    ),
    "ast": Link(
        "https://ast.dk",
        N_("the National Social Appeals Board"),
        N_("how to appeal, what happens to an appeal, and published decisions"),
    ),
    "borger": Link(
        "https://www.borger.dk",
        N_("borger.dk"),
        N_("the public sector's pages and forms for citizens, and Digital Post"),
    ),
    "borger-fleksydelse": Link(
        "https://www.borger.dk/pension-og-efterloen/efterloen-fleksydelse-delpension/fleksydelse/tilmelding-til-fleksydelsesordningen",
        N_("borger.dk on joining flexible retirement benefit (fleksydelse)"),
        N_("The public portal's page on how you join and leave flexible retirement benefit (in Danish)."),
    ),
    "cabi": Link(
        "https://www.cabiweb.dk/",
        N_("Cabi"),
        N_("Knowledge and advice for employers about people with a limited capacity (in Danish)"),
    ),
    "datatilsynet": Link(
        "https://www.datatilsynet.dk",
        N_("the Danish Data Protection Agency"),
        N_("your rights over data about you, and how to complain"),
    ),
    "digst": Link(
        "https://digst.dk",
        N_("the Agency for Digital Government"),
        N_("what to do when a public website is not accessible to you"),
    ),
    "dukh": Link(
        "https://www.dukh.dk",
        N_("DUKH, the impartial advisory service on disability"),
        N_("free and impartial advice when a case about help for a disability is stuck"),
    ),
    "handicap": Link(
        "https://handicap.dk",
        N_("Disabled People's Organisations Denmark"),
        N_("the organisations for each illness and disability"),
    ),
    "jobnet": Link(
        "https://jobnet.dk",
        N_("Jobnet"),
        N_("Put your CV there, keep your job log and look for jobs."),
    ),
    "lifeindenmark": Link(
        "https://lifeindenmark.borger.dk",
        N_("Life in Denmark"),
        N_("borger.dk in English"),
    ),
    "nyidanmark": Link(
        "https://www.nyidanmark.dk",
        N_("New to Denmark"),
        N_("the immigration authorities on residence and work permits"),
    ),
    "ombudsmanden": Link(
        "https://www.ombudsmanden.dk",
        N_("the Parliamentary Ombudsman"),
        N_("how to complain about an authority, and what authorities must do in a case"),
    ),
    "retsinformation": Link(
        "https://www.retsinformation.dk",
        N_("Retsinformation"),
        N_("all Danish acts and executive orders, in Danish"),
    ),
    "skat": Link(
        "https://skat.dk",
        N_("The Danish tax authorities (skat.dk)"),
        N_("Your own tax card and tax figures, when you log in."),
    ),
    "star": Link(
        "https://star.dk",
        N_("the Danish Agency for Labour Market and Recruitment (STAR)"),
        N_("guides to the rules about flexi-jobs, and the state's calculator"),
    ),
    "star-accommodation": Link(
        "https://star.dk/til-virksomheder/medarbejdere-med-handicap/rimelig-tilpasning-af-arbejdspladsen/",
        N_("STAR"),
        N_("Reasonable accommodation at the workplace (in Danish)"),
    ),
    "star-compensation": Link(
        "https://star.dk/indsatser-og-ordninger/handicapomraadet/handicapkompenserende-ordninger/",
        N_("STAR"),
        N_("The schemes that make up for a disability at work (in Danish)"),
    ),
    "star-employers": Link(
        "https://star.dk/til-virksomheder/medarbejdere-i-fleksjob/",
        N_("STAR"),
        N_("For employers with somebody in a flexi-job: guide and templates (in Danish)"),
    ),
    "star-supplement": Link(
        "https://star.dk/media/5xbp0krr/fleks-tillaegsaftale.pdf",
        N_("STAR: supplementary agreement for a flexi-job (in Danish)"),
        N_("A form where you and your employer write down tasks, breaks and development in the job."),
    ),
    "vitas": Link(
        "https://vitas.bm.dk/",
        N_("VITAS"),
        N_("The digital service where employers apply to take somebody on in a flexi-job"),
    ),
}
