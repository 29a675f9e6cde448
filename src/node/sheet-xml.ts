/** Why the XML of a workbook is refused: not what a spreadsheet writes, or too many cells. */
export type XmlFault = { readonly fault: 'syntax' | 'size'; readonly reason: string };

export type CheckedXml = { readonly xml: string } | XmlFault;

/** The largest sheet a spreadsheet can hold, and how many cells of it are read. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const MAX_CELLS = 20_000_000;

/**
 * The XML of one part of a workbook, checked and put right before the workbook reader sees it.
 *
 * The reader drops cells that hold an error (#N/A) or a formula never calculated, text in CDATA and text beside a
 * comment, takes `date1904="true"` for false, and fills rows up to any position a cell claims. Money may not vanish
 * that way, and memory may not be taken: so such cells become text that every field refuses, CDATA becomes text,
 * comments go, and a position outside a spreadsheet is refused.
 *
 * @example checkXml('<c r="A1" t="e"><v>#N/A</v></c>') // { xml: '<c r="A1" t="str"><v>#N/A</v></c>' }
 */
export function checkXml(source: string): CheckedXml {
  const plain = withoutSections(source);
  if (plain === undefined) return syntax('a comment or CDATA section is not closed');
  const dated = plain.replace(/([\s:]date1904\s*=\s*)(["'])(?:true|on)\2/g, '$1"1"');
  // Other parts (drawings, charts) have elements of the same names that are not cells.
  return dated.includes('sheetData') ? checkCells(dated) : { xml: dated };
}

function checkCells(sheet: string): CheckedXml {
  const fault = positionFault(sheet);
  if (fault) return fault;
  const xml = sheet
    .replace(/(<(?:[^\s<>/:"'=]+:)?c\s[^<>]*?\bt\s*=\s*)(["'])e\2/g, '$1"str"')
    .replace(NOT_CALCULATED, (_, prefix: string, attributes: string, formula: string) => {
      const untyped = attributes.replace(/\st\s*=\s*(["'])[^"']*\1/, '');
      return `<${prefix}c${untyped} t="str">${formula}<${prefix}v>#NOT-CALCULATED</${prefix}v></${prefix}c>`;
    });
  return { xml };
}

/** A cell with a formula and no value: its workbook was written by a program that does not calculate. */
const NOT_CALCULATED =
  /<((?:[^\s<>/:"'=]+:)?)c(\s[^<>]*)>(<\1f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1f>))\s*<\/\1c>/g;

function syntax(reason: string): XmlFault {
  return { fault: 'syntax', reason };
}

/** CDATA as escaped text, comments removed; undefined when one is not closed. One pass, whatever the text. */
function withoutSections(source: string): string | undefined {
  const pieces: string[] = [];
  let from = 0;
  for (let at = source.indexOf('<!'); at >= 0; at = source.indexOf('<!', Math.max(from, at + 2))) {
    const section = sectionAt(source, at);
    if (section === undefined) continue;
    const end = source.indexOf(section.close, at + section.open);
    if (end < 0) return undefined;
    pieces.push(source.slice(from, at), section.text ? escaped(source.slice(at + section.open, end)) : '');
    from = end + 3;
  }
  return pieces.length === 0 ? source : [...pieces, source.slice(from)].join('');
}

function sectionAt(source: string, at: number): { open: number; close: string; text: boolean } | undefined {
  if (source.startsWith('<!--', at)) return { open: 4, close: '-->', text: false };
  return source.startsWith('<![CDATA[', at) ? { open: 9, close: ']]>', text: true } : undefined;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The first thing wrong with the positions of rows and cells, or with how many cells they span. */
function positionFault(xml: string): XmlFault | undefined {
  const starts = /<(?:[^\s<>/:"'=]+:)?(?:c|row)(?=[\s/>])/g;
  const tag = /([^<>]*)>/y;
  let rows = 0;
  let columns = 0;
  for (let start = starts.exec(xml); start; start = starts.exec(xml)) {
    tag.lastIndex = starts.lastIndex;
    const attributes = tag.exec(xml)?.[1];
    if (attributes === undefined) return syntax('a cell is not closed');
    const place = placeOf(attributes, start[0].endsWith('c'));
    if (place === undefined) return syntax('a row or cell claims an impossible position');
    // Only a cell with content widens the sheet; a row, or an empty cell, may be just a format.
    if (attributes.endsWith('/') || place.column === 0) continue;
    rows = Math.max(rows, place.row);
    columns = Math.max(columns, place.column);
    if (rows * columns > MAX_CELLS) return { fault: 'size', reason: 'it spans more than 20 million cells' };
  }
  return undefined;
}

/** The position a row or cell claims; undefined when it is outside what a spreadsheet can hold. */
function placeOf(attributes: string, isCell: boolean): { row: number; column: number } | undefined {
  let place = { row: 0, column: 0 };
  // Every attribute that could be taken for `r` counts, with or without a prefix.
  for (const [, , claimed = ''] of attributes.matchAll(/[\s:]r\s*=\s*(["'])([^"']*)\1?/g)) {
    const address = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(claimed);
    if (!address || (address[1] === '') === isCell) return undefined;
    place = { row: Number(address[2]), column: columnNumber(address[1] ?? '') };
    if (place.row > LAST_ROW || place.column > LAST_COLUMN) return undefined;
  }
  return isCell && place.row === 0 ? undefined : place;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
