import { answerLine, bookingLine, contactLine } from './lines-of-calls.ts';
import { ReportDesk } from './report-desk.ts';

/** A Tuesday, and 3:30 of the nights after it. */
const day = '2026-11-24';
const night = '2026-11-25T02:30:00Z';
const nextNight = '2026-11-26T02:30:00Z';

/** Two calls of the day, of which one asked for a callback at 15:00 of the next day, and an answer to the survey. */
async function withCalls(desk = new ReportDesk()): Promise<ReportDesk> {
  desk.at('2026-11-24T11:00:00Z');
  await desk.objects.record('calls', day, [
    contactLine('call-b', '2026-11-24T10:00:00Z'),
    contactLine('call-a', '2026-11-24T10:05:00Z', {
      agentConnectedAt: null,
      attributes: { stage: 'promise', queue: 'allocations', bookingId: 'booking-1', promise: 'booked' },
    }),
  ]);
  await desk.objects.record('bookings', day, [
    bookingLine('booking-1', '2026-11-24T10:08:00Z', { contactId: 'call-a', slot: '2026-11-25T14:00:00Z' }),
  ]);
  await desk.objects.record('answers', day, [answerLine('call-b', '2026-11-24T10:06:00Z', '5')]);
  return desk.at(night);
}
/** Our call to the one who asked for it, an agent in it. */
const callbackAt = (startedAt: string) =>
  contactLine('callback-1', startedAt, {
    initiationMethod: 'API',
    enqueuedAt: null,
    dequeuedAt: null,
    attributes: { queue: 'allocations', bookingId: 'booking-1', attempt: '1' },
  });

describe('in the night, a day', () => {
  it('is compiled into four tables sorted by their ids, a report, two tables for a spreadsheet, and two pages', async () => {
    const desk = await withCalls();
    expect(await desk.compile({})).toEqual({ days: [day], weeks: ['2026-W48'] });
    const written = Object.keys(desk.objects.bytes('')).filter((key) => !key.startsWith('records/'));
    expect(written).toEqual([
      ...['bookings', 'calls', 'messages', 'persons'].map((table) => `compiled/${table}/day=${day}/${table}.json.gz`),
      ...['report.csv', 'report.en.html', 'report.html', 'report.json', 'services-publics-plus.csv'].map(
        (file) => `reports/day=${day}/${file}`,
      ),
      'reports/week=2026-W48/report.en.html',
      'reports/week=2026-W48/report.html',
    ]);
    expect(desk.rows('calls', day).map((row) => row['call_id'])).toEqual(['call-a', 'call-b']);
    expect(desk.report(day).metrics).toMatchObject({ calls: 2, answered: 1, takenCallback: 1, promisesPending: 1 });
    expect(desk.counted('DaysCompiled')).toBe(1);
  });

  it('without a call gives a whole report', async () => {
    const desk = new ReportDesk().at(night);
    await desk.compile({});
    const { metrics } = desk.report(day);
    expect(metrics).toMatchObject({ calls: 0, answerRate: null, persons: 0 });
    expect(desk.rows('calls', day)).toEqual([]);
  });

  it('compiled again gives the same bytes, that night and for ever', async () => {
    const desk = await withCalls();
    await desk.compile({});
    const first = desk.objects.bytes('');
    await desk.compile({ day });
    expect(desk.objects.bytes('')).toEqual(first);
    await desk.at('2026-12-10T02:30:00Z').compile({ day });
    const settled = desk.objects.bytes('');
    await desk.at('2027-08-10T02:30:00Z').compile({ day });
    expect(desk.objects.bytes('')).toEqual(settled);
  });

  it('gives the same bytes where records came twice, in other objects and another order', async () => {
    const [desk, other] = [await withCalls(), new ReportDesk()];
    const lines = [contactLine('call-a', '2026-11-24T10:05:00Z'), contactLine('call-c', '2026-11-24T10:09:00Z')];
    await desk.objects.record('calls', day, lines, 'records-2');
    other.at('2026-11-24T11:00:00Z');
    await other.objects.record('calls', day, lines.toReversed(), 'records-0');
    await withCalls(other);
    await other.objects.record('calls', day, lines, 'records-9');
    await desk.compile({ day });
    await other.compile({ day });
    expect(other.objects.bytes('compiled/')).toEqual(desk.objects.bytes('compiled/'));
    expect(other.objects.bytes('reports/day')).toEqual(desk.objects.bytes('reports/day'));
  });
});

