import { compiledKey } from '../../domain/reporting/compiled-rows.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { personOf } from '../../domain/reporting/person.ts';
import { openForgettingDesk, reportsKeyOf, type Line } from './forgetting-desk.ts';

const [number, other] = ['+33612345678', '+33687654321'];
const by = 'marie.durand';
/** Today, to the bench: Tuesday. */
const [sunday, monday, tuesday, wednesday] = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];

let forgetting: Awaited<ReturnType<typeof openForgettingDesk>>;
let line: Line;
beforeAll(async () => {
  forgetting = await openForgettingDesk();
});
afterAll(() => forgetting.stop());
beforeEach(() => {
  line = forgetting.openLine();
});

const hashOf = (e164: string, day: string): string => personOf(e164, day, reportsKeyOf);
const contact = (contactId: string, e164: string, day: string): string =>
  JSON.stringify({ line: 'contact', contactId, person: hashOf(e164, day), startedAt: `${day}T09:00:00.000Z` });
const call = (callId: string, e164: string, day: string): string =>
  JSON.stringify({ call_id: callId, kind: 'inbound', person: hashOf(e164, day), queue_seconds: 61 });
const rungOn = (e164: string, day: string, calls: number): string =>
  JSON.stringify({ person: hashOf(e164, day), calls, reached_same_day: true });

const ofNobody = (text: string): string => JSON.stringify({ ...JSON.parse(text), person: '' });
const recordsOf = (day: string, file = 'a'): string => `${recordsPrefix('calls', day)}${file}.gz`;

describe('the reports of a person who is forgotten', () => {
  it('have calls of nobody in place of theirs, each with all its figures, and one person less; and Connect’s contacts lose the number', async () => {
    line.objects
      .set(recordsOf(monday), [contact('one', number, monday), contact('two', other, monday)])
      .set(`${recordsPrefix('callbacks', monday)}b.gz`, [contact('three', number, monday)])
      .set(compiledKey('calls', monday), [call('one', number, monday), call('two', other, monday)])
      .set(compiledKey('persons', monday), [rungOn(other, monday, 1), rungOn(number, monday, 3)]);
    expect(await line.forget({ number, by })).toMatchObject({
      status: 'done',
      forgotten: { contacts: 2, reportLines: 4 },
    });
    expect(line.erased).toEqual(['one', 'three']);
    expect(line.objects.get(recordsOf(monday))).toEqual([
      ofNobody(contact('one', number, monday)),
      contact('two', other, monday),
    ]);
    expect(line.objects.get(compiledKey('calls', monday))).toEqual([
      ofNobody(call('one', number, monday)),
      call('two', other, monday),
    ]);
    expect(line.objects.get(compiledKey('persons', monday))).toEqual([rungOn(other, monday, 1)]);
    expect([...line.objects.values()].flat().join('')).not.toContain(hashOf(number, monday));
  });

  it('are read day by day, those that are not compiled yet by their records, and a call past midnight on both days', async () => {
    line.objects
      .set(recordsOf(tuesday), [contact('today', number, tuesday)])
      .set(compiledKey('calls', sunday), [call('late', number, sunday)])
      .set(recordsOf(sunday), [contact('late', number, sunday)])
      .set(compiledKey('calls', monday), [call('somebody', other, monday)])
      .set(recordsOf(monday), [contact('late-2', number, monday)]);
    await line.forget({ number, by });
    expect(line.erased.toSorted()).toEqual(['late', 'late-2', 'today']);
    expect(JSON.stringify([...line.objects.values()])).not.toMatch(
      new RegExp(`2026-${hashOf(number, monday).slice(5)}`),
    );
  });

  it('are read no further where a compiled day does not name this person', async () => {
    const records = [contact('two', other, monday)];
    line.objects.set(compiledKey('calls', monday), [call('two', other, monday)]).set(recordsOf(monday), records);
    expect(await line.forget({ number, by })).toMatchObject({ forgotten: { reportLines: 0 } });
    expect(line.objects.get(recordsOf(monday))).toBe(records);
  });

  it('lose the person also from a line that was cut, which no report can read', async () => {
    const whole = contact('cut', number, tuesday);
    line.objects.set(recordsOf(tuesday), [whole.slice(0, -3)]);
    expect(await line.forget({ number, by })).toMatchObject({
      status: 'done',
      forgotten: { contacts: 1, reportLines: 1 },
    });
    expect(line.objects.get(recordsOf(tuesday))).toEqual([ofNobody(whole).slice(0, -3)]);
  });

  it('are found by the hash of each year', async () => {
    const [eve, newYear] = ['2025-12-31', '2026-01-01'];
    const long = forgetting.openLine({ reportDays: 400 });
    for (const day of [eve, newYear]) {
      long.objects
        .set(recordsOf(day), [contact(day, number, day)])
        .set(compiledKey('calls', day), [call(day, number, day)]);
    }
    expect(hashOf(number, eve)).not.toBe(hashOf(number, newYear).replace('2026', '2025'));
    expect(await long.forget({ number, by })).toMatchObject({ forgotten: { contacts: 2, reportLines: 4 } });
    expect(JSON.stringify([...long.objects.values()])).not.toContain(number);
  });

  it('are left as they are while that call goes on, and where Connect fails: the lines are what finds it again', async () => {
    line.objects.set(recordsOf(tuesday), [contact('today', number, tuesday)]);
    line.underWay.add('today');
    expect(await line.forget({ number, by })).toMatchObject({ status: 'underWay', forgotten: { reportLines: 0 } });
    line.underWay.clear();
    line.faults.push(new Error('Connect is down'));
    await expect(line.forget({ number, by })).rejects.toThrow('Connect is down');
    expect(line.objects.get(recordsOf(tuesday))).toEqual([contact('today', number, tuesday)]);
    expect(await line.forget({ number, by })).toMatchObject({
      status: 'done',
      forgotten: { contacts: 1, reportLines: 1 },
    });
    expect(await line.forget({ number, by })).toMatchObject({
      status: 'done',
      forgotten: { contacts: 0, reportLines: 0 },
    });
  });

  it('of the day to come, which some contacts may be noted under, are read with today’s', async () => {
    line.objects.set(recordsOf(wednesday), [contact('past-midnight', number, wednesday)]);
    expect(await line.forget({ number, by })).toMatchObject({ forgotten: { contacts: 1, reportLines: 1 } });
  });
});
