// The flexi-wage subsidy in publicodes, by the rules of salary/law/calculation.py, for hours with a pace and an hourly
// wage. RATES names the file with our rates, which `handed.py` makes; the one argument is the folder of publicodes.
// Asked on stdin like openfisca_cases.py, but it has only one way to calculate.
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

const { default: Engine } = await import(`${process.argv[2]}/dist/index.js`)

// A month is compared as a number and amounts have no units, which publicodes counts with quicker than with either.
const month = (written) => Number(written.replace("-", ""))
const rates = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(process.env.RATES))).map(([key, amounts]) => [
    key,
    amounts.length === 1
      ? amounts[0][1]
      : { variations: amounts.toReversed().map(([since, amount]) => ({ si: `month >= ${month(since)}`, alors: amount })) },
  ]),
)

// Half a krone up, as the law says; the first rounding takes what binary fractions leave.
const wholeKroner = (amount) => ({ valeur: { valeur: amount, arrondi: "6 décimales" }, arrondi: "oui" })

const rules = {
  ...rates,
  month: null,
  hours_week: null,
  pace_percent: null,
  hourly_wage: null,
  full_time_hours_week: null,
  pension_on_top_percent: { "par défaut": 0 },
  supplements_full_time_month: { "par défaut": 0 },
  other_wage_month: { "par défaut": 0 },
  benefit_month: { "par défaut": 0 },
  own_atp_month: { "par défaut": 0 },
  ceiling_month: { "par défaut": "pay_per_weekly_hour * full_time_hours_week" },
  paid_hours_week: "hours_week * pace_percent / 100",
  pay_per_weekly_hour:
    "52 * hourly_wage / 12 * (100 + pension_on_top_percent) / 100 + supplements_full_time_month / full_time_hours_week",
  wage_month: { valeur: "pay_per_weekly_hour * paid_hours_week - own_atp_month", plancher: 0 },
  all_wage_month: "wage_month + other_wage_month",
  reduction_month: {
    "barème": {
      assiette: "all_wage_month",
      tranches: [
        { taux: "reduction_below_percent * 1%", plafond: "threshold_month" },
        { taux: "reduction_above_percent * 1%" },
      ],
    },
  },
  subsidy_before_ceiling_month: {
    variations: [
      {
        si: { "une de ces conditions": ["wage_month > 0", "benefit_month > 0"] },
        alors: { valeur: "max_subsidy_month - reduction_month - benefit_month", plancher: 0 },
      },
      { sinon: 0 },
    ],
  },
  above_ceiling_month: {
    valeur: "subsidy_before_ceiling_month + all_wage_month + benefit_month - ceiling_month",
    plancher: 0,
    plafond: "subsidy_before_ceiling_month",
  },
  subsidy_month: wholeKroner("subsidy_before_ceiling_month - above_ceiling_month"),
  atp_month: { valeur: wholeKroner("subsidy_month * atp_percent / 100"), plafond: "atp_most_month" },
  payout_month: "subsidy_month - atp_month",
  obligatory_pension_month: wholeKroner("payout_month * obligatory_pension_percent / 100"),
  total_month: "all_wage_month + benefit_month + subsidy_month",
}

const engine = new Engine(rules)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const task = JSON.parse((await lines.next()).value)

const calculated = () =>
  task.cases.map((one) => {
    engine.setSituation({ ...one.fields, month: month(one.month) })
    return task.results.map((name) => engine.evaluate(name).nodeValue)
  })

const answers = {
  version: () => JSON.parse(readFileSync(`${process.argv[2]}/package.json`)).version,
  results: calculated,
  time: () => {
    const began = process.cpuUsage()
    calculated()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  },
}

for await (const line of lines) console.log(JSON.stringify(answers[line.split(" ")[0]]()))
