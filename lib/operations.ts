import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { changeLineFunctionName } from '../domain/administration/line-changes.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { Ledger } from './ledger.ts';

interface OperationsProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  ledger: Ledger;
}

/** What people change while the line runs: the switches of its queues, the alert that callers hear. */
export class Operations extends Construct {
  readonly changeLine: ConnectFunction;

  constructor(scope: Construct, id: string, { platform, administration, rules, ledger }: OperationsProps) {
    super(scope, id);
    // Whoever may invoke this function may change the line: who that is, is the account's to say, by the function's name.
    this.changeLine = new ConnectFunction(this, 'ChangeLine', {
      platform,
      entry: 'contact-centre/change-line',
      description: 'Turns the switches of a queue and publishes the alert of the line; its log says who did',
      functionName: changeLineFunctionName(administration.id),
      environment: { [environmentKeys.rules]: rules, [environmentKeys.ledger]: ledger.tableName },
      may: ledger.allow('PutItem', 'UpdateItem'),
    });
  }
}
