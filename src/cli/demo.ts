import { calculate } from './calculate.js';
import { shippedFile } from './package-files.js';

const example = (name: string) => shippedFile('examples', 'everyone-in-the-game', name);

/** `demo`: the shipped example, with the steps of one person; needs no files. One of its rows is faulty on purpose. */
export function demo(options: { readonly out?: string; readonly rows?: number }): Promise<number> {
  return calculate([example('plan.yaml')], {
    people: example('people.csv'),
    actuals: example('actuals.csv'),
    asOf: '2027-01-31',
    steps: ['e-1001'],
    payDate: '2027-02-26',
    payCode: 'BONUS',
    allowWithheld: true,
    rows: 6,
    ...options,
  });
}
