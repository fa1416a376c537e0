import type { Administration } from '../../domain/administration/administration.ts';
import type { AccountAnswers } from './account-answers.ts';
import { checkAccount } from './check-account.ts';
import { checkInstance } from './check-instance.ts';
import { checkOperations } from './check-operations.ts';
import { checkPeople } from './check-people.ts';
import { checkSms } from './check-sms.ts';
import { checked, type Finding } from './findings.ts';

/** Everything that is looked at, in the order in which it is set up. Without what the stack consists of, nothing can be said of it. */
export function checkLine(line: Administration, answers: AccountAnswers, now: Date): Finding[] {
  const { stack, resources } = answers;
  const isDeployed = 'value' in stack && stack.value !== undefined;
  const unsaid = isDeployed ? checked('resources', resources, 'cloudformation:ListStackResources', () => []) : [];
  if (unsaid.length > 0) return [...checkAccount(line, answers), ...unsaid];
  return [
    ...checkAccount(line, answers),
    ...checkInstance(line, answers),
    ...checkPeople(line, answers),
    ...checkSms(line, answers),
    ...checkOperations(line, answers, now),
  ];
}
