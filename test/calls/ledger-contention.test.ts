import { randomUUID } from 'node:crypto';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { slotKey } from '../../domain/callback/shards.ts';
import type { Faults } from '../../local/dynamodb/faults.ts';
import type { Laptop } from '../../local/laptop.ts';
import { type Caller, eventsOfContact, heard, outcomes, tellCall, textsSent, type ToldCall } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

const firstSlot = '2026-11-24T09:30:00.000Z';
const secondSlot = '2026-11-24T10:00:00.000Z';
const numberOf = (index: number): string => `+336123456${String(index).padStart(2, '0')}`;

/** Other people take seats of a slot, up to `left` of them; the CAF sells 255 in six shards of at most 43. */
async function fillSlot({ dynamoDb, lines: [line] }: Laptop, start: string, left: number): Promise<void> {
  const table = line?.deployment.tables[0];
  if (line === undefined || table === undefined) throw new Error('no ledger');
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: line.deployment.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const capacities = [43, 43, 43, 42, 42, 42];
  const taken = capacities.map((capacity, shard) => capacity - (shard === 0 ? left : 0));
  for (const [shard, count] of taken.entries()) {
    const seats = Array.from({ length: count }, () => `other-${randomUUID().slice(0, 8)}`);
    const request = {
      TableName: table.name,
      Key: { pk: { S: slotKey('allocations', start, shard) } },
      UpdateExpression: 'ADD seats :seats',
      ExpressionAttributeValues: { ':seats': { SS: seats } },
    };
    await client.send(new UpdateItemCommand(request));
  }
  client.destroy();
}

/** What is said of seats that the test itself took. */
const soundBesideOthers = (call: ToldCall): string[] =>
  faultsOf({
    ...call,
    ledger: { ...call.ledger, seats: call.ledger.seats.filter(({ callerKey }) => !callerKey.startsWith('other-')) },
  });

/** The caller books while it lasts; the ledger recovers before an agent is free. */
function tellTrouble(faults: Faults, press: string): Promise<ToldCall> {
  return tellCall({
    queue: 60,
    press,
    before: (_, { clock, dynamoDb }) => {
      dynamoDb.inject({ ...faults, seed: 5 });
      clock.at(Date.parse('2026-11-24T09:06:45Z'), () => dynamoDb.inject({}));
    },
  });
}

