import { doNotWriteKey, informationDayKey, smsFaultKey } from '../sms/ledger-keys.ts';
import { laterSurveyKey } from '../survey/contract.ts';
import { aliasKey, callerItemKey, resumingKey } from './shards.ts';

/** Items that are of one person alone, by their keys. */
export const keysOfPerson = (callerKey: string) => ({
  booking: callerItemKey(callerKey),
  alias: aliasKey(callerKey),
  resuming: resumingKey(callerKey),
  laterSurvey: laterSurveyKey(callerKey),
  smsFault: smsFaultKey(callerKey),
  noSms: doNotWriteKey(callerKey),
});

/** Failures of a day to key in the code of that number's promise. */
export const triesKey = (callerKey: string, date: string): string => `TRIES#${callerKey}#${date}`;

/** Items of a person whose keys go on with a day. */
export const dayKeyPrefixes = (callerKey: string): string[] => [
  triesKey(callerKey, ''),
  informationDayKey(callerKey, ''),
];

/** Sets in which items name persons among others, by their caller keys. */
export const setsOfCallers = ['seats', 'talking', 'callers'] as const;
