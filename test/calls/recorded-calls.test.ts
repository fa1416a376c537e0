import { gunzipSync } from 'node:zlib';
import type { PreparedLine, RecordKind } from '../../domain/reporting/prepared-lines.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { tellCall, type PlacedCall } from './place-call.ts';

type Lines = Record<RecordKind, PreparedLine[]>;
const kinds: RecordKind[] = ['calls', 'callbacks', 'bookings', 'messages', 'answers'];

/** What is in the bucket an hour after a call of 10:05, when the last of it has been written, by kind; and everything in it, as text. */
async function recorded(call: PlacedCall): Promise<{ lines: Lines; text: string }> {
  const lines: Lines = { calls: [], callbacks: [], bookings: [], messages: [], answers: [] };
  let text = '';
  await tellCall({
    ...call,
    until: '2026-11-24T11:15',
    before: (line, { clock }) => {
      clock.at(Date.parse('2026-11-24T10:14:00Z'), () => {
        const [bucket] = line.deployment.buckets;
        if (bucket === undefined) throw new Error('the line has no bucket');
        const read = (key: string): string => gunzipSync(line.objects.get(bucket.name, key)?.body ?? '').toString();
        for (const kind of kinds) {
          const keys = line.objects.list(bucket.name, recordsPrefix(kind, '2026-11-24')).map(({ key }) => key);
          const written = keys.flatMap((key) => read(key).trimEnd().split('\n'));
          lines[kind] = written.map((each): PreparedLine => JSON.parse(each));
        }
        const others = line.objects.list(bucket.name).filter(({ key }) => !key.startsWith('records/'));
        expect(others).toEqual([]);
        text = JSON.stringify(lines);
      });
    },
  });
  return { lines, text };
}

describe('a caller who books an hour and is called back', () => {
  let lines: Lines;
  let text: string;
  beforeAll(async () => {
    ({ lines, text } = await recorded({ queue: 40, press: '1 2 1 - 1 5 1', answers: ['yes'] }));
  });

  it('is a call that was promised something, and one of ours in which an agent was reached', () => {
    expect(lines.calls).toMatchObject([
      {
        line: 'contact',
        initiationMethod: 'INBOUND',
        enqueuedAt: null,
        agentConnectedAt: null,
        attributes: {
          stage: 'arrival',
          firstAnnouncedWaitSeconds: '300',
          offerReason: 'longWait',
          surveyOffered: 'no',
        },
      },
    ]);
    expect(lines.callbacks).toMatchObject([
      {
        line: 'contact',
        initiationMethod: 'API',
        agentConnectedAt: expect.stringMatching(/^2026-11-24T09:/u),
        attributes: { attempt: '1', surveyOffered: 'yes' },
      },
    ]);
  });

  it('is the same person in both, under the number of the line', () => {
    const people = [...lines.calls, ...lines.callbacks].map((each) => each.line === 'contact' && each.person);
    expect(people[0]).toMatch(/^2026-[A-Z2-7]{14}$/u);
    expect(people[1]).toBe(people[0]);
    expect([...lines.calls, ...lines.callbacks]).toMatchObject([
      { displayedNumber: '+33199003230' },
      { displayedNumber: '+33199003230' },
    ]);
  });

  it('has a booking told from its beginning to its end, joined to the call by its contact', () => {
    const [call] = lines.calls;
    const bookings = lines.bookings.flatMap((each) => (each.line === 'booking' ? [each] : []));
    expect(bookings.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'none booked',
      'booked dialling',
      'dialling answered',
      'answered connected',
      'connected done',
    ]);
    expect(bookings.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(bookings.map(({ contactId }) => contactId))).toEqual(
      new Set([call?.line === 'contact' && call.contactId]),
    );
  });

  it('was sent SMS that were delivered, and answered two questions', () => {
    const sms = lines.messages.flatMap((each) => (each.line === 'sms' ? [each] : []));
    const deliveries = lines.messages.flatMap((each) => (each.line === 'delivery' ? [each] : []));
    expect(sms.map(({ template, outcome, parts, country }) => ({ template, outcome, parts, country }))).toContainEqual({
      template: 'confirmation',
      outcome: 'sent',
      parts: 1,
      country: 'FR',
    });
    for (const { messageId } of sms) expect(deliveries.map((each) => each.messageId)).toContain(messageId);
    expect(lines.answers).toMatchObject([
      { survey: 'call', question: 'quality', answer: '5' },
      { survey: 'call', question: 'answered', answer: '1' },
    ]);
  });

  it('leaves neither the number, nor the code, nor what was said in the bucket', () => {
    expect(text.replaceAll(/[^\d"]/gu, '')).not.toContain('612345678');
    expect(text).not.toMatch(/rappel|spokenCode|callerKey|Code/u);
  });
});

it('a place that is kept is a call that waited, and a callback that continues it', async () => {
  const { lines } = await recorded({ queue: 40, press: '1 1 1 - 5 1', answers: ['yes'] });
  const [call] = lines.calls;
  const callId = call?.line === 'contact' ? call.contactId : '';
  expect(call).toMatchObject({ attributes: { promise: 'place' } });
  expect(lines.callbacks).toMatchObject([
    { initiationMethod: 'CALLBACK', previousContactId: callId, agentConnectedAt: expect.any(String) },
  ]);
  const bookings = lines.bookings.flatMap((each) => (each.line === 'booking' ? [`${each.from} ${each.to}`] : []));
  expect(bookings).toEqual(['none queued', 'queued connected', 'connected done']);
});
