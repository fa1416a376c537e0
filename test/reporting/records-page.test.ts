import { readFileSync } from 'node:fs';
import { keptAttributes } from '../../domain/reporting/contract.ts';
import { prepareLine } from '../../domain/reporting/prepared-line.ts';
import { contactId, envelope, line, rawBooking, rawContact, rawDelivery } from './raw-records.ts';

const page = readFileSync('docs/records.md', 'utf8');

/** The words in code of a column of the table that follows a heading, and begins with that cell. */
function named(heading: string, firstCell: string, column: number): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const table = section.slice(section.indexOf(`| ${firstCell} |`)).split('\n\n')[0] ?? '';
  const cells = table
    .split('\n')
    .slice(2)
    .map((row) => row.split('|')[column] ?? '');
  return cells.flatMap((cell) =>
    [...cell.replaceAll(/\([^)]*\)/gu, '').matchAll(/`(\w+)`/gu)].map(([, word]) => word ?? ''),
  );
}
const fieldsOf = (raw: unknown): string[] => {
  const prepared = prepareLine(raw, line);
  if (prepared === 'unreadable' || 'leftOut' in prepared) throw new Error('no line');
  return Object.keys(prepared.line).toSorted();
};
const own = (type: string, detail: object): unknown =>
  envelope(type, { administration: 'caf', contactId, at: '2026-11-24T09:00:00Z', ...detail });

describe('docs/records.md', () => {
  it('names every field of a contact, and no other', () => {
    expect(named('A contact', 'field', 1).toSorted()).toEqual(fieldsOf(rawContact()));
  });

  it('names every attribute that is kept, and no other', () => {
    expect(named('A contact', 'attribute', 1).toSorted()).toEqual([...keptAttributes].toSorted());
  });

  it.each([
    ['booking', rawBooking()],
    ['sms', own('Rappel Sms Event', { id: 'SMS#1', outcome: 'sent' })],
    ['delivery', rawDelivery()],
    ['answer', own('Rappel Survey Event', { question: 'quality', answer: '1' })],
  ])('names every field of the line of a %s, and no other', (kind, raw) => {
    const [row] = page.split('\n').filter((each) => each.startsWith(`| \`${kind}\` | \``));
    const cell = row?.split('|')[2]?.replaceAll(/\([^)]*\)/gu, '') ?? '';
    const words = [...cell.matchAll(/`(\w+)`/gu)].map(([, word]) => word ?? '');
    expect([...words, 'line'].toSorted()).toEqual(fieldsOf(raw));
  });
});
