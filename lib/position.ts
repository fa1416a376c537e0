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

/** Tells callers their place and their wait, from one snapshot of the queues that all callers share; and the alert of the line. */
export class Position extends Construct {
  readonly briefAgent: ConnectFunction;
  readonly tellAlert: ConnectFunction;
  readonly tellPosition: ConnectFunction;

  constructor(scope: Construct, id: string, { platform, rules, centre, ledger }: PositionProps) {
    super(scope, id);
    this.briefAgent = new ConnectFunction(this, 'BriefAgent', {
      platform,
      entry: 'position/brief-agent',
      description: 'Tells an agent who is on the line, for what and since when',
      environment: {},
      may: [],
    });
    this.tellAlert = new ConnectFunction(this, 'TellAlert', {
      platform,
      entry: 'position/tell-alert',
      description: 'Tells callers what a supervisor has published, while it lasts',
      environment: { [environmentKeys.ledger]: ledger.tableName },
      may: ledger.allow('GetItem'),
    });
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

  /** Functions that flows invoke. */
  get hooks() {
    const { tellPosition, tellAlert, briefAgent } = this;
    return { tellPosition, tellAlert, briefAgent };
  }
}
