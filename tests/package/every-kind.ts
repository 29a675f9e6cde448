import { dayPlan, person, scores } from '../retro/support.js';

const STEPS = {
  bands: [
    { to: 40, pays: '50%' },
    { from: 40, pays: '120%' },
  ],
};

/** A plan without a target: 100 a year. */
const { target: _target, goals: _goals, ...rest } = dayPlan({ plan: 'bare' });
const bare = { ...rest, currency: 'EUR', award: { prorated: { money: 100 }, by: 'calendarDays' } };

/** Ann's salary cannot be read, Ben was hired in 2027, Cy left and forfeits, Dee is in two teams; South's gate is closed. */
export const everyKind = {
  documents: [
    dayPlan({
      title: 'A day',
      leave: { sick: { counts: '50%' } },
      leavers: { resignation: 'forfeit' },
      gates: [{ metric: 'score', atLeast: 40, source: 'Section 4' }],
      limits: { award: { cap: '120%', of: 'target' } },
    }),
    dayPlan({ plan: 'open', metrics: { score: { kind: 'nps', level: 'team', neutral: 45 } } }),
    // The middle step is not said to be neutral.
    dayPlan({ plan: 'steps', goals: [{ metric: 'score', weight: 1, curve: STEPS }] }),
    bare,
  ],
  people: [
    person('ann', { salary: 'n/a' }),
    person('ben', { hired: '2027-01-01' }),
    person('cy', { left: '2026-06-30', leftReason: 'resignation' }),
    person('dee', { from: '2026-01-01', name: 'Dee' }),
    person('dee', { from: '2026-07-01', team: 'South' }),
    person('eve', { team: 'South' }),
    person('fay', { team: 'South' }),
  ],
  leave: [{ id: 'dee', type: 'sick', from: '2026-03-01', to: '2026-03-31' }],
  exceptions: [
    {
      ...{ id: 'eve', plan: 'daily', kind: 'guarantee', value: '100', currency: 'EUR' },
      ...{ until: '2026-12-31', reason: 'agreed', approver: 'CFO' },
    },
  ],
  actuals: scores(48, 30),
};
