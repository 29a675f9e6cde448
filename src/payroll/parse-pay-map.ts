import { readOtherDocument } from '../plan/other-document.js';
import type { Parsed } from '../plan/read-plan.js';
import type { PayMap } from './pay-map.js';
import { payMapSchema } from './schema-pay-map.js';

/**
 * Reads unknown data as a pay map. All issues are collected, each with its path.
 *
 * Issues:   payroll.key.unknown, payroll.key.missing, payroll.value.form
 * @example  parsePayMap({ codes: 'BONUS' }).ok // true
 */
export function parsePayMap(data: unknown): Parsed<'map', PayMap> {
  const told = { stage: 'payroll', name: 'pay map', schema: 'pay-map' } as const;
  const read = readOtherDocument(data, payMapSchema, told);
  return read.ok ? { ok: true, map: read.document as PayMap, issues: [] } : read;
}
