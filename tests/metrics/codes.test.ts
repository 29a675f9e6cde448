import * as metrics from '../../src/metrics/index.js';
import { type CodeCalls, testEveryCode } from '../support/every-code.js';

const nobody = { promoters: 0, passives: 0, detractors: 0 };
const answers = { promoters: 6, passives: 1, detractors: 1 };
const alike = { promoters: 5, passives: 0, detractors: 0 };
const confidence = { confidence: '95%' };
const history = [{ score: 40, responses: 10 }];
const noise = { prior: { a: 276, b: 24 }, customers: 20, curve: [['88%', '50%']] as [string, string][] };

/** A call for each code of metrics; what TypeScript would stop comes from JavaScript or from files. */
const calls: CodeCalls = {
  'metrics.input.form': () => metrics.npsFromCounts('34' as never, confidence).issues,
  'metrics.key.unknown': () =>
    metrics.limitedFluctuation({ probability: '90%', tolerance: '5%', observed: 4, rates: 1 } as never)
      .issues,
  'metrics.value.missing': () => metrics.npsFromCounts(answers, {} as never).issues,
  'metrics.value.number': () => metrics.npsFromCounts({ ...answers, passives: '1,200' }, confidence).issues,
  'metrics.value.range': () => metrics.npsFromCounts(answers, { confidence: 95 }).issues,
  'metrics.value.option': () => metrics.rollingScore(history, { last: 1, by: 'size' as never }).issues,
  'metrics.count.whole': () => metrics.npsFromCounts({ ...answers, detractors: 1.5 }, confidence).issues,
  'metrics.counts.sum': () => metrics.rateFromCounts({ count: 11, responses: 10 }, confidence).issues,
  'metrics.responses.none': () => metrics.npsFromCounts(nobody, confidence).issues,
  'metrics.score.scale': () => metrics.npsFromScores([10, 11], confidence).issues,
  'metrics.weights.sum': () => metrics.scoreIndex([{ score: 40, responses: 10, weight: '90%' }]).issues,
  'metrics.history.short': () => metrics.rollingScore(history, { last: 2, by: 'equal' }).issues,
  'metrics.history.uneven': () =>
    metrics.buhlmann([
      { name: 'North', values: [1, 2] },
      { name: 'South', values: [1, 2, 3] },
    ]).issues,
  'metrics.row.twice': () =>
    metrics.customerRetention([
      { customer: 'c-1', start: 1, end: 1 },
      { customer: 'c-1', start: 2, end: 2 },
    ]).issues,
  'metrics.currency.mixed': () =>
    metrics.customerRetention([
      { start: 1, end: 1, currency: 'EUR' },
      { start: 2, end: 2, currency: 'USD' },
    ]).issues,
  'metrics.cohort.none': () => metrics.customerRetention([{ start: 0, end: 10 }]).issues,
  'metrics.curve.order': () =>
    metrics.noiseShare({ ...noise, curve: [...noise.curve, ['80%', '20%']] }).issues,
  'metrics.size.limit': () => metrics.noiseShare({ ...noise, customers: 10_001 }).issues,
  'metrics.spread.none': () => metrics.npsChange({ now: alike, before: alike }).issues,
  'metrics.credibility.none': () =>
    metrics.buhlmann([
      { name: 'North', values: [1, 9] },
      { name: 'South', values: [9, 1] },
    ]).issues,
};

testEveryCode('metrics', calls);
