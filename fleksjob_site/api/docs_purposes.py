"""What each call is for, in the order of the documentation: a title and a sentence or two."""

from fleksjob_site.kernel.text import N_

_API = "/api/v1"
PURPOSES = {
    f"{_API}/income": (
        N_("A month: wage, subsidy and total"),
        N_(
            "What one month gives, and what reaches the account. Every step comes with a sentence, its calculation "
            "and its source. With a tax card, you also get what is left after tax."
        ),
    ),
    f"{_API}/batch": (
        N_("Many months at once"),
        N_(
            "Up to 50 /income bodies in one call, for tables and charts. Steps, sources and rates are left out unless "
            "you ask for them with “steps”."
        ),
    ),
    f"{_API}/curve": (
        N_("The total for different hours"),
        N_(
            "The same month, from no hours to full time. You get a point for each hour, the places where the slope "
            "changes, and the reason why. It needs “hourly_wage” or “full_time_wage_month”: “wage_month” alone is not "
            "enough."
        ),
    ),
    f"{_API}/margin": (
        N_("What working more pays"),
        N_(
            "What is left of one more hour, of a pay rise, and of a higher wage. If you send the pension and the tax "
            "card too, you also get what reaches the account."
        ),
    ),
    f"{_API}/goal": (
        N_("What it takes to reach a total"),
        N_(
            "The fewest hours and the lowest wage that reach a given total. If nothing does, the answer says why. It "
            "needs “hourly_wage” or “full_time_wage_month”: “wage_month” alone is not enough."
        ),
    ),
    f"{_API}/year": (
        N_("A year, month by month"),
        N_(
            "Up to 24 months: what is paid in each month, who pays it and which wage it is for. The job can change "
            "along the way."
        ),
    ),
    f"{_API}/employer": (
        N_("What a job costs the employer"),
        N_("Each part of the cost, and the full-time wage that the employer states to the municipality."),
    ),
    f"{_API}/own-business": (
        N_("The subsidy for self-employed people"),
        N_("The subsidy for a year, based on the results of up to three accounting years."),
    ),
    f"{_API}/payout-check": (
        N_("Check what was paid"),
        N_(
            "Up to twelve months, compared with what the rules give. The answer names errors that would explain a "
            "difference."
        ),
    ),
    f"{_API}/eligibility": (
        N_("What a set of answers suggests"),
        N_(
            "The outcome for a set of answers, each condition with its reason, and what to do next. It never says "
            "that anyone qualifies: only the municipality decides."
        ),
    ),
    f"{_API}/eligibility/questions": (
        N_("The questions"),
        N_("Every question with its choices, why it is asked, and who is asked it."),
    ),
    f"{_API}/dates": (
        N_("The dates of a grant"),
        N_(
            "How long a grant lasts, and the dates of follow-up, the next grant, the 40th birthday and state pension "
            "age. A month of birth is enough."
        ),
    ),
    f"{_API}/letter": (
        N_("The letter for the meeting"),
        N_(
            "A PDF for the meeting with the municipality, with the outcome, the income, or both. A server makes one "
            "letter at a time and keeps one more waiting. If both places are taken, you get a 503: try again."
        ),
    ),
    f"{_API}/rates": (
        N_("All rates"),
        N_("Every rate since 2013, with its act and section, and how sure we are of it."),
    ),
}
