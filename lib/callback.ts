import { Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { environmentKeys } from '../domain/administration/contract.ts';
import { ConnectFunction, type ConnectFunctionProps, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';
import { allowOwnEvents } from './own-events.ts';

/** A pass holds its lease for 20 s, so that it ends before the next one may begin. */
const passSeconds = 20;
/** The documentation of contact events has both. */
export const contactEventTypes = ['Amazon Connect Contact Event', 'Connect Customer Contact Event'];

interface CallbackProps {
  platform: FunctionPlatform;
  rules: string;
  secret: string;
  centre: ContactCentre;
  ledger: Ledger;
}

/** Callbacks: what the dialogues ask, what dials when a booked hour comes, what notes how it went. */
export class Callback extends Construct {
  readonly checkNumber: ConnectFunction;
  readonly offerSlots: ConnectFunction;
  readonly bookSlot: ConnectFunction;
  readonly keepPlace: ConnectFunction;
  readonly findBooking: ConnectFunction;
  readonly moveBooking: ConnectFunction;
  readonly cancelBooking: ConnectFunction;
  readonly noteOutcome: ConnectFunction;
  readonly #props: CallbackProps;

  constructor(scope: Construct, id: string, props: CallbackProps) {
    super(scope, id);
    this.#props = props;
    const { platform, rules, secret, centre, ledger } = props;
    const booking = {
      [environmentKeys.rules]: rules,
      [environmentKeys.ledger]: ledger.tableName,
      [environmentKeys.secret]: secret,
    };
    this.checkNumber = new ConnectFunction(this, 'CheckNumber', {
      platform,
      entry: 'callback/check-number',
      description: 'Says whether a number can be called back, and why not',
      environment: { [environmentKeys.rules]: rules },
      may: [],
    });
    this.offerSlots = new ConnectFunction(this, 'OfferSlots', {
      platform,
      entry: 'callback/offer-slots',
      description: 'Offers hours that have a seat, three at a time',
      environment: booking,
      may: ledger.allow('BatchGetItem'),
    });
    this.bookSlot = new ConnectFunction(this, 'BookSlot', {
      platform,
      entry: 'callback/book-slot',
      description: 'Books one seat for one person, once',
      environment: booking,
      may: ledger.allow('BatchGetItem', 'PutItem', 'UpdateItem'),
    });
    this.keepPlace = new ConnectFunction(this, 'KeepPlace', {
      platform,
      entry: 'callback/keep-place',
      description: 'Notes that a person keeps their place in the queue, once',
      environment: booking,
      may: ledger.allow('BatchGetItem', 'PutItem', 'UpdateItem'),
    });
    this.findBooking = new ConnectFunction(this, 'FindBooking', {
      platform,
      entry: 'callback/find-booking',
      description: 'Recognises a caller and says what was promised',
      environment: booking,
      may: ledger.allow('GetItem', 'BatchGetItem', 'UpdateItem', 'DeleteItem'),
    });
    this.moveBooking = new ConnectFunction(this, 'MoveBooking', {
      platform,
      entry: 'callback/move-booking',
      description: 'Moves a callback to another hour',
      ...this.#changesBookings(['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem']),
    });
    this.cancelBooking = new ConnectFunction(this, 'CancelBooking', {
      platform,
      entry: 'callback/cancel-booking',
      description: 'Cancels a callback, and frees its seat or its place',
      ...this.#changesBookings(['GetItem', 'PutItem', 'UpdateItem']),
    });
    this.noteOutcome = new ConnectFunction(this, 'NoteOutcome', {
      platform,
      entry: 'callback/note-outcome',
      description: 'Notes what came of a contact in its booking',
      environment: { ...booking, [environmentKeys.instanceId]: centre.instanceId },
      events: { retries: 2, maximumAgeSeconds: 3600 },
      may: [
        ...ledger.allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
        centre.allowContacts('DescribeContact', 'GetContactAttributes', 'ListAssociatedContacts', 'StopContact'),
        allowOwnEvents(this),
      ],
    });
    this.#onContactEvents('ContactWentOn', this.noteOutcome, ['CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED']);
  }

  /** Functions that flows invoke. */
  get hooks() {
    const { checkNumber, findBooking, offerSlots, bookSlot, keepPlace, moveBooking, cancelBooking, noteOutcome } = this;
    return { checkNumber, findBooking, offerSlots, bookSlot, keepPlace, moveBooking, cancelBooking, noteOutcome };
  }

  /** Dials due callbacks, every minute and whenever a contact completes; who answers enters the flow of their language. Returns what dials. */
  dialInto(answeredFlowIds: Record<string, string>): ConnectFunction {
    const { platform, rules, centre, ledger } = this.#props;
    const dispatcher = new ConnectFunction(this, 'DialDueCallbacks', {
      platform,
      entry: 'callback/dial-due-callbacks',
      description: 'Dials the callbacks that are due and that agents can take',
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.instanceId]: centre.instanceId,
        [environmentKeys.queueIds]: centre.queueIds,
        [environmentKeys.callbackFlowIds]: Stack.of(this).toJsonString(answeredFlowIds),
      },
      timeoutSeconds: passSeconds,
      // The next pass makes good what this one missed.
      events: { retries: 0, maximumAgeSeconds: 60 },
      may: [
        ...ledger.allow('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
        centre.allowMetrics(),
        centre.allowContacts('StartOutboundVoiceContact', 'DescribeContact', 'ListAssociatedContacts', 'StopContact'),
        allowOwnEvents(this),
      ],
    });
    const everyMinute = new Rule(this, 'EveryMinute', {
      description: 'A pass of the dispatcher every minute',
      schedule: Schedule.rate(Duration.minutes(1)),
    });
    everyMinute.addTarget(this.#target(dispatcher, 0, 60));
    this.#onContactEvents('ContactCompleted', dispatcher, ['COMPLETED']);
    return dispatcher;
  }

  /** What a caller changes by a key: in the ledger, with Connect's queued callback stopped, and told to the reports and the SMS. */
  #changesBookings(actions: Parameters<Ledger['allow']>): Pick<ConnectFunctionProps, 'environment' | 'may'> {
    const { rules, centre, ledger } = this.#props;
    return {
      environment: {
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
        [environmentKeys.instanceId]: centre.instanceId,
      },
      may: [
        ...ledger.allow(...actions),
        centre.allowContacts('ListAssociatedContacts', 'StopContact'),
        allowOwnEvents(this),
      ],
    };
  }

  #onContactEvents(id: string, target: ConnectFunction, eventTypes: string[]): void {
    const rule = new Rule(this, id, {
      description: `Contacts of this instance that are ${eventTypes.join(' or ').toLowerCase()}`,
      eventPattern: {
        source: ['aws.connect'],
        detailType: contactEventTypes,
        // Guides are contacts too, with the attributes of the call that they are shown beside: none of what befalls them is the call's.
        detail: { eventType: eventTypes, channel: ['VOICE'], instanceArn: [this.#props.centre.instanceArn] },
      },
    });
    rule.addTarget(this.#target(target, 2, 3600));
  }

  #target(target: ConnectFunction, retryAttempts: number, maximumAgeSeconds: number): LambdaFunction {
    return new LambdaFunction(target.function, {
      retryAttempts,
      maxEventAge: Duration.seconds(maximumAgeSeconds),
      deadLetterQueue: this.#props.platform.deadLetters,
    });
  }
}
