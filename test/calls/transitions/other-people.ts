import type { Administration } from '../../../domain/administration/administration.ts';
import { environmentKeys } from '../../../domain/administration/contract.ts';
import { lineRules } from '../../../domain/administration/line-rules.ts';
import { callerKey } from '../../../domain/callback/caller-key.ts';
import type { Language } from '../../../domain/administration/language.ts';
import type { Booking, BookingState } from '../../../domain/callback/contract.ts';
import { newBooking } from '../../../domain/callback/new-booking.ts';
import { readBooking } from '../../../domain/callback/read-booking.ts';
import { callerItemKey, shardCapacities, slotKey } from '../../../domain/callback/shards.ts';
import { snapshotKey } from '../../../domain/position/snapshot.ts';
import { slotsAhead, slotsOfDay, type Slot } from '../../../domain/callback/slots.ts';
import { doNotWriteKey } from '../../../domain/sms/ledger-keys.ts';
import { changeLine } from '../../../local/change-line.ts';
import type { Clock } from '../../../local/clock.ts';
import type { Line } from '../../../local/line.ts';
import { localTime } from '../../../domain/administration/local-time.ts';
import { takeBooking } from '../../../lambdas/callback/take-booking.ts';
import { bookingItem } from '../../../lambdas/callback/booking-ledger.ts';
import { ledger, type Ledger } from '../../../lambdas/runtime/dynamodb.ts';
import { ledgerKey } from '../../../lambdas/runtime/secret.ts';

interface PromiseDetails {
  /** By which name the ledger knows its queue, where that is no longer the file's. */
  queueShown?: string;
  /** In the slot that has begun: the dispatcher dials it next. */
  dueNow?: boolean;
  attempts?: number;
  language?: Language;
}

/** What others do while a caller is on the line: they book, take seats, change a booking; a supervisor pauses the offer, publishes an alert. */
export class OtherPeople {
  readonly #administration: Administration;
  readonly #line: Line;
  readonly #clock: Clock;
  readonly #ledger: Ledger;
  readonly #key: Uint8Array;
  #dialogues = 0;

  constructor(line: Line, clock: Clock, dynamoDbEndpoint: string) {
    this.#line = line;
    this.#administration = line.administration;
    this.#clock = clock;
    Object.assign(process.env, {
      AWS_REGION: line.deployment.region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDbEndpoint,
    });
    const table = line.deployment.tables[0]?.name ?? '';
    this.#ledger = ledger(table);
    const secret = line.deployment.functions
      .map(({ environment }) => environment[environmentKeys.secret])
      .find(Boolean);
    this.#key = ledgerKey(secret ?? '');
  }

  get #now(): Date {
    return new Date(this.#clock.now());
  }

  get #queues(): string[] {
    return Object.keys(this.#administration.queues);
  }

  get #rules() {
    return lineRules(this.#administration, []);
  }

