import { Construct } from 'constructs';
import { environmentKeys } from '../domain/administration/contract.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { Ledger } from './ledger.ts';

/** What callers answer, by contact; nobody's number is with it. */
export class Survey extends Construct {
  readonly recordAnswer: ConnectFunction;

  constructor(
    scope: Construct,
    id: string,
    { platform, rules, ledger }: { platform: FunctionPlatform; rules: string; ledger: Ledger },
  ) {
    super(scope, id);
    this.recordAnswer = new ConnectFunction(this, 'RecordAnswer', {
      platform,
      entry: 'survey/record-answer',
      description: 'Records one answer to the survey',
      environment: { [environmentKeys.rules]: rules, [environmentKeys.ledger]: ledger.tableName },
      may: ledger.allow('UpdateItem'),
    });
  }

  /** Functions that flows invoke. */
  get hooks() {
    const { recordAnswer } = this;
    return { recordAnswer };
  }
}
