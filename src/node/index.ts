/**
 * The floor of files: records and plans in, results out. Everything here reports what is wrong as issues with the
 * file, row and column a person sees; nothing guesses the meaning of a cell.
 */
export { type CsvColumn, type CsvOptions, toCsv } from './csv.js';
export type { Delimiter } from './csv-grid.js';
export type { Encoding } from './decode-text.js';
export { documentFromText, readDocument } from './read-document.js';
export { readTable, type TableFormat, type TableOptions, tableFromBytes } from './read-table.js';
export type { TableReading } from './table-from-grid.js';
export { type OutputFile, writeFiles } from './write-files.js';
export { toXlsx } from './xlsx.js';
export type { DocumentReading } from './yaml-document.js';
