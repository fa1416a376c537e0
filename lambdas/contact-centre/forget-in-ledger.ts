import { addForgotten, nothingForgotten, type Forgotten } from '../../domain/administration/forgetting.ts';
import { isActive } from '../../domain/callback/booking.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { seatKey } from '../../domain/callback/shards.ts';
import { dayKeyPrefixes, keysOfPerson, setsOfCallers } from '../../domain/callback/traces.ts';
import type { BookingKeeper } from '../callback/change-booking.ts';
import type { ContactErasure } from '../runtime/connect-erasure.ts';
import type { Expression, Item, Ledger } from '../runtime/dynamodb.ts';
import type { LedgerScan } from '../runtime/dynamodb-scan.ts';
import { cancelQuietly } from './forget-promise.ts';

export interface LedgerForgetting extends BookingKeeper {
  scan: LedgerScan;
  erase: ContactErasure;
}
type Answer = { underWay: boolean; forgotten: Forgotten };

/**
 * What is found by the person's own keys. The contacts first, the items that name them last: whatever fails, or whoever is on the line,
 * asking again finds what is left.
 */
export async function forgetOwnItems(forgetting: LedgerForgetting, callerKey: string): Promise<Answer> {
  const { ledger } = forgetting;
  const given = await cancelQuietly(forgetting, callerKey);
  const forgotten = addForgotten(nothingForgotten, { promisesCancelled: given === 'cancelled' ? 1 : 0 });
  if (given === 'underWay') return { underWay: true, forgotten };
  const keys = keysOfPerson(callerKey);
  const items = await ledger.getMany(Object.values(keys), { consistent: true });
  for (const contactId of await contactsNamed(forgetting, [...items.values()])) {
    const erased = await forgetting.erase(contactId);
    if (erased === 'underWay') return { underWay: true, forgotten };
    if (erased === 'erased') forgotten.contacts += 1;
  }
  for (const key of [keys.alias, keys.resuming, keys.smsFault])
    forgotten.ledgerItems += Number(await ledger.remove(key));
  const { laterSurvey, noSms, booking } = keys;
  forgotten.ledgerItems += Number(await removeUnlessWish(ledger, laterSurvey, items.get(laterSurvey)));
  forgotten.wishesKept += Number(isWish(items.get(laterSurvey))) + Number(items.has(noSms));
  const unchanged = { condition: 'id = :id AND revision = :revision' };
  const { id, revision } = items.get(booking) ?? {};
  const removed =
    id !== undefined && (await ledger.remove(booking, { ...unchanged, values: { ':id': id, ':revision': revision } }));
  forgotten.ledgerItems += Number(removed);
  return { underWay: false, forgotten };
}

/** The calls in which something was promised or asked, and those that came of them. */
async function contactsNamed({ connect }: LedgerForgetting, items: readonly Item[]): Promise<Set<string>> {
  const named = items.flatMap(({ contactId, callbackContactId }) =>
    [contactId, callbackContactId].filter((id) => typeof id === 'string'),
  );
  const contacts = new Set(named);
  for (const contactId of named) {
    for (const { contactId: associated } of await connect.associatedContacts(contactId)) contacts.add(associated);
  }
  return contacts;
}

const isWish = (laterSurvey: Item | undefined): boolean => laterSurvey?.['stoppedAt'] !== undefined;

/** Who wishes no call by a machine keeps that wish, and nothing else stays with it. True where an item is gone. */
async function removeUnlessWish(ledger: Ledger, pk: string, item: Item | undefined): Promise<boolean> {
  if (!item || !isWish(item)) return ledger.remove(pk, { condition: 'attribute_not_exists(stoppedAt)' });
  await ledger.put({ pk, stoppedAt: item['stoppedAt'] });
  return false;
}

/** One page of what only a look at every item finds: who asked for a callback to this number, slots of earlier promises, messages. */
export async function forgetMentions(
  { ledger, scan }: LedgerForgetting,
  callerKey: string,
  after: string | undefined,
): Promise<{ after: string | undefined; forgotten: Forgotten }> {
  const page = await scan(namesPerson(callerKey), after);
  const keys = keysOfPerson(callerKey);
  // Who has rung again meanwhile has a promise that is to be kept.
  const booking = readBooking(await ledger.get(keys.booking, { consistent: true }));
  const held = new Set(booking && isActive(booking) ? [seatKey(booking), keys.booking] : []);
  let forgotten = nothingForgotten;
  for (const item of page.items) {
    const { pk } = item;
    if (typeof pk !== 'string' || held.has(pk) || (pk === keys.laterSurvey && isWish(item))) continue;
    forgotten = addForgotten(forgotten, await forgetItem(ledger, callerKey, pk, item));
  }
  return { after: page.after, forgotten };
}

async function forgetItem(ledger: Ledger, callerKey: string, pk: string, item: Item): Promise<Partial<Forgotten>> {
  const sets = setsOfCallers.filter((name) => item[name] instanceof Set);
  if (sets.length > 0) {
    const update = `DELETE ${sets.map((name) => `${name} :caller`).join(', ')}`;
    await ledger.update(pk, update, { values: { ':caller': new Set([callerKey]) } });
    return { mentions: 1 };
  }
  const claim = item['claim'];
  const removed = [typeof claim === 'string' && (await ledger.remove(claim)), await ledger.remove(pk)];
  return { ledgerItems: removed.filter(Boolean).length };
}

const namesPerson = (callerKey: string): Expression => ({
  condition: [
    'callerKey = :caller',
    ...setsOfCallers.map((name) => `contains(${name}, :caller)`),
    ...dayKeyPrefixes(callerKey).map((_, index) => `begins_with(pk, :prefix${index})`),
  ].join(' OR '),
  values: {
    ':caller': callerKey,
    ...Object.fromEntries(dayKeyPrefixes(callerKey).map((prefix, index) => [`:prefix${index}`, prefix])),
  },
});
