import type { LineRules } from '../../domain/administration/administration.ts';
import type { CheckNumberParameters, CheckNumberResult } from '../../domain/callback/contract.ts';
import { classifyNumber } from '../../domain/sms/phone-number.ts';
import { phrases } from '../../domain/sms/phrases.ts';
import { rules } from '../runtime/environment.ts';

interface FlowEvent {
  Details: { Parameters: CheckNumberParameters };
}

/** Says whether we can call a caller ID, or the digits keyed in, back. Logs nothing: all it knows is a number. */
export const checkNumber =
  ({ line }: { line: LineRules }) =>
  (event: FlowEvent): Promise<CheckNumberResult> => {
    const { number, language } = event.Details.Parameters;
    const speak = phrases(language);
    const classified = classifyNumber(number, line);
    if (!classified.callable) {
      const reason = speak.refusedNumber(classified.refusal);
      return Promise.resolve({ status: 'refused', number: '', spokenNumber: '', spokenEnding: '', reason });
    }
    return Promise.resolve({
      status: classified.smsPossible ? 'mobile' : 'landline',
      number: classified.e164,
      spokenNumber: speak.spokenNumber(classified.e164),
      spokenEnding: speak.spokenEnding(classified.e164),
      reason: '',
    });
  };

export const handler = checkNumber({ line: rules() });
