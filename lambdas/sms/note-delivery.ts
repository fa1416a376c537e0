import { environmentKeys } from '../../domain/administration/contract.ts';
import { type DeliveryEvent, smsMetrics, type SmsRules } from '../../domain/sms/contract.ts';
import { deliveryOutcome } from '../../domain/sms/delivery.ts';
import { messageKey, smsFaultKey } from '../../domain/sms/ledger-keys.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required } from '../runtime/environment.ts';
import { count, log } from '../runtime/log.ts';
import { noteFault } from './send-once.ts';

interface Dependencies {
  table: Pick<Ledger, 'put' | 'update' | 'remove'>;
  line: Pick<SmsRules, 'id'>;
  now: () => Date;
}

/** An event may overtake what is noted of its message: while the message is that young, the event is given back. */
const youngMilliseconds = 60_000;

/** Notes what became of an SMS: of a failure the person hears at the next call, unless a later one arrives. */
export function noteDelivery(dependencies: Dependencies) {
  return async ({ detail }: { detail: DeliveryEvent }): Promise<void> => {
    const noted = await noteStatus(dependencies, detail);
    if (noted === 'older') return;
    if (noted === 'noSuchMessage') {
      refuseYoung(dependencies, detail);
      log('smsOfNobody', { administration: dependencies.line.id, messageId: detail.messageId });
      return;
    }
    await act(dependencies, detail, noted.callerKey);
  };
}

/**
 * Statuses come in any order: a final one stands against those that are not, a later one against an earlier. An event that
 * comes again is noted again, in case what followed it failed.
 */
async function noteStatus(
  { table }: Dependencies,
  { messageId, messageStatus, isFinal, eventTimestamp }: DeliveryEvent,
): Promise<{ callerKey: string } | 'older' | 'noSuchMessage'> {
  const newest = 'attribute_not_exists(eventAt) OR isFinal < :final OR (isFinal = :final AND eventAt <= :eventAt)';
  const update = 'SET isFinal = :final, eventAt = :eventAt, #status = :status';
  const updated = await table.update(messageKey(messageId), update, {
    condition: `attribute_exists(pk) AND (${newest})`,
    names: { '#status': 'status' },
    values: { ':final': isFinal ? 1 : 0, ':eventAt': eventTimestamp, ':status': messageStatus },
  });
  if (!updated.written) return updated.found ? 'older' : 'noSuchMessage';
  const { callerKey } = updated.item;
  if (typeof callerKey !== 'string') throw new Error(`message ${messageId} is of nobody`);
  return { callerKey };
}

/** Throws, so that the event comes again a minute later. */
function refuseYoung({ now }: Dependencies, { messageId, messageRequestTimestamp }: DeliveryEvent): void {
  if (now().getTime() - messageRequestTimestamp < youngMilliseconds) {
    throw new Error(`message ${messageId} is not noted yet`);
  }
}

async function act({ table, line, now }: Dependencies, event: DeliveryEvent, callerKey: string): Promise<void> {
  const outcome = deliveryOutcome(event);
  const at = new Date(event.eventTimestamp);
  const { delivered, undelivered } = smsMetrics;
  if (outcome === 'undelivered') await noteFault(table, callerKey, event.messageStatus, at);
  if (outcome === 'delivered') await removeFault(table, callerKey, at);
  if (outcome === 'delivered' || outcome === 'undelivered') {
    count({ [outcome === 'delivered' ? delivered : undelivered]: 1 }, { administration: line.id }, now());
  }
  const { messageId, messageStatus, isFinal } = event;
  log('smsDelivery', { administration: line.id, messageId, messageStatus, isFinal });
}

/** Of an SMS before the one that arrived; a fault noted since then stays. */
async function removeFault(table: Pick<Ledger, 'remove'>, callerKey: string, at: Date): Promise<void> {
  await table.remove(smsFaultKey(callerKey), {
    condition: '#at <= :at',
    names: { '#at': 'at' },
    values: { ':at': at.toISOString() },
  });
}

const environment = required(environmentKeys.ledger, environmentKeys.smsRules);
export const handler = noteDelivery({
  table: ledger(environment[environmentKeys.ledger]),
  line: JSON.parse(environment[environmentKeys.smsRules]) as SmsRules,
  now: () => new Date(),
});