  /** A callback is promised to that number, in that state. */
  async book(
    number: string,
    state: BookingState,
    { queueShown, dueNow = false, attempts = 0, language = 'fr' }: PromiseDetails = {},
  ): Promise<Booking> {
    const queue = this.#queues[this.#dialogues % this.#queues.length] ?? '';
    const slot = dueNow ? this.#slotOfNow(queue) : slotsAhead(this.#rules, queue, this.#now).at(-1);
    if (slot === undefined) throw new Error('no slot to book');
    this.#dialogues += 1;
    const request = {
      contactId: `another-call-${this.#dialogues}`,
      dialogue: '1',
      number,
      numberKind: 'mobile' as const,
      queue,
      language,
      callUs: this.#administration.publicNumber,
      speechRate: '100%' as const,
      subject: '',
      ...(state === 'queued' ? {} : { slot: slot.start }),
    };
    const booking: Booking = {
      ...newBooking(request, this.#key, this.#now),
      shard: 0,
      state: state === 'queued' ? 'queued' : 'booked',
    };
    const taking = { ledger: this.#ledger, retentionDays: 30, alias: undefined, now: this.#now };
    await takeBooking(taking, booking, 1000);
    const changed = {
      ...booking,
      queue: queueShown ?? queue,
      state,
      attempts,
      ...(state === 'missed' && { missedReason: 'noAnswer' as const }),
    };
    await this.#ledger.put(bookingItem(changed, 30));
    return changed;
  }

  /** What is promised to the number that a function is asked about, unless something is already. */
  async promise({ number = '' }: Record<string, string>, state: BookingState): Promise<void> {
    const found = await this.bookingOf(number);
    if (found?.state !== state) await this.book(number, state, { attempts: state === 'missed' ? 1 : 0 });
  }

  /** Another promise stands to that number, in the place of the one that is being moved, if any. Returns how it is given up. */
  async promiseMeanwhile({ number = '' }: Record<string, string>): Promise<() => Promise<void>> {
    const found = await this.bookingOf(number);
    if (found) await this.giveUp(found.callerKey);
    const { callerKey: key } = await this.book(number, 'booked');
    return () => this.giveUp(key);
  }

  async takeSeatsOfBooking({ callerKey: key = '', slot }: Record<string, string>): Promise<() => Promise<void>> {
    const booking = await this.#ledger.get(callerItemKey(key));
    const queue: unknown = booking?.['queue'] ?? this.#queues[0];
    if (typeof queue !== 'string') throw new Error('the line has no queue');
    return this.takeSeats(queue, slot);
  }

  #slotOfNow(queue: string): Slot | undefined {
    const { date } = localTime(this.#now, this.#administration.timeZone);
    return slotsOfDay(this.#rules, queue, date, date).findLast(({ start }) => Date.parse(start) <= this.#clock.now());
  }

  async bookingOf(number: string): Promise<Booking | undefined> {
    return readBooking(await this.#ledger.get(callerItemKey(callerKey(number, this.#key)), { consistent: true }));
  }

  /** Somebody else changes the booking that this caller heard of. */
  async change(key: string): Promise<void> {
    await this.#ledger.update(callerItemKey(key), 'ADD revision :more', { values: { ':more': 7 } });
  }

  /** Somebody else gives up the booking that this caller heard of. */
  async giveUp(key: string): Promise<void> {
    await this.#ledger.remove(callerItemKey(key));
  }

  /** Others take what is left, of one hour or of all. Returns how they give it back. */
  async takeSeats(queue: string, start?: string): Promise<() => Promise<void>> {
    const slots = slotsAhead(this.#rules, queue, this.#now, { leadMinutes: 0 }).filter(
      (slot) => start === undefined || slot.start === start,
    );
    const shards = slots.flatMap((slot) =>
      shardCapacities(slot.seats, slot.shards).map((capacity, shard) => ({
        key: slotKey(queue, slot.start, shard),
        capacity,
      })),
    );
    const former = await this.#ledger.getMany(shards.map(({ key }) => key));
    for (const { key, capacity } of shards) {
      const seats = new Set(Array.from({ length: capacity }, (_, seat) => `OTHER-${seat}`));
      await this.#ledger.put({ ...former.get(key), pk: key, seats });
    }
    return async () => {
      for (const { key } of shards) {
        const item = former.get(key);
        await (item ? this.#ledger.put(item) : this.#ledger.remove(key));
      }
    };
  }

  /** The queue as it is seen by whoever asks in the next quarter of a minute: all agents have gone home. */
  async leaveWork(queue: string): Promise<() => Promise<void>> {
    const pk = snapshotKey(queue);
    const seen = { queue, takenAt: this.#clock.now(), contactsInQueue: 1, placesKept: 0, oldestContactAgeSeconds: 9 };
    await this.#ledger.put({ pk, ...seen, agentsStaffed: 0, agentsAvailable: 0, seatsDue: 0 });
    return async () => void (await this.#ledger.remove(pk));
  }

  /** This person wishes no SMS. Returns how they wish them again. */
  async stopWriting(number: string): Promise<() => Promise<void>> {
    const pk = doNotWriteKey(callerKey(number, this.#key));
    await this.#ledger.put({ pk, at: this.#now.toISOString() });
    return async () => void (await this.#ledger.remove(pk));
  }

  async pauseOffering(queue: string): Promise<() => Promise<void>> {
    const turn = (to: 'on' | 'off') =>
      changeLine(this.#line, { change: 'switch', queue, what: 'offering', to, by: 'supervisor' });
    await turn('off');
    return async () => void (await turn('on'));
  }

  async publishAlert(): Promise<() => Promise<void>> {
    const until = new Date(this.#clock.now() + 3600_000).toISOString();
    const text = { fr: 'Nos bureaux sont en grève.', en: 'Our offices are on strike.' };
    const published = await changeLine(this.#line, { change: 'alert', text, until, by: 'supervisor' });
    if (published.status !== 'done') throw new Error(published.reasons.join(', '));
    return async () => void (await changeLine(this.#line, { change: 'endAlert', by: 'supervisor' }));
  }
}
