import { jest } from '@jest/globals';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { lineRules } from '../callback/fixtures.ts';
import { callerNumber, contactId, envelope, line, rawBooking, rawContact } from './raw-records.ts';

let lambda: typeof import('../../lambdas/reporting/prepare-record.ts');
let printed: Record<string, unknown>[];
beforeAll(async () => {
  Object.assign(process.env, {
    [environmentKeys.rules]: JSON.stringify(lineRules()),
    [environmentKeys.secret]: 'secret',
  });
  lambda = await import('../../lambdas/reporting/prepare-record.ts');
});
beforeEach(() => {
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(JSON.parse(String(text))) > 0);
});
afterEach(() => void jest.restoreAllMocks());

const encoded = (text: string): string => Buffer.from(text).toString('base64');
const decoded = (data: string): string => Buffer.from(data, 'base64').toString('utf8');
const sent = (raws: readonly unknown[]) => ({
  records: raws.map((raw, index) => ({
    recordId: `r${index}`,
    approximateArrivalTimestamp: 1,
    data: encoded(typeof raw === 'string' ? raw : JSON.stringify(raw)),
  })),
});
const prepare = async (...raws: unknown[]) => {
  const { records } = await lambda.prepareRecord({ line, now: () => new Date(0) })(sent(raws));
  return records;
};
const counted = (name: string): unknown[] => printed.flatMap((told) => (name in told ? [told[name]] : []));

describe('what Firehose is answered', () => {
  it('is one line a record, ended, with its kind and its day, in the order and by the ids in which they came', async () => {
    const records = await prepare(rawContact(), rawBooking());
    expect(records).toMatchObject([
      { recordId: 'r0', result: 'Ok', metadata: { partitionKeys: { kind: 'calls', day: '2026-11-24' } } },
      { recordId: 'r1', result: 'Ok', metadata: { partitionKeys: { kind: 'bookings', day: '2026-11-24' } } },
    ]);
    const [contact, booking] = records.map(({ data }) => decoded(data));
    expect(contact).toMatch(/^\{.*\}\n$/u);
    expect(JSON.parse(contact ?? '')).toMatchObject({ line: 'contact', contactId });
    expect(JSON.parse(booking ?? '')).toMatchObject({ line: 'booking', to: 'missed' });
  });

  it('is that a record which cannot be read is dropped, which is counted and logged without a word of it', async () => {
    const records = await prepare(`{"CustomerEndpoint": "${callerNumber}`, rawContact(), { ContactId: contactId });
    expect(records.map(({ result }) => result)).toEqual(['Dropped', 'Ok', 'Dropped']);
    expect(counted('RecordsDropped')).toEqual([2]);
    expect(printed).toContainEqual({ code: 'recordsUnreadable', administration: 'caf', records: 2 });
    expect(JSON.stringify(printed)).not.toContain(callerNumber.slice(1));
  });

  it('is that what reports leave out on purpose is dropped too, and not counted', async () => {
    const records = await prepare(rawContact({ Channel: 'CHAT' }));
    expect(records).toEqual([{ recordId: 'r0', result: 'Dropped', data: '' }]);
    expect(printed).toEqual([]);
  });

  it('stays far below what a function may answer, however small the records of a megabyte are', async () => {
    const smallest = envelope('Rappel Survey Event', {
      administration: 'caf',
      contactId,
      survey: 'call',
      queue: 'q',
      question: 'quality',
      answer: '1',
      at: '2026-11-24T09:00:00Z',
    });
    const most = Math.ceil(1_000_000 / JSON.stringify(smallest).length);
    const records = await prepare(...Array.from({ length: most }, () => smallest));
    expect(records.every(({ result }) => result === 'Ok')).toBe(true);
    // Firehose's own ids of records have 56 characters.
    expect(JSON.stringify(records).length + most * 56).toBeLessThan(3_000_000);
  });

  it('comes from the function as it is wired, which knows a person by the key of the year', async () => {
    const { records } = await lambda.handler(sent([rawContact()]));
    const { person } = JSON.parse(decoded(records[0]?.data ?? ''));
    expect(person).toMatch(/^2026-[A-Z2-7]{14}$/u);
  });
});

describe('the calls that agents took, and the surveys that followed', () => {
  it('are counted once a batch', async () => {
    const unasked = rawContact({ Attributes: { surveyOffered: 'no' } });
    const inVain = rawContact({ Agent: null });
    await prepare(rawContact(), unasked, inVain, rawBooking());
    expect(counted('CallsServed')).toEqual([2]);
    expect(counted('SurveysOffered')).toEqual([1]);
  });

  it('are told also where none was offered: an alarm compares the two', async () => {
    await prepare(rawContact({ Attributes: {} }));
    expect([counted('CallsServed'), counted('SurveysOffered')]).toEqual([[1], [0]]);
  });

  it.each([
    ['whom agents passed on: the last contact stands for the call', { NextContactId: 'next' }],
    ['whom an agent dialled', { InitiationMethod: 'OUTBOUND' }],
    [
      'whose place had come and who did not pick up',
      { InitiationMethod: 'CALLBACK', ConnectedToSystemTimestamp: null },
    ],
  ])('are not those of %s', async (_, changes) => {
    await prepare(rawContact(changes));
    expect(printed).toEqual([]);
  });
});
