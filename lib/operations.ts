import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { changeLineFunctionName } from '../domain/administration/line-changes.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';

interface OperationsProps {
  platform: FunctionPlatform;
  administration: Administration;
  rules: string;
  centre: ContactCentre;
  ledger: Ledger;
}

/** What people change while the line runs: the switches of its queues, the alert that callers hear. */
export class Operations extends Construct {
  readonly changeLine: ConnectFunction;
  readonly tellLine: ConnectFunction;

  constructor(scope: Construct, id: string, { platform, administration, rules, centre, ledger }: OperationsProps) {
    super(scope, id);
    const own = { [environmentKeys.rules]: rules, [environmentKeys.ledger]: ledger.tableName };
    // Whoever may invoke this function may change the line: who that is, is the account's to say, by the function's name. Of what a guide
    // asks it finds out itself who does.
    this.changeLine = new ConnectFunction(this, 'ChangeLine', {
      platform,
      entry: 'contact-centre/change-line',
      description: 'Turns the switches of a queue and publishes the alert of the line; its log says who did',
      functionName: changeLineFunctionName(administration.id),
      environment: { ...own, [environmentKeys.instanceId]: centre.instanceId },
      may: [...ledger.allow('PutItem', 'UpdateItem'), centre.allowContacts('DescribeContact'), centre.allowUsers()],
    });
    this.tellLine = new ConnectFunction(this, 'TellLine', {
      platform,
      entry: 'contact-centre/tell-line',
      description: 'Tells a supervisor which alert is published and which switches are off',
      environment: own,
      may: ledger.allow('BatchGetItem'),
    });
  }

  /** Functions that flows invoke. */
  get hooks() {
    const { changeLine, tellLine } = this;
    return { changeLine, tellLine };
  }
}
