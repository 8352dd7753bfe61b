"""The pages where something is entered, by the names of their addresses, with the titles that lists give them."""

from fleksjob_site.kernel.text import N_

CALCULATORS = {
    "home": N_("Front page"),
    "eligibility:start": N_("Can I get a flexi-job?"),
    "income": N_("What would I live on?"),
    "year": N_("Your year, month by month"),
    "own-business": N_("The subsidy for your own business"),
    "allowance": N_("Unemployment allowance and what you earn"),
    "other-roads": N_("What else could I live on?"),
    "wage-ceiling": N_("Add up the wage ceiling"),
    "payout": N_("Check my payout"),
    "employer-income": N_("What does a flexi-job cost the employer?"),
    "employer-full-time-wage": N_("The full-time wage you must state"),
    "employer-steps": N_("From the first talk to the first years"),
}