describe('a late record', () => {
  it('compiles its day again, the days that read it, and their week', async () => {
    const desk = await withCalls();
    await desk.compile({});
    desk.at('2026-12-04T10:00:00Z');
    await desk.objects.record('calls', day, [contactLine('late', '2026-11-24T15:00:00Z')], 'records-late');
    const answer = await desk.at('2026-12-05T02:30:00Z').compile({});
    expect(answer).toMatchObject({ weeks: ['2026-W48', '2026-W49'] });
    expect(desk.report(day).metrics.calls).toBe(3);
    await desk.at('2026-12-06T02:30:00Z').compile({});
    expect(desk.report(day).metrics.calls).toBe(3);
    desk.at('2026-12-06T10:00:00Z');
    await desk.objects.record('callbacks', '2026-11-25', [callbackAt('2026-11-25T14:05:00Z')], 'records-late');
    expect(await desk.at('2026-12-07T02:30:00Z').compile({})).toMatchObject({
      days: expect.arrayContaining([day]) as string[],
    });
    expect(desk.report(day).metrics).toMatchObject({ promisesKept: 1, answeredByCallback: 1 });
  });

  it('of a callback on Wednesday keeps the promise made on Tuesday, the night after', async () => {
    const desk = await withCalls();
    await desk.compile({});
    desk.at('2026-11-25T14:30:00Z');
    await desk.objects.record('callbacks', '2026-11-25', [callbackAt('2026-11-25T14:05:00Z')]);
    expect(await desk.at(nextNight).compile({})).toMatchObject({ days: [day, '2026-11-25'] });
    expect(desk.report(day).metrics).toMatchObject({ promisesKept: 1, promisesPending: 0, answeredByCallback: 1 });
  });

  it('is not waited for: a promise whose hour passed without a call is broken the night after', async () => {
    const desk = await withCalls();
    await desk.compile({});
    await desk.at(nextNight).compile({});
    expect(desk.report(day).metrics).toMatchObject({ promisesBroken: 1, promisesPending: 0 });
  });

  it('of the Tuesday after keeps a promise made on Friday', async () => {
    const desk = new ReportDesk().at('2026-11-27T16:00:00Z');
    const promised = { contactId: 'call-a', slot: '2026-12-01T09:00:00Z' };
    await desk.objects.record('calls', '2026-11-27', [
      contactLine('call-a', '2026-11-27T15:00:00Z', {
        agentConnectedAt: null,
        attributes: { stage: 'promise', queue: 'allocations' },
      }),
    ]);
    await desk.objects.record('bookings', '2026-11-27', [bookingLine('booking-1', '2026-11-27T15:05:00Z', promised)]);
    await desk.at('2026-11-28T02:30:00Z').compile({});
    desk.at('2026-12-01T10:00:00Z');
    await desk.objects.record('callbacks', '2026-12-01', [callbackAt('2026-12-01T09:05:00Z')]);
    await desk.at('2026-12-02T02:30:00Z').compile({});
    expect(desk.report('2026-11-27').metrics).toMatchObject({ promisesKept: 1, promisesPending: 0 });
  });
});

