"""Where each next step leads: a guide, a page of the site or one outside it."""

from eligibility.law.next_steps import NextStepKey
from fleksjob_site.kernel.text import N_

STEP_LINKS: dict[NextStepKey, str] = {
    NextStepKey.ASK_TO_ASSESS: N_("[A text you can send](page:ready-texts#ask-to-assess)"),
    NextStepKey.ASK_WHAT_IS_OPEN: N_("[How the municipality finds this out](page:the-way#steps)"),
    NextStepKey.ASK_FOR_SUBSIDY: N_("[Work out the subsidy](page:own-business)"),
    NextStepKey.OTHER_HELP: N_("[Help other than a flexi-job](here:elsewhere)"),
    NextStepKey.STATE_PENSION: N_("[State pension at borger.dk](to:borger)"),
    NextStepKey.OLD_TERMS: N_("[What changes with a new flexi-job](page:the-job#changes)"),
    NextStepKey.TELL_CHANGES: N_("[What to tell the municipality](page:the-job#tell)"),
    NextStepKey.COLLECT: N_("[What counts as tried](page:the-way#tried)"),
    NextStepKey.BRING_SOMEONE: N_("[Your rights in the case](page:your-rights#at-your-side)"),
    NextStepKey.ASK_FOR_DECISION: N_("[How to appeal](page:your-rights#appeal)"),
    NextStepKey.SICKNESS_BENEFIT: N_("[The 22 weeks, and what comes after](page:until-the-decision#weeks)"),
    NextStepKey.SPECIAL_TERMS: N_("[A flexi-job where you work now](page:the-way#same-workplace)"),
    NextStepKey.UNEMPLOYMENT_FUND: N_("[Pension and unemployment insurance fund](page:pension-and-fund)"),
    NextStepKey.CHECK_PAYOUT: N_("[Check my payout](page:payout)"),
    NextStepKey.FOLLOW_UP: N_("[Follow-up, assessment and what a no means](page:losing-it#looked-at-again)"),
}
"""The link of each next step that has one, by the message id of the step."""

QUESTION_LINKS: dict[str, str] = {
    "lives-in-denmark": N_("[If you are not a Danish citizen](page:not-a-danish-citizen)"),
    "acute": N_("[When the cause is a work injury](page:work-injury)"),
}
"""A guide to read more in, by the key of the question that touches its subject."""
