import { Construct } from 'constructs';
import { environmentKeys } from '../domain/administration/contract.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';

interface PositionProps {
  platform: FunctionPlatform;
  rules: string;
  centre: ContactCentre;
  ledger: Ledger;
}

/** Tells callers their place and their wait, from one snapshot of the queues that all callers share. */
export class Position extends Construct {
  readonly tellPosition: ConnectFunction;

  constructor(scope: Construct, id: string, { platform, rules, centre, ledger }: PositionProps) {
    super(scope, id);
    this.tellPosition = new ConnectFunction(this, 'TellPosition', {
      platform,
      entry: 'position/tell-position',
      description: 'Tells the caller the place in the queue and the wait, or when the line opens',
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.instanceId]: centre.instanceId,
        [environmentKeys.queueIds]: centre.queueIds,
      },
      may: [
        ...ledger.allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
        centre.allowMetrics(),
        centre.allowContacts('GetContactMetrics'),
      ],
    });
  }
}