describe('a slot that fills up', () => {
  it('is gone when the last seat is taken while the caller chooses: that is said, others are offered, one is booked', async () => {
    let filled = false;
    const call = await tellCall({
      queue: 40,
      press: '1 2 1 1',
      before: (line, laptop) => {
        line.onEvent((event) => {
          if (filled || event.kind !== 'lambda' || event.function !== 'offer-slots') return;
          filled = true;
          void laptop.clock.during(fillSlot(laptop, firstSlot, 0));
        });
      },
    });
    expect(soundBesideOthers(call)).toEqual([]);
    const said = heard(call.events);
    const gone = said.indexOf("Cette heure vient d'être prise. Nous en sommes désolés.");
    expect(gone).toBeGreaterThan(0);
    expect(said[gone + 1]).toMatch(/^Pour aujourd'hui vers 11 heures, tapez 1\./);
    expect(outcomes(call.events)).toEqual(['booked']);
    expect(call.ledger.bookings).toMatchObject([{ slot: secondSlot, state: 'booked' }]);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it('gives its three seats to three of twenty callers who want it at once; the others book another hour', async () => {
    const [first, ...others] = Array.from({ length: 20 }, (_, index): Caller => ({
      press: '1 2 1 1 1',
      from: numberOf(index),
    }));
    const call = await tellCall({
      queue: 100,
      ...first,
      others,
      before: (_, laptop) => fillSlot(laptop, firstSlot, 3),
    });
    expect(soundBesideOthers(call)).toEqual([]);
    expect(outcomes(call.events)).toEqual(others.concat({}).map(() => 'booked'));
    const slots = call.ledger.bookings.map(({ slot }) => slot).toSorted();
    expect(slots).toEqual([
      ...Array.from({ length: 3 }, () => firstSlot),
      ...Array.from({ length: 17 }, () => secondSlot),
    ]);
    expect(call.ledger.seats.filter(({ slot }) => slot.includes(firstSlot))).toHaveLength(255);
    expect(textsSent(call.events)).toHaveLength(20);
  });
});

describe('one person who calls twice', () => {
  it('is told of the hour that is booked already, and keeps it', async () => {
    const call = await tellCall({ queue: 200, press: '1 2 1', others: [{ at: '2026-11-24T10:12', press: '1' }] });
    expect(faultsOf(call)).toEqual([]);
    const second = heard(eventsOfContact(call.events, call.contactIds[1]));
    expect(second[0]).toContain("aujourd'hui entre 10 heures 30 et 11 heures");
    expect(second.some((text) => text.startsWith('Nous gardons votre rappel.'))).toBe(true);
    expect(call.ledger.bookings).toMatchObject([{ slot: firstSlot }]);
    expect(textsSent(call.events)).toEqual(['confirmation']);
  });

  it('from two telephones at once books one hour', async () => {
    const from = 'anonymous';
    const press = '1 2 0612345678# 1 1';
    const call = await tellCall({ queue: 100, from, press, others: [{ from, press: '1 2 0612345678# 1 2' }] });
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger.bookings).toHaveLength(1);
    expect(textsSent(call.events)).toEqual(['confirmation']);
    expect(outcomes(call.events).toSorted()).toEqual(['booked', 'served']);
    expect(heard(call.events).some((text) => text === 'Nous avons déjà promis de rappeler ce numéro.')).toBe(true);
  });
});

describe('a ledger in trouble', () => {
  it.each<[string, Faults]>([
    ['30 % of conflicts', { conflicts: 0.3, writeConflicts: 0.3 }],
    ['30 % of throttling', { throttling: 0.3 }],
    ['30 % of lost answers', { lostAnswers: 0.3 }],
    ['all three', { conflicts: 0.2, writeConflicts: 0.2, throttling: 0.2, lostAnswers: 0.2 }],
  ])('of %s: each caller is booked once or told, and goes on', async (_, faults) => {
    const call = await tellTrouble(faults, '1 2 1');
    expect(faultsOf(call)).toEqual([]);
    for (const contactId of call.contactIds) {
      const own = eventsOfContact(call.events, contactId);
      const told = heard(own).some((text) =>
        /C'est noté|une panne|vient d'être prise|pas pu|n'arrivons pas/.test(text),
      );
      expect(told).toBe(true);
    }
    expect(outcomes(call.events).every((outcome) => outcome === 'booked' || outcome === 'served')).toBe(true);
  });

  it('of conflicts only: nothing is booked, which is said, and other hours are offered', async () => {
    const call = await tellTrouble({ conflicts: 1 }, '1 2 1 0');
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger).toMatchObject({ bookings: [], seats: [] });
    const said = heard(call.events);
    const busy = said.indexOf("Nous n'arrivons pas à réserver cette heure pour l'instant. Nous en sommes désolés.");
    expect(busy).toBeGreaterThan(0);
    expect(said[busy + 1]).toMatch(/tapez 1\. .*tapez 4\.$/);
    expect(outcomes(call.events)).toEqual(['served']);
  });

  it('that answers nothing at all: nothing is booked, which is said', async () => {
    const call = await tellTrouble({ throttling: 1 }, '1 2 1');
    expect(faultsOf(call)).toEqual([]);
    expect(call.ledger).toMatchObject({ bookings: [], seats: [] });
    expect(outcomes(call.events)).toEqual(['served']);
    expect(heard(call.events)).toContain('Nous avons une panne. Nous ne pouvons pas noter votre rappel.');
  });
});
