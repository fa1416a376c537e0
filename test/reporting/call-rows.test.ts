import type { CallOutcome } from '../../domain/reporting/compiled-rows.ts';
import type { PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { booking, callOf, contact, day, nextDay, rowsOf } from './told-lines.ts';

const menu = { stage: 'menu' } as const;
const arrival = { stage: 'arrival', queue: 'allocations' } as const;
const place = (contactId: string): PreparedLine[] =>
  booking({ bookingId: `of-${contactId}`, contactId }, { at: '10:06', from: 'none', to: 'queued' });

describe('the fate of a call', () => {
  const id = 'the-call';
  const fates: [CallOutcome, string, PreparedLine[]][] = [
    [
      'answered',
      'an agent took it',
      [contact({ contactId: id, at: '10:05', queued: 20, agent: 50, attributes: arrival })],
    ],
    [
      'answered',
      'an agent took it although a callback had been asked for',
      [contact({ contactId: id, at: '10:05', queued: 20, agent: 90, ends: 300, attributes: arrival }), ...place(id)],
    ],
    [
      'callback',
      'a callback was taken, whatever the stage',
      [
        contact({ contactId: id, at: '10:05', queued: 20, left: 60, ends: 70, attributes: { stage: 'closed' } }),
        ...place(id),
      ],
    ],
    [
      'transferred',
      'it was handed over, although it had heard something before',
      [contact({ contactId: id, at: '10:05', transferredOut: true, attributes: { stage: 'informed' } })],
    ],
    [
      'informed',
      'it heard what answers it',
      [contact({ contactId: id, at: '10:05', attributes: { stage: 'informed' } })],
    ],
    [
      'informed',
      'it heard what is promised',
      [contact({ contactId: id, at: '10:05', attributes: { stage: 'promise' } })],
    ],
    [
      'abandoned',
      'it heard what is promised, then left the queue',
      [contact({ contactId: id, at: '10:05', queued: 30, left: 200, attributes: { stage: 'promise' } })],
    ],
    [
      'closed',
      'it was told that the line is closed',
      [contact({ contactId: id, at: '20:05', attributes: { stage: 'closed' } })],
    ],
    [
      'abandoned',
      'it left the queue',
      [contact({ contactId: id, at: '10:05', queued: 20, left: 200, attributes: arrival })],
    ],
    [
      'abandoned',
      'it was cut off in the queue',
      [contact({ contactId: id, at: '10:05', queued: 20, left: 200, reason: 'TELECOM_PROBLEM', attributes: arrival })],
    ],
    ['balked', 'it left on hearing the wait', [contact({ contactId: id, at: '10:05', attributes: arrival })]],
    ['leftInMenu', 'it left in the menu', [contact({ contactId: id, at: '10:05', attributes: menu })]],
    ['leftInMenu', 'it left before anything could be noted', [contact({ contactId: id, at: '10:05' })]],
    [
      'failed',
      'we ended it in the menu',
      [contact({ contactId: id, at: '10:05', reason: 'CONTACT_FLOW_DISCONNECT', attributes: menu })],
    ],
    [
      'failed',
      'we ended it before the queue',
      [contact({ contactId: id, at: '10:05', reason: 'OTHER', attributes: arrival })],
    ],
  ];
  it.each(fates)('is %s: %s', (outcome, _why, lines) => {
    expect(callOf(rowsOf(lines), id)).toMatchObject({ kind: 'inbound', outcome, open: outcome !== 'closed' });
  });

  it('is that of the whole call, however often it was passed on, also after midnight', () => {
    const first = contact({ contactId: 'first', at: '23:58', queued: 10, left: 30, ends: 31, attributes: arrival });
    const passed = { initialContactId: 'first', previousContactId: 'first', method: 'QUEUE_TRANSFER' };
    const second = contact({
      ...passed,
      contactId: 'second',
      at: '00:01',
      date: nextDay,
      queued: 0,
      agent: 40,
      attributes: arrival,
    });
    const rows = rowsOf([second, first]);
    expect(rows.calls).toHaveLength(1);
    expect(callOf(rows, 'first')).toMatchObject({ outcome: 'answered', queue_seconds: 60, agent_seconds: 220 });
    expect(rowsOf([first, second], { day: nextDay }).calls).toEqual([]);
  });

  it('is not answered by an agent of a call whose beginning is not known', () => {
    const orphan = contact({
      at: '10:05',
      method: 'TRANSFER',
      previousContactId: 'lost',
      initialContactId: 'lost',
      agent: 5,
    });
    expect(rowsOf([orphan]).calls).toEqual([]);
  });

  it('counts no callback that was given up before the call ended', () => {
    const call = contact({ contactId: id, at: '10:05', ends: 300, attributes: arrival });
    const given = booking(
      { bookingId: 'b', contactId: id, slot: '14:00' },
      { at: '10:06', from: 'none', to: 'booked' },
      { at: '10:07', from: 'booked', to: 'cancelled' },
    );
    expect(callOf(rowsOf([call, ...given]), id)).toMatchObject({ outcome: 'balked', callback_taken: null });
  });
});

describe('the waits of a call', () => {
  it('are whole seconds, rounded up, from the first ring', () => {
    const call = contact({ contactId: 'c', at: '10:05', queued: 20, agent: 50.2, attributes: arrival });
    expect(callOf(rowsOf([call]), 'c')).toMatchObject({
      queue_seconds: 31,
      agent_seconds: 51,
      voice_seconds: 51,
      half_hour: '10:00',
    });
  });

  it('in a queue end with the first agent: who is passed on then is on the line with somebody', () => {
    const first = contact({ contactId: 'first', at: '10:05', queued: 20, agent: 50, ends: 100, attributes: arrival });
    const passed = { initialContactId: 'first', previousContactId: 'first', method: 'QUEUE_TRANSFER' };
    const second = contact({ ...passed, at: '10:06:40', queued: 0, agent: 500, attributes: arrival });
    expect(callOf(rowsOf([first, second]), 'first')).toMatchObject({ queue_seconds: 30, agent_seconds: 50 });
  });

  it('count the wait for the callback in, and tell what it spared on the line', () => {
    const call = contact({
      contactId: 'c',
      at: '10:05',
      queued: 20,
      left: 60,
      ends: 70,
      attributes: { ...arrival, firstAnnouncedWaitSeconds: '900', offeredAt: 'then' },
    });
    const callback = contact({
      contactId: 'ours',
      initialContactId: 'c',
      previousContactId: 'c',
      method: 'CALLBACK',
      at: '10:06',
      queued: 0,
      agent: 3000,
      picksUp: 3010,
      attributes: { ...arrival, offeredAt: 'then', bookingId: 'of-c' },
    });
    const rows = rowsOf([callback, call, ...place('c')]);
    expect(callOf(rows, 'c')).toMatchObject({
      outcome: 'callback',
      queue_seconds: 40,
      agent_seconds: null,
      voice_seconds: 60 + 3010,
      callback_taken: 'place',
      callback_reached: true,
      spared_seconds: 860,
      announced_seconds: null,
    });
    expect(callOf(rows, 'ours')).toMatchObject({
      kind: 'callback',
      outcome: null,
      agent_seconds: 10,
      displayed_number: '+33199001234',
      callback_offered: false,
      callback_taken: null,
    });
  });

  it('have no voice where an agent waited and nobody picked up', () => {
    const call = contact({ contactId: 'c', at: '10:05', queued: 20, left: 60, attributes: arrival });
    const chained = { initialContactId: 'c', previousContactId: 'c', method: 'CALLBACK', attributes: arrival };
    const rung = contact({ ...chained, contactId: 'rung', at: '10:06', queued: 0, agent: 3000 });
    const stopped = contact({ ...chained, contactId: 'stopped', at: '10:06', queued: 0, left: 3000, reason: 'API' });
    const rows = rowsOf([call, rung, stopped, ...place('c')]);
    expect(rows.calls.map(({ call_id: callId }) => callId)).toEqual(['c', 'rung']);
    expect(callOf(rows, 'c')).toMatchObject({ voice_seconds: null, callback_reached: false, spared_seconds: 0 });
    expect(callOf(rows, 'rung').agent_seconds).toBeNull();
  });

  it('compare what was announced first with what came, of answered calls alone', () => {
    const told = { ...arrival, firstAnnouncedWaitSeconds: '120' };
    const rows = rowsOf([
      contact({ contactId: 'served', at: '10:05', queued: 20, agent: 200, attributes: told }),
      contact({ contactId: 'left', at: '10:05', queued: 20, left: 200, attributes: told }),
      contact({ contactId: 'untold', at: '10:05', queued: 20, agent: 200, attributes: arrival }),
    ]);
    expect(callOf(rows, 'served').announced_seconds).toBe(120);
    expect(callOf(rows, 'left').announced_seconds).toBeNull();
    expect(callOf(rows, 'untold').announced_seconds).toBeNull();
  });
});

describe('a redial', () => {
  const vain = { queued: 20, left: 90, attributes: arrival };
  it('is the call of who was not served by the one before', () => {
    const rows = rowsOf([
      contact({ contactId: 'a', at: '09:10', ...vain }),
      contact({ contactId: 'b', at: '09:20', queued: 20, agent: 40, attributes: arrival }),
      contact({ contactId: 'c', at: '11:00', ...vain }),
      contact({ contactId: 'd', at: '11:00', person: '2026-another', ...vain }),
      contact({ contactId: 'e', at: '11:10', person: '', ...vain }),
      contact({ contactId: 'f', at: '11:20', person: '', ...vain }),
    ]);
    expect(rows.calls.filter(({ redial }) => redial).map(({ call_id: callId }) => callId)).toEqual(['b']);
  });

  it.each([
    ['10:30', true],
    ['11:30', false],
  ])('after a promise is one until the callback has come: at %s %s', (at, redial) => {
    const call = contact({ contactId: 'c', at: '10:05', queued: 20, left: 60, attributes: arrival });
    const callback = contact({
      contactId: 'ours',
      initialContactId: 'c',
      previousContactId: 'c',
      method: 'CALLBACK',
      at: '10:06',
      queued: 0,
      agent: 3240,
      picksUp: 3250,
    });
    const again = contact({ contactId: 'again', at, attributes: { stage: 'promise' } });
    expect(callOf(rowsOf([call, callback, again, ...place('c')]), 'again').redial).toBe(redial);
  });
});

const answer = (contactId: string, question: 'quality' | 'answered', given: string, at: string): PreparedLine => ({
  line: 'answer',
  contactId,
  survey: 'call',
  queue: 'allocations',
  question,
  answer: given,
  at: `${day}T${at}.000Z`,
});

describe('survey answers', () => {
  it('are those given first', () => {
    const call = contact({
      contactId: 'c',
      at: '10:05',
      queued: 20,
      agent: 50,
      attributes: { ...arrival, surveyOffered: 'yes' },
    });
    const lines = [
      answer('c', 'quality', '2', '09:20:00'),
      answer('c', 'quality', '5', '09:10:00'),
      answer('c', 'answered', '2', '09:11:00'),
    ];
    expect(callOf(rowsOf([...lines, call]), 'c')).toMatchObject({
      survey_offered: true,
      quality: 5,
      got_answer: false,
    });
  });

  it('after a talk before the callback stay with that talk', () => {
    const asked = { ...arrival, surveyOffered: 'yes' };
    const call = contact({ contactId: 'c', at: '10:05', queued: 20, agent: 60, attributes: asked });
    const chained = { initialContactId: 'c', previousContactId: 'c', method: 'CALLBACK' };
    const callback = contact({ ...chained, contactId: 'ours', at: '10:06', queued: 0, agent: 30, picksUp: 40 });
    const rows = rowsOf([call, callback, ...place('c'), answer('c', 'quality', '4', '09:30:00')]);
    expect(callOf(rows, 'c').quality).toBe(4);
    expect(callOf(rows, 'ours').quality).toBeNull();
  });

  it('after the callback of a kept place are its own, although they are kept by the call before it', () => {
    const call = contact({ contactId: 'c', at: '10:05', queued: 20, left: 60, attributes: arrival });
    const chained = { initialContactId: 'c', previousContactId: 'c', method: 'CALLBACK' };
    const callback = contact({ ...chained, contactId: 'ours', at: '10:06', queued: 0, agent: 30, picksUp: 40 });
    const rows = rowsOf([call, callback, ...place('c'), answer('c', 'quality', '4', '09:30:00')]);
    expect(callOf(rows, 'ours')).toMatchObject({ survey_offered: true, quality: 4 });
    expect(callOf(rows, 'c')).toMatchObject({ survey_offered: false, quality: null });
  });
});
