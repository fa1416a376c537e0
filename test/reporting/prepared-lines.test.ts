import type { PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { prepareLine } from '../../domain/reporting/prepared-line.ts';
import { callerNumber, contactId, envelope, line, rawBooking, rawContact, rawDelivery } from './raw-records.ts';

const prepared = (raw: unknown) => prepareLine(raw, line);
function lineOf(raw: unknown): PreparedLine {
  const result = prepared(raw);
  if (typeof result === 'string' || 'leftOut' in result) throw new Error(`no line: ${JSON.stringify(result)}`);
  return result.line;
}
const personOf = (raw: unknown): string => {
  const contact = lineOf(raw);
  return contact.line === 'contact' ? contact.person : 'no contact';
};
const calledBy = (Address: string): unknown => rawContact({ CustomerEndpoint: { Address, Type: 'TELEPHONE_NUMBER' } });

describe('the line of a contact', () => {
  it('has what reports need, and neither the number, nor the agent, nor any other attribute', () => {
    expect(prepared(rawContact())).toEqual({
      kind: 'calls',
      day: '2026-11-24',
      line: {
        line: 'contact',
        contactId,
        initialContactId: contactId,
        previousContactId: null,
        initiationMethod: 'INBOUND',
        person: expect.stringMatching(/^2026-[A-Z2-7]{14}$/u),
        displayedNumber: '+33970000001',
        startedAt: '2026-11-24T09:05:00.000Z',
        enqueuedAt: '2026-11-24T09:05:40.000Z',
        dequeuedAt: '2026-11-24T09:10:00.000Z',
        agentConnectedAt: '2026-11-24T09:10:00.000Z',
        connectedAt: '2026-11-24T09:05:00.000Z',
        endedAt: '2026-11-24T09:14:00.000Z',
        handleSeconds: 255,
        disconnectReason: 'AGENT_DISCONNECT',
        transferredOut: false,
        attributes: {
          stage: 'arrival',
          firstAnnouncedWaitSeconds: '300',
          offerReason: 'longWait',
          surveyOffered: 'yes',
          language: 'fr',
          subject: 'allocations',
          queue: 'allocations',
          offeredAt: '2026-11-24T09:05:20.000Z',
          queuedAt: '2026-11-24T09:05:40.000Z',
          promise: 'none',
          resumes: 'no',
          bookingId: 'WC2HFHQ6DMR474ZV',
          attempt: '1',
          survey: 'later',
        },
        lastUpdateAt: '2026-11-24T09:14:30.000Z',
      },
    });
  });

  it.each([
    ['INBOUND', 'calls'],
    ['TRANSFER', 'calls'],
    ['QUEUE_TRANSFER', 'calls'],
    ['API', 'callbacks'],
    ['CALLBACK', 'callbacks'],
    ['OUTBOUND', 'callbacks'],
  ])('that %s began is among the %s', (InitiationMethod, kind) => {
    expect(prepared(rawContact({ InitiationMethod }))).toMatchObject({ kind });
  });

  it.each([
    ['2026-11-24T22:59:59Z', '2026-11-24'],
    ['2026-11-24T23:00:00Z', '2026-11-25'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('that began at %s belongs to %s, however long it lasts', (InitiationTimestamp, day) => {
    expect(prepared(rawContact({ InitiationTimestamp }))).toMatchObject({ day });
  });

  it('knows a person again however the number is written, in that year alone', () => {
    const person = personOf(rawContact());
    expect(personOf(calledBy(callerNumber))).toBe(person);
    expect(personOf(calledBy('+33612345679'))).not.toBe(person);
    const nextYear = personOf(rawContact({ InitiationTimestamp: '2026-12-31T23:00:00Z' }));
    expect(nextYear).toMatch(/^2027-/u);
    expect(nextYear.slice(5)).not.toBe(person.slice(5));
  });

  it.each([
    ['withheld', null],
    ['a short one', { Address: '3646', Type: 'TELEPHONE_NUMBER' }],
    ['one of ours, which a forwarded call shows', { Address: '+33970000001', Type: 'TELEPHONE_NUMBER' }],
  ])('has no person where the number is %s', (_, CustomerEndpoint) => {
    expect(personOf(rawContact({ CustomerEndpoint }))).toBe('');
  });

  it('continues another where it names one that is not itself', () => {
    const before = '00000000-0000-4000-8000-000000000001';
    expect(lineOf(rawContact({ PreviousContactId: before, InitialContactId: before }))).toMatchObject({
      previousContactId: before,
      initialContactId: before,
    });
    expect(lineOf(rawContact({ PreviousContactId: contactId }))).toMatchObject({ previousContactId: null });
  });

  it('tells that the caller was handed over to a telephone elsewhere', () => {
    const TransferredToEndpoint = { Address: '+33199003230', Type: 'TELEPHONE_NUMBER' };
    expect(lineOf(rawContact({ TransferredToEndpoint }))).toMatchObject({ transferredOut: true });
    const queue = { Address: 'arn:aws:connect:…:queue/q', Type: 'CONTACT_FLOW' };
    expect(lineOf(rawContact({ TransferredToEndpoint: queue }))).toMatchObject({ transferredOut: false });
  });

  it('is made of what there is, where all but the id and one instant is missing', () => {
    expect(lineOf({ ContactId: 'c', DisconnectTimestamp: '2026-11-24T09:14:00Z' })).toMatchObject({
      contactId: 'c',
      startedAt: '2026-11-24T09:14:00.000Z',
      enqueuedAt: null,
      agentConnectedAt: null,
      handleSeconds: 0,
      person: '',
      attributes: {},
      lastUpdateAt: '2026-11-24T09:14:00.000Z',
    });
  });

  it('takes no time of an agent that no day has', () => {
    const Agent = { AgentInteractionDuration: 612_345_678, CustomerHoldDuration: -1, AfterContactWorkDuration: 30 };
    expect(lineOf(rawContact({ Agent }))).toMatchObject({ handleSeconds: 30 });
  });

  it('keeps no attribute of another shape than its own, nor one into which a number was written', () => {
    const Attributes = { stage: callerNumber, subject: 'n-612-345-678', queue: 'allocations', attempt: '612345678' };
    expect(lineOf(rawContact({ Attributes }))).toMatchObject({ attributes: { queue: 'allocations' } });
  });
});

describe('no line', () => {
  it.each([
    ['a guide', { Channel: 'CHAT' }, 'otherChannel'],
    ['a task', { Channel: 'TASK' }, 'otherChannel'],
    [
      'a run of a native test case',
      { SegmentAttributes: { 'connect:ValidationTestType': { ValueString: 'EXPERIENCE_VALIDATION' } } },
      'testCase',
    ],
  ])('is made of %s', (_, changes, leftOut) => expect(prepared(rawContact(changes))).toEqual({ leftOut }));

  it('is made of another administration, nor of an SMS that is under way', () => {
    expect(prepared(rawBooking({ administration: 'assurance-maladie' }))).toEqual({ leftOut: 'otherAdministration' });
    const pending = rawDelivery({ isFinal: false, messageStatus: 'PENDING' });
    expect(prepared(pending)).toEqual({ leftOut: 'underWay' });
  });

  it.each<[string, unknown]>([
    ['no JSON object', 'text'],
    ['nothing', null],
    ['a contact without an id', rawContact({ ContactId: null })],
    ['a contact of no day', { ContactId: contactId, InitiationTimestamp: 'yesterday' }],
    ['a contact of another millennium', { ContactId: contactId, InitiationTimestamp: '+099999-01-01T00:00:00Z' }],
    ['an event of somebody else', envelope('Rappel Booking Event', { administration: 'caf' }, 'other')],
    ['an event of another kind', envelope('Other', { administration: 'caf' })],
    ['an event of nobody', rawBooking({ administration: undefined })],
    ['a booking at no time', rawBooking({ at: '' })],
    ['a delivery of no message', rawDelivery({ messageId: undefined })],
  ])('can be made of %s, which is told', (_, raw) => expect(prepared(raw)).toBe('unreadable'));
});

describe('the line of an event', () => {
  it('of a booking is its transition, without the key of the caller', () => {
    expect(prepared(rawBooking())).toEqual({
      kind: 'bookings',
      day: '2026-11-24',
      line: {
        line: 'booking',
        contactId,
        bookingId: 'WC2HFHQ6DMR474ZV',
        revision: 2,
        queue: 'allocations',
        slot: '2026-11-24T09:30:00.000Z',
        from: 'dialling',
        to: 'missed',
        reason: 'noAnswer',
        at: '2026-11-24T09:31:00.000Z',
      },
    });
    expect(lineOf(rawBooking({ slot: '', reason: undefined, from: 'none' }))).toMatchObject({
      slot: '',
      reason: '',
      from: 'none',
    });
  });

  it('of an SMS is all of it but the administration', () => {
    const event = {
      id: 'SMS#WC2HFHQ6DMR474ZV#1#confirmation',
      contactId,
      bookingId: 'WC2HFHQ6DMR474ZV',
      template: 'confirmation',
      country: 'FR',
      parts: 1,
      outcome: 'refused',
      reason: 'ConflictException DESTINATION_PHONE_NUMBER_OPTED_OUT',
      messageId: '',
      at: '2026-11-24T09:05:41.000Z',
    };
    expect(prepared(envelope('Rappel Sms Event', { administration: 'caf', ...event }))).toEqual({
      kind: 'messages',
      day: '2026-11-24',
      line: { line: 'sms', ...event },
    });
  });

  it('of an answer is all of it but the administration', () => {
    const event = {
      contactId,
      survey: 'later',
      queue: 'allocations',
      question: 'quality',
      answer: '4',
      at: '2026-11-24T23:30:00.000Z',
    };
    expect(prepared(envelope('Rappel Survey Event', { administration: 'caf', ...event }))).toEqual({
      kind: 'answers',
      day: '2026-11-25',
      line: { line: 'answer', ...event },
    });
  });

  it('of a delivery lies beside its SMS, by when that was sent, with what it cost in all', () => {
    expect(prepared(rawDelivery())).toEqual({
      kind: 'messages',
      day: '2026-11-24',
      line: {
        line: 'delivery',
        messageId: 'm-1',
        status: 'DELIVERED',
        isFinal: true,
        parts: 1,
        priceUsd: expect.closeTo(0.0889, 10),
        at: '2026-11-25T06:00:00.000Z',
      },
    });
    const taken = rawDelivery({ isFinal: false, messageStatus: 'SUCCESSFUL' });
    expect(lineOf(taken)).toMatchObject({ status: 'SUCCESSFUL', isFinal: false });
  });
});
