import { type Correction, movers } from '../retro/index.js';
import { awardsOf } from '../run/calculate.js';
import type { Run } from '../run/run.js';
import type { CalculateCommand } from './calculate-options.js';
import { awardsCsv, correctionJson, differencesCsv, ndjson, runJson } from './output-files.js';
import { printData } from './print.js';
import type { Result } from './result.js';
import { showCorrection, showExceptions, showMovers } from './show-correction.js';
import { showRun, showSteps } from './show-run.js';

/** Rows of a table a terminal is given; files always have everybody. */
const ROWS = 100;

/** How many movers are listed in each currency. */
const MOVERS = 10;

/** Writes to standard output what was asked for: the awards, or the differences where final runs are followed. */
export function printResult(result: Result, options: CalculateCommand): void {
  const { run, correction } = result;
  const format = options.format ?? 'table';
  if (format !== 'table') printData(correction ? differencesAs[format](correction) : awardsAs[format](run));
  else printTables(result, options);
}

const awardsAs = {
  json: (run: Run) => runJson(run),
  ndjson: (run: Run) => ndjson(run.awards),
  csv: awardsCsv,
};

const differencesAs = {
  json: correctionJson,
  ndjson: (correction: Correction) => ndjson([...correction.differences, ...correction.held]),
  csv: differencesCsv,
};

function printTables({ run, correction, previous }: Result, options: CalculateCommand): void {
  const rows = options.rows ?? ROWS;
  printData(correction ? showCorrection(correction, rows) : showRun(run, rows));
  for (const text of showExceptions(run, rows)) printData(text);
  if (previous) printData(showMovers(movers(previous, run, MOVERS), options.previous ?? ''));
  for (const award of (options.steps ?? []).flatMap((person) => awardsOf(run, person)))
    printData(showSteps(award));
}
