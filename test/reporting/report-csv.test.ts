import { csv } from '../../domain/reporting/csv.ts';

describe('a CSV file', () => {
  it('has commas, lines that end with CR LF, and quotes around what holds one of them', () => {
    expect(
      csv([
        ['a', 1.5, null],
        ['say "oui", or "non"', 'two\nlines', 0],
      ]),
    ).toBe('a,1.5,\r\n"say ""oui"", or ""non""","two\nlines",0\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=cmd,"x"'])('makes no spreadsheet carry out %j', (text) => {
    const [cell = ''] = csv([[text]]).split('\r\n');
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves a negative number a number', () => {
    expect(csv([[-1]])).toBe('-1\r\n');
  });
});