describe('what cannot be read', () => {
  it('costs its own line, is counted, and is logged without a word of it', async () => {
    const desk = await withCalls();
    const key = `records/calls/day=${day}/records-2.gz`;
    const whole = contactLine('call-c', '2026-11-24T12:00:00Z');
    const lines = [
      '{"line":"contact","contactId":',
      JSON.stringify({ ...whole, startedAt: 'at noon' }),
      JSON.stringify(whole),
    ];
    await desk.objects.putLines(key, lines);
    await desk.compile({});
    expect(desk.report(day).metrics.calls).toBe(3);
    expect(desk.counted('RecordsDropped')).toBe(2);
    expect(desk.printed.filter(({ code }) => code === 'recordsUnreadable')).toEqual([
      { code: 'recordsUnreadable', administration: 'caf', key, lines: 2, isCut: false },
    ]);
  });

  it('does not stop the day where it is a whole object, or its end', async () => {
    const desk = await withCalls();
    await desk.objects.put(`records/calls/day=${day}/records-2.gz`, 'this is no gzip');
    await desk.compile({});
    expect(desk.report(day).metrics.calls).toBe(2);
    expect(desk.counted('RecordsDropped')).toBe(1);
  });

  it('because the bucket does not answer fails its day, not the others, and then the invocation', async () => {
    const desk = await withCalls();
    const key = await desk.objects.record('messages', '2026-11-23', []);
    desk.objects.faults.set(key, new Error('SlowDown'));
    await expect(desk.compile({})).rejects.toThrow('not compiled: 2026-11-23');
    expect(desk.report(day).metrics.calls).toBe(2);
    expect(() => desk.report('2026-11-23')).toThrow('no report');
    expect(desk.counted('DaysCompiled')).toBe(1);
    desk.objects.faults.clear();
    expect(await desk.compile({})).toMatchObject({ days: ['2026-11-23', day] });
  });

  it('because an object has been forgotten since is nothing', async () => {
    const desk = await withCalls();
    const list = desk.objects.list.bind(desk.objects);
    desk.objects.list = async (prefix) => [
      ...(await list(prefix)),
      ...(prefix.startsWith('records/messages') ? [{ key: `${prefix}gone`, modifiedAt: new Date(0), bytes: 1 }] : []),
    ];
    expect(await desk.compile({ day })).toMatchObject({ days: [day] });
  });
});

describe('a compilation', () => {
  it('on demand is of the days asked for only, also of today', async () => {
    const desk = await withCalls();
    expect(await desk.compile({ from: '2026-11-23', to: '2026-11-25' })).toEqual({
      days: ['2026-11-23', day, '2026-11-25'],
      weeks: ['2026-W48'],
    });
    expect(desk.counted('HolidayDaysLeft')).toBe(0);
  });

  it('that is asked for wrongly compiles nothing', async () => {
    const desk = await withCalls();
    expect(await desk.compile({ day: '2026-11-26' })).toMatchObject({ error: { code: 'inTheFuture', path: 'day' } });
    expect(desk.objects.bytes('reports/')).toEqual({});
  });

  it('in the night tells for how many days public holidays are still known', async () => {
    const desk = new ReportDesk().at('2028-12-30T02:30:00Z');
    await desk.compile({});
    expect(desk.counted('HolidayDaysLeft')).toBe(1);
  });

  it('that runs out of time leaves the other days to the next attempt', async () => {
    const desk = await withCalls();
    const times = [900_000, 600_000, 400_000];
    const remaining = () => times.shift() ?? 400_000;
    await expect(desk.compile({ from: '2026-11-23', to: day }, remaining)).rejects.toThrow(`not compiled: ${day}`);
    expect(desk.report('2026-11-23').metrics.calls).toBe(0);
    expect(desk.printed.map(({ code }) => code)).toContain('compilationOutOfTime');
  });

  it('that failed at the pages of the week writes them with the next attempt', async () => {
    const desk = await withCalls();
    const put = desk.objects.put.bind(desk.objects);
    desk.objects.put = (key, content) =>
      key.startsWith('reports/week') ? Promise.reject(new Error('SlowDown')) : put(key, content);
    await expect(desk.compile({})).rejects.toThrow('not compiled: 2026-W48');
    desk.objects.put = put;
    await desk.compile({});
    expect(Object.keys(desk.objects.bytes('reports/week='))).toHaveLength(2);
  });
});
