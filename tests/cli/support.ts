import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the command from its source. */
export function command(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/cli.ts', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** A folder of its own, and what can be done in it. */
export function workFolder(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `variable-pay-${name}-`));
  const at = (...parts: readonly string[]) => join(folder, ...parts);
  return {
    at,
    write(file: string, content: string): string {
      writeFileSync(at(file), content);
      return at(file);
    },
    read: (...parts: readonly string[]) => readFileSync(at(...parts), 'utf8'),
    json: (...parts: readonly string[]) => JSON.parse(readFileSync(at(...parts), 'utf8')),
  };
}

/** 10 % of a salary of 73,000 is 20 a day in 2026; a score of 45 pays 100 %, of 60 it pays 150 %. */
export const PLAN = `
plan: daily
version: 1
period: { start: 2026-01-01, end: 2026-12-31 }
target: { percent: 10%, of: salary, prorate: calendarDays }
metrics:
  score: { kind: nps, level: team }
goals:
  - { metric: score, weight: 100%, curve: [[30, 50%], [45, 100%], [60, 150%]] }
leave: { parental: { counts: 0% } }
leavers: { retirement: prorate, resignation: forfeit }
`;

export const PEOPLE = `id,hired,left,leftReason,salary,currency,team
ann,2019-03-01,,,73000,EUR,North
ben,2019-03-01,,,73000,EUR,South
cy,2019-03-01,2026-11-30,retirement,73000,EUR,South
`;

export const ACTUALS = `metric,group,value,status,measuredOn
score,North,45,final,2027-01-12
score,South,45,final,2027-01-12
`;
