import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);

/** Zones that move at midnight, east and west of Greenwich, and one where 30 December 2011 never was. */
const ZONES = ['UTC', 'America/Sao_Paulo', 'Asia/Tokyo', 'Pacific/Apia'];

describe.each([
  ['every day', '../../support/days-in-zone.ts'],
  ['every count of days', './counts-in-zone.ts'],
])('%s from 1995 to 2030', (_what, path) => {
  const script = fileURLToPath(new URL(path, import.meta.url));

  test.concurrent.each(ZONES)(
    'is the same in %s',
    async (zone) => {
      const env = { ...process.env, TZ: zone };
      const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { env });
      expect(JSON.parse(stdout)).toEqual({ zone, wrong: [] });
    },
    60_000,
  );
});
