"""What each call is for, in the order of the documentation: a title and a sentence or two."""

from fleksjob_site.kernel.text import N_

_API = "/api/v1"
PURPOSES = {
    f"{_API}/income": (
        N_("A month: wage, subsidy and total"),
        N_(
            "What one month gives, and what reaches the account. Every step has its sentence, its sum and its source. "
            "With a tax card it also gives what is left after tax."
        ),
    ),
    f"{_API}/batch": (
        N_("Many months at once"),
        N_(
            "Up to 50 bodies of /income in one call, for tables and charts. Steps, sources and rates are left out "
            "unless you ask for them with “steps”."
        ),
    ),
    f"{_API}/curve": (
        N_("The total for different hours"),
        N_(
            "The same month from no hours to full time. You get a point for each hour, the places where the slope "
            "changes, and why it does."
        ),
    ),
    f"{_API}/margin": (
        N_("What more work pays"),
        N_(
            "What is left of one more hour, of a raise, and of more wage. With pension and a tax card known, it also "
            "gives what reaches the account."
        ),
    ),
    f"{_API}/goal": (
        N_("What it takes to reach a total"),
        N_("The fewest hours, and the lowest wage, that give a total. If nothing does, the answer says why."),
    ),
    f"{_API}/year": (
        N_("A year, month by month"),
        N_("Up to 24 months: what is paid in each, by whom and for which wage. The job may change on the way."),
    ),
    f"{_API}/employer": (
        N_("What a job costs the employer"),
        N_("Each part of the cost, and the full-time wage that the employer states to the municipality."),
    ),
    f"{_API}/own-business": (
        N_("The subsidy to self-employed people"),
        N_("The subsidy of a year, from the results of up to three accounting years."),
    ),
    f"{_API}/payout-check": (
        N_("Check what was paid"),
        N_(
            "Up to twelve months, against what the rules give. The answer names errors that would explain a difference."
        ),
    ),
    f"{_API}/eligibility": (
        N_("What answers point to"),
        N_(
            "The outcome for a set of answers, each condition with its reason, and what to do next. It never says that "
            "somebody qualifies: only the municipality decides."
        ),
    ),
    f"{_API}/eligibility/questions": (
        N_("The questions"),
        N_("Every question with its choices, why it is asked, and whom it is asked of."),
    ),
    f"{_API}/dates": (
        N_("The dates of a grant"),
        N_(
            "How long a grant lasts, and when follow-up, the next grant, the age of 40 and state pension age come. A "
            "month of birth is enough."
        ),
    ),
    f"{_API}/letter": (
        N_("The letter for the meeting"),
        N_(
            "A PDF with the outcome, the income, or both, for the meeting with the municipality. A server makes one "
            "letter at a time and lets one wait. When both places are taken, you get 503 and try again."
        ),
    ),
    f"{_API}/rates": (
        N_("All rates"),
        N_("Every rate since 2013, with its act and section, and how sure we are."),
    ),
}
