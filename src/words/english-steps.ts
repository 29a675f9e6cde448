/** How the values of an explanation came about, in English, by pay term. */
export const englishSteps = {
  arithmetic: {
    highest: (list: string) => `the highest of ${list}`,
    lowest: (list: string) => `the lowest of ${list}`,
    mean: (list: string) => `the mean of ${list}`,
  },
  blend: {
    doesNotCount: 'does not count',
    without: (item: string, why: string) => `(${item} ${why})`,
    leftOut: (item: string, why: string) => `${item} is left out: ${why}`,
    nameless: 'one',
  },
  bound: {
    lower: 'lower end',
    upper: 'upper end',
    wilson: 'Wilson',
    adjustedWald: 'adjusted Wald',
    interval: (confidence: string, low: string, high: string) =>
      `of the ${confidence} interval from ${low} to ${high}`,
    rounded: (bound: string, rounding: string) => `${bound}, rounded to ${rounding}`,
  },
  changeLimit: {
    none: (score: string) => `${score}; there is no earlier score to limit it by`,
    atMost: (score: string, change: string, before: string) =>
      `${score}, at most ${change} from ${before} before`,
  },
  condition: {
    needs: (value: string, comparison: string) => `${value}, needs ${comparison}`,
    holds: (name: string) => `${name}: yes`,
    fails: (name: string) => `${name}: no`,
    held: (count: number, of: number, needed: string) => `${count} of ${of} hold, ${needed}`,
    allNeeded: 'all needed',
    oneNeeded: 'one needed',
    someNeeded: (least: string) => `${least} needed`,
    opposite: (condition: string) => `the opposite of ${condition}`,
    measured: 'measured',
    notMeasured: 'not measured',
    so: (condition: string, taken: string) => `${condition}, so ${taken}`,
  },
  credibility: {
    nobody: (wider: string) => `nobody responded, so ${wider} alone`,
    weighed: (own: string, wider: string, weight: string) =>
      `${own} as measured and ${wider} beside it: own weight ${weight}`,
  },
  curve: {
    slices: (read: string) => `${read}, each slice at its own rate`,
    point: (read: string, point: string) => `${read} is the point ${point}`,
    between: (read: string, left: string, right: string) => `${read} lies between ${left} and ${right}`,
    worse: (read: string, end: string, outside: string) =>
      `${read} is worse than ${end}, the last point: ${outside}`,
    better: (read: string, end: string, outside: string) =>
      `${read} is better than ${end}, the last point: ${outside}`,
    reaches: (read: string, point: string) => `${read} reaches ${point}`,
    beyond: (read: string, point: string) => `${read} reaches ${point} and lies beyond it: pays nothing`,
    notReached: (read: string, point: string, outside: string) =>
      `${read} does not reach ${point}: ${outside}`,
    outside: {
      nothing: 'pays nothing',
      hold: 'pays the same',
      continue: 'goes on along the last slope',
    },
    perStep: (more: string, each: string) => `${more} more for every full ${each}`,
    slope: (slope: string) => `goes on at a slope of ${slope}`,
    until: (end: string) => ` up to ${end}`,
    cap: (cap: string) => `, at most ${cap}`,
  },
  deadBand: {
    within: (score: string, band: string, target: string) =>
      `${score} is within ${band} of the target ${target}`,
    outside: (score: string, band: string, target: string) =>
      `${score} is not within ${band} of the target ${target}`,
  },
  enough: {
    needs: (responses: string, least: string) => `${responses}, needs at least ${least}`,
    responses: (count: string) => `${count} ${count === '1' ? 'response' : 'responses'}`,
    atLeast: (least: string) => `at least ${least}`,
    enough: (responses: string, asked: string) => `${responses}, enough (${asked})`,
    tooFew: (responses: string, asked: string, instead: string) =>
      `${responses}, too few (${asked}): ${instead}`,
    paysNothing: 'too few responses: pays nothing',
    paysTarget: 'too few responses: pays target',
  },
  flag: { raised: 'raised', notRaised: 'not raised' },
  limit: {
    cap: (end: string) => `cap ${end}`,
    floor: (end: string) => `floor ${end}`,
    notReached: (value: string, ends: string) => `${value}, ${ends}: not reached`,
    capped: (value: string, ends: string) => `${value}, ${ends}: capped`,
    raised: (value: string, ends: string) => `${value}, ${ends}: raised`,
  },
  matrix: {
    row: (read: string, level: number, at: string) => `${read} is in row ${level} (${at})`,
    noRow: (read: string) => `${read} reaches no row`,
    column: (read: string, level: number, at: string) => `${read} is in column ${level} (${at})`,
    noColumn: (read: string) => `${read} reaches no column`,
  },
  peers: {
    sum: (whom: string) => `sum ${whom}`,
    mean: (whom: string) => `mean ${whom}`,
    lowest: (whom: string) => `lowest ${whom}`,
    highest: (whom: string) => `highest ${whom}`,
    count: (whom: string) => `count ${whom}`,
    everybody: 'over everybody eligible',
    among: (group: string) => `over the eligible people of the ${group}`,
    meanOfTop: (part: string, counted: string, whom: string) =>
      `mean of the top ${part}, counted ${counted}, ${whom}`,
    counted: { up: 'up', nearest: 'nearest', down: 'down' },
    awards: 'all awards before this gate',
    resultOf: (whom: string) => `of ${whom}`,
  },
  pool: {
    more: (amount: string) => `; floors, ceilings and budgets of others add ${amount}`,
    less: (amount: string) => `; floors, ceilings and budgets of others take ${amount}`,
  },
  proration: {
    ofYear: (years: string) => ` × ${years} of a year`,
    noDays: 'no days count',
    noDayOfPart: 'no day of it counts',
  },
  rounding: {
    to: (value: string, rounding: string) => `${value} to ${rounding}`,
    smallestUnit: "the currency's smallest unit",
    halfUp: (unit: string) => `${unit}, nearest, ties away from zero`,
    halfDown: (unit: string) => `${unit}, nearest, ties toward zero`,
    halfEven: (unit: string) => `${unit}, nearest, ties to the even unit`,
    up: (unit: string) => `${unit}, away from zero`,
    down: (unit: string) => `${unit}, toward zero`,
    ceiling: (unit: string) => `${unit}, upward`,
    floor: (unit: string) => `${unit}, downward`,
  },
  from: {
    actuals: 'as reported',
    people: 'from the people file',
    hours: 'of full time, from the people file',
    earnings: 'from the earnings file',
    plan: 'an amount stated in the plan',
    rule: 'as the plan says',
    table: (category: string) => `${category} in the table`,
  },
};
