import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule, type EventPattern } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { environmentKeys } from '../domain/administration/contract.ts';
import { bookingEventSource, bookingEventType } from '../domain/callback/contract.ts';
import { contactEventTypes } from './callback.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';
import { allowOwnEvents } from './own-events.ts';

/** A pass ends before the next one begins. */
const passSeconds = 30;

interface SurveyProps {
  platform: FunctionPlatform;
  /** Id of the administration. */
  line: string;
  rules: string;
  secret: string;
  centre: ContactCentre;
  ledger: Ledger;
}

/** What callers answer, by contact; nobody's number is with it. And, where the file says so, the later call to who was never served. */
export class Survey extends Construct {
  readonly recordAnswer: ConnectFunction;
  readonly #props: SurveyProps;

  constructor(scope: Construct, id: string, props: SurveyProps) {
    super(scope, id);
    this.#props = props;
    const { platform, rules, ledger } = props;
    this.recordAnswer = new ConnectFunction(this, 'RecordAnswer', {
      platform,
      entry: 'survey/record-answer',
      description: 'Records one answer to the survey',
      environment: { [environmentKeys.rules]: rules, [environmentKeys.ledger]: ledger.tableName },
      may: [...ledger.allow('UpdateItem'), allowOwnEvents(this)],
    });
  }

  /** Functions that flows invoke. */
  get hooks() {
    const { recordAnswer } = this;
    return { recordAnswer };
  }

  /** Notes who was never served, and rings them once; who answers enters the flow of their language. */
  callLater(surveyFlowIds: Record<string, string>): void {
    this.#noteNeverServed();
    const { platform, rules, centre, ledger } = this.#props;
    const dialler = new ConnectFunction(this, 'DialLaterSurveys', {
      platform,
      entry: 'survey/dial-later-surveys',
      description: 'Rings those who were never served, once, at a decent hour, while callbacks leave room',
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.instanceId]: centre.instanceId,
        [environmentKeys.queueIds]: centre.queueIds,
        [environmentKeys.laterSurveyFlowIds]: Stack.of(this).toJsonString(surveyFlowIds),
      },
      timeoutSeconds: passSeconds,
      // The next pass makes good what this one missed.
      events: { retries: 0, maximumAgeSeconds: 60 },
      may: [
        ...ledger.allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
        centre.allowMetrics(),
        centre.allowContacts('StartOutboundVoiceContact'),
      ],
    });
    const everyMinute = new Rule(this, 'EveryMinute', {
      description: 'A pass of the later surveys every minute',
      schedule: Schedule.rate(Duration.minutes(1)),
    });
    everyMinute.addTarget(this.#target(dialler, 0, 60));
  }

  #noteNeverServed(): void {
    const { platform, line, rules, secret, centre, ledger } = this.#props;
    const noteNeverServed = new ConnectFunction(this, 'NoteNeverServed', {
      platform,
      entry: 'survey/note-never-served',
      description: 'Notes who left without an agent, a promise or an information, and who rings again',
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.secret]: secret,
        [environmentKeys.instanceId]: centre.instanceId,
      },
      events: { retries: 2, maximumAgeSeconds: 3600 },
      may: [
        ...ledger.allow('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
        centre.allowContacts('DescribeContact', 'GetContactAttributes'),
      ],
    });
    const on = (id: string, description: string, eventPattern: EventPattern): void =>
      new Rule(this, id, { description, eventPattern }).addTarget(this.#target(noteNeverServed, 2, 3600));
    on('CallerRang', 'Calls to this line that begin, and that end', {
      source: ['aws.connect'],
      detailType: contactEventTypes,
      detail: {
        eventType: ['INITIATED', 'DISCONNECTED'],
        initiationMethod: ['INBOUND'],
        instanceArn: [centre.instanceArn],
      },
    });
    on('PromiseGivenUp', 'Callbacks that were given up', {
      source: [bookingEventSource],
      detailType: [bookingEventType],
      detail: { administration: [line], to: ['exhausted', 'cancelled'] },
    });
  }

  #target(target: ConnectFunction, retryAttempts: number, maximumAgeSeconds: number): LambdaFunction {
    return new LambdaFunction(target.function, {
      retryAttempts,
      maxEventAge: Duration.seconds(maximumAgeSeconds),
      deadLetterQueue: this.#props.platform.deadLetters,
    });
  }
}
