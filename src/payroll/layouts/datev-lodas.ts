import type { Layout } from '../layout.js';
import { ONE_CURRENCY, ROW } from './shared.js';

const RECORD =
  '1;u_lod_bwd_buchung_standard;abrechnung_zeitraum#bwd;bs_wert_butab#bwd;bs_nr#bwd;la_eigene#bwd;pnr#bwd;';
const COST_CENTRES = { setting: 'costCentres', is: 'yes' };

/**
 * DATEV LODAS, ASCII import of movements.
 *
 * Source:   DATEV's LODAS ASCII manual as cited by its implementers (94th edition, June 2026); bs_nr 2 is a gross amount
 */
export const datevLodas: Layout = {
  layout: 'datev-lodas',
  title: 'DATEV LODAS',
  settings: {
    currency: ONE_CURRENCY,
    adviserNumber: {
      description: 'BeraterNr: the number of the tax adviser.',
      letters: 'digits',
      by: 'legalEmployer',
    },
    clientNumber: {
      description: 'MandantenNr: the number of the client.',
      letters: 'digits',
      by: 'legalEmployer',
    },
    processingKey: {
      description: 'bs_nr: what kind of value it is; 2 is a gross amount.',
      letters: 'digits',
      maxLength: 3,
      default: '2',
    },
    costCentres: {
      description: 'Whether kostenstelle#bwd is written.',
      options: ['yes', 'no'],
      default: 'no',
    },
  },
  row: ROW,
  numericIds: true,
  files: [
    {
      name: 'lodas-{clientNumber}.txt',
      delimiter: ';',
      quotes: 'never',
      encoding: 'windows-1252',
      lineEnd: 'crlf',
      decimal: ',',
      dates: 'DD.MM.YYYY',
      sections: [
        {
          before: [
            '[Allgemein]',
            'Ziel=LODAS',
            'BeraterNr={adviserNumber}',
            'MandantenNr={clientNumber}',
            'Datumsformat=TT.MM.JJJJ',
            'Feldtrennzeichen=;',
            'Zahlenkomma=,',
            '[Satzbeschreibung]',
            { text: RECORD, when: { setting: 'costCentres', is: 'no' } },
            { text: `${RECORD}kostenstelle#bwd;`, when: COST_CENTRES },
            '[Bewegungsdaten]',
          ],
          header: false,
          columns: [
            { title: 'Satz', constant: '1' },
            { title: 'abrechnung_zeitraum', field: 'payDate', firstOfMonth: true },
            { title: 'bs_wert_butab', field: 'amount', decimals: 2 },
            { title: 'bs_nr', setting: 'processingKey' },
            { title: 'la_eigene', field: 'payCode', letters: 'withoutBlanks' },
            { title: 'pnr', field: 'employeeId', required: true },
            { title: 'kostenstelle', field: 'costCentre', required: true, when: COST_CENTRES },
            { title: '', constant: '' },
          ],
        },
      ],
    },
  ],
};
