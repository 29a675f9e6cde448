import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../support/days-in-zone.ts', import.meta.url));
const run = promisify(execFile);

/** Zones that move at midnight, east and west of Greenwich, and one where 30 December 2011 never was. */
const ZONES = ['UTC', 'America/Sao_Paulo', 'Asia/Tokyo', 'Pacific/Apia'];

test.concurrent.each(ZONES)(
  'every day from 1995 to 2030 is the same in %s',
  async (zone) => {
    const env = { ...process.env, TZ: zone };
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { env });
    expect(JSON.parse(stdout)).toEqual({ zone, wrong: [] });
  },
  60_000,
);
