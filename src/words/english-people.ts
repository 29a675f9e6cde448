function some(count: number | undefined, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What is said of one person beside the steps, in English: days, salary, notes, and why nothing is paid. */
export const englishPeople = {
  shares: {
    all: 'all days',
    notProrated: 'not prorated',
    notLast: 'not the last assignment',
    days: (some: string, all: string) => `${some}/${all} days`,
    months: (some: string, all: string) => `${some}/${all} months`,
    workingDays: (some: string, all: string) => `${some}/${all} working days`,
    ofPeriod: (share: string) => `${share} of the period`,
    by: (part: string, method: string) => `${part} by ${method}`,
    table: (share: string, counted: string, days: string) =>
      `${share} for ${counted} days × ${days}/${counted}`,
    leave: (share: string, type: string) => `${share} (leave: ${type})`,
    time: (share: string) => `${share} of the time`,
    exception: (share: string) => `${share} by exception`,
  },
  salary: {
    times: (times: string) => `× ${times} times a year`,
    hours: (sign: string, share: string) => `${sign} ${share} (hours share)`,
    asOf: (salary: string, day: string) => `${salary}, as of ${day}`,
    converted: (amount: string, rate: string, day: string) => `${amount} × ${rate}, the rate of ${day}`,
  },
  earnings: {
    none: 'nothing was earned under these codes',
    sums: (sums: string) => `from the earnings file: ${sums}`,
  },
  counts: {
    of: (some: number, all: number | undefined) => `${some} of ${all}`,
    nps: (promoters: number, passives: number | undefined, detractors: number | undefined) =>
      `${some(promoters, 'promoter')}, ${some(passives, 'passive')}, ${some(detractors, 'detractor')}`,
  },
  reasons: {
    otherPlans: 'assigned to other plans only',
    notEmployed: (start: string, end: string) => `not employed between ${start} and ${end}`,
    noAssignment: (start: string, end: string) => `no assignment on any day between ${start} and ${end}`,
    absentOn: (day: string) => `no assignment in this plan on ${day}, the day that counts`,
    population: 'not in the population of the plan',
    leftBeforeEnd: (left: string, end: string) => `left on ${left}, before the period ended on ${end}`,
    leftBeforePayment: (left: string, payment: string | undefined) =>
      `left on ${left}, before the payment on ${payment}`,
    forfeits: (left: string) => `${left} and forfeits the award`,
    hiredTooLate: (hired: string, by: string) => `hired on ${hired}, after ${by}`,
    fewDays: (days: number, until: string, needed: number) =>
      `${some(days, 'day')} of service by ${until}, ${needed} needed`,
    fewMonths: (hired: string, months: number, until: string) =>
      `hired on ${hired}: fewer than ${months} months of service by ${until}`,
    noDay: 'no day counts, by leave, the table of days or a day count',
    targetZero: 'target opportunity is zero',
    closed: (gate: string) => `${gate} is closed`,
    roundedToZero: 'the award is smaller than the unit it is rounded to',
    payoutZero: 'the goals paid nothing',
    fundZero: 'the fund of the pool is empty',
    nothingOfKeys: 'nothing of what the pool is shared out by',
    not: (condition: string) => `not ${condition}`,
  },
  leavers: {
    left: (day: string | undefined) => `left on ${day}`,
    leftFor: (day: string | undefined, reason: string) => `left on ${day} (${reason})`,
    treated: (left: string, days: string, results: string) => `${left}: ${days}, ${results}`,
    served: 'days served',
    all: 'all days of the period',
    actual: 'actual results',
    target: 'at target',
    nothing: 'only the safe part',
  },
  exceptions: {
    kinds: {
      targetPercent: 'targetPercent',
      targetAmount: 'targetAmount',
      guarantee: 'guarantee',
      proration: 'proration',
      treatment: 'treatment',
    },
    until: (kind: string, value: string, until: string) => `exception: ${kind} ${value} until ${until}`,
    approved: (what: string, reason: string, approver: string) =>
      `${what}, ${reason}, approved by ${approver}`,
  },
  decisions: {
    changed: (by: string, on: string, formula: string) => `decided by ${by} on ${on} instead of ${formula}`,
    confirmed: (by: string, on: string) => `confirmed by ${by} on ${on}`,
    because: (said: string, reason: string) => `${said}: ${reason}`,
  },
};
