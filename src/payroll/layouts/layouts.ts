import type { Layout } from '../layout.js';
import { adpPaydata } from './adp-paydata.js';
import { canonicalCsv, canonicalNdjson } from './canonical.js';
import { datevLodas } from './datev-lodas.js';
import { frappeHrms } from './frappe-hrms.js';
import { gusto } from './gusto.js';
import { oracleHdl } from './oracle-hdl.js';
import { paychexSpi } from './paychex-spi.js';
import { silae } from './silae.js';
import { successFactors } from './success-factors.js';

/** The layouts that are known by name. What a payroll's own installation decides is a setting of each. */
export const payLayouts: readonly Layout[] = [
  adpPaydata,
  paychexSpi,
  gusto,
  successFactors,
  oracleHdl,
  datevLodas,
  silae,
  frappeHrms,
  canonicalCsv,
  canonicalNdjson,
];

/** A layout by its name. */
export function payLayout(name: string): Layout | undefined {
  return payLayouts.find(({ layout }) => layout === name);
}
