import { environmentKeys } from '../../domain/administration/contract.ts';
import type { InformationText } from '../../domain/sms/information.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { sms } from '../runtime/sms.ts';

/** What every function needs that sends a text of the file, but for the rules of the line. Throws where the environment lacks a key. */
export function wiredTextSender() {
  const environment = required(
    environmentKeys.ledger,
    environmentKeys.secret,
    environmentKeys.senderId,
    environmentKeys.smsConfigurationSet,
    environmentKeys.smsRules,
    environmentKeys.smsTexts,
  );
  return {
    rules: environment[environmentKeys.smsRules],
    sender: {
      table: ledger(environment[environmentKeys.ledger]),
      carrier: sms({
        senderId: environment[environmentKeys.senderId],
        configurationSet: environment[environmentKeys.smsConfigurationSet],
      }),
      bus: eventBus({ hurried: true }),
      texts: JSON.parse(environment[environmentKeys.smsTexts]) as Record<string, InformationText>,
      ledgerKey: ledgerKey(environment[environmentKeys.secret]),
      now: () => new Date(),
    },
  };
}
