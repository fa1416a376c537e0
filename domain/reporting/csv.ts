/** A spreadsheet takes a text that begins with one of these for a formula, and would carry it out (OWASP, CSV injection). */
const beginsFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = beginsFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180: commas, quotes doubled, lines that end with CR LF. Nothing stands where a value is null: it is not 0. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
