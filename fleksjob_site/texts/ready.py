"""Ready-made texts to send: the Danish text is sent; a version in the page's language explains it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from fleksjob_site.kernel.text import N_


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text to copy, paragraph by paragraph (message ids); square brackets hold what the sender fills in."""

    key: str
    title: str
    when: str
    paragraphs: tuple[str, ...]


TO_A_MUNICIPALITY = N_("To the municipality of [name]")
TO_THIS_MUNICIPALITY = N_("To {municipality}")


def written(paragraph: str, translate: Callable[[str], str]) -> str:
    """A paragraph as it is sent: to the host's own municipality, if it has named one."""
    if paragraph == TO_A_MUNICIPALITY and settings.MUNICIPALITY:
        return translate(TO_THIS_MUNICIPALITY).format(municipality=settings.MUNICIPALITY.name)
    return translate(paragraph)


READY_TEXTS = (
    ReadyText(
        "ask-to-assess",
        N_("Ask the municipality to look at your case"),
        N_("Send it through Digital Post, so that you have proof of the date."),
        (
            TO_A_MUNICIPALITY,
            N_(
                "My working capacity is reduced, and I do not expect it to come back. Please look at whether I can "
                "get a flexi-job under section 116 of the act on active employment measures, and at what other help "
                "there is."
            ),
            N_("Please tell me in writing what you need to know, what is left to try, and when you expect to decide."),
            N_(
                "If you do not open a case, I ask for a decision in writing with your reasons and with guidance on how "
                "to appeal."
            ),
            N_("Kind regards [name]"),
        ),
    ),
    ReadyText(
        "full-time-wage",
        N_("Ask your employer for the full-time wage"),
        N_("The municipality needs it for the wage ceiling of your subsidy."),
        (
            N_("Dear [name]"),
            N_(
                "I work for you in a flexi-job. The municipality works out my subsidy from my wage and from what full "
                "time would pay in the same job on ordinary terms. That full-time wage is called the wage ceiling. The "
                "employer states it: section 12 of executive order 227 of 7 March 2024. If it is too low, my subsidy "
                "can be too low."
            ),
            N_(
                "Please tell me in writing what full time would pay a month before tax, and what the amount consists "
                "of. Please include what I would get of the following: the wage, not lowered for a slower pace; "
                "performance pay and bonus; pension; free-choice and public-holiday pay; fixed, varying and one-off "
                "supplements; supplements for inconvenience, evenings, nights and weekends; and holiday pay, holiday "
                "supplement and holiday difference."
            ),
            N_(
                "If something is paid once or a few times a year, please tell me in which months, and how much it "
                "would be at full time."
            ),
            N_("Please also tell me how many hours a week full time is here, and from which day the wage applies."),
            N_("Kind regards [name]"),
        ),
    ),
    ReadyText(
        "bring-someone",
        N_("Ask someone to come with you"),
        N_("You choose who it is. They don't have to know the rules to help."),
        (
            N_("Dear [name]"),
            N_("I have a meeting with the municipality on [day] at [time] in [place]. Will you come with me?"),
            N_(
                "You do not have to know the rules. It helps me if you listen, write down what is agreed, and remind "
                "me of what I want to say."
            ),
            N_("Kind regards [name]"),
        ),
    ),
    ReadyText(
        "interpreter",
        N_("Ask for an interpreter"),
        N_("Write in good time before the meeting. Ask whether it costs you anything."),
        (
            TO_A_MUNICIPALITY,
            N_(
                "I have a meeting with you on [day]. I need an interpreter who speaks [language], so that I understand "
                "everything and can be understood."
            ),
            N_("Please tell me whether there will be one, and whether I have to pay anything for it."),
            N_("Kind regards [name]"),
        ),
    ),
)
