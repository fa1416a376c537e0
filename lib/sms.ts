import { Duration } from 'aws-cdk-lib';
import { Match, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Administration } from '../domain/administration/administration.ts';
import { environmentKeys } from '../domain/administration/contract.ts';
import { bookingEventSource, bookingEventType } from '../domain/callback/contract.ts';
import { deliveryEventSource, deliveryEventType, type SmsNumberRules, type SmsRules } from '../domain/sms/contract.ts';
import { smsTexts } from '../domain/sms/information.ts';
import { ConnectFunction, type FunctionPlatform } from './connect-function.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Ledger } from './ledger.ts';
import { allowOwnEvents } from './own-events.ts';
import { type SmsSender, smsSender } from './sms-sender.ts';

/** A run of reminders ends before the next one begins. */
const reminderSeconds = 120;

interface SmsProps {
  platform: FunctionPlatform;
  administration: Administration;
  ownNumbers: readonly string[];
  rules: string;
  secret: string;
  centre: ContactCentre;
  ledger: Ledger;
}

/** Short messages: what is sent about a booking and on request, who wishes none, and what became of them. */
export class Sms extends Construct {
  readonly sendSms: ConnectFunction;
  readonly sendInformation: ConnectFunction;
  readonly sendForAgent: ConnectFunction;
  readonly stopWriting: ConnectFunction;
  readonly #props: SmsProps;

  constructor(scope: Construct, id: string, props: SmsProps) {
    super(scope, id);
    this.#props = props;
    const { platform, administration, rules, secret, ledger } = props;
    const { id: line, name, timeZone, retentionDays } = administration;
    const smsRules: SmsRules = { id: line, name, timeZone, retentionDays };
    const own = { [environmentKeys.ledger]: ledger.tableName, [environmentKeys.smsRules]: JSON.stringify(smsRules) };
    const sender = smsSender(this, administration.sms);
    this.sendSms = new ConnectFunction(this, 'SendSms', {
      platform,
      entry: 'sms/send-sms',
      description: 'Sends the SMS of a booking, at most once',
      ...this.#ofBookings(sender, rules, { [environmentKeys.secret]: secret }),
      events: { retries: 2, maximumAgeSeconds: 3600 },
    });
    const onRequest = {
      ...sender.environment,
      [environmentKeys.secret]: secret,
      [environmentKeys.smsTexts]: JSON.stringify(smsTexts(administration)),
    };
    const may = [...ledger.allow('GetItem', 'PutItem', 'UpdateItem'), sender.allowSending, allowOwnEvents(this)];
    this.sendInformation = new ConnectFunction(this, 'SendInformation', {
      platform,
      entry: 'sms/send-information',
      description: 'Sends a text of the administration to who asks for it, at most once in a call',
      environment: { ...own, ...onRequest },
      may,
    });
    const numberRules: SmsNumberRules = {
      ...smsRules,
      countries: administration.sms.countries,
      ownNumbers: [...props.ownNumbers],
    };
    this.sendForAgent = new ConnectFunction(this, 'SendForAgent', {
      platform,
      entry: 'sms/send-for-agent',
      description: 'Sends the text that an agent has chosen to who is on the line, at most once in a call',
      environment: {
        ...own,
        ...onRequest,
        [environmentKeys.smsRules]: JSON.stringify(numberRules),
        [environmentKeys.instanceId]: props.centre.instanceId,
      },
      may: [...may, props.centre.allowContacts('DescribeContact')],
    });
    this.stopWriting = new ConnectFunction(this, 'StopWriting', {
      platform,
      entry: 'sms/stop-writing',
      description: 'Notes that a person wishes no SMS, or wishes them again',
      environment: { ...own, [environmentKeys.secret]: secret },
      may: ledger.allow('PutItem', 'DeleteItem'),
    });
    this.#onBookingEvents();
    this.#followDeliveries(own);
    this.#remindCallers(sender);
  }

  /** Functions that flows invoke. */
  get hooks() {
    const { sendSms, sendInformation, sendForAgent, stopWriting } = this;
    return { sendSms, sendInformation, sendForAgent, stopWriting };
  }

  /** What sending the SMS of a booking takes, whoever asks for it. */
  #ofBookings({ environment, allowSending }: SmsSender, rules: string, own: Record<string, string> = {}) {
    const { ledger } = this.#props;
    return {
      environment: {
        ...environment,
        ...own,
        [environmentKeys.rules]: rules,
        [environmentKeys.ledger]: ledger.tableName,
      },
      may: [...ledger.allow('BatchGetItem', 'PutItem', 'UpdateItem'), allowSending, allowOwnEvents(this)],
    };
  }

  #onBookingEvents(): void {
    const rule = new Rule(this, 'BookingEvents', {
      description: 'Changes of a booking that ask for an SMS',
      eventPattern: {
        source: [bookingEventSource],
        detailType: [bookingEventType],
        detail: { administration: [this.#props.administration.id], sms: Match.exists() },
      },
    });
    rule.addTarget(this.#target(this.sendSms, 2, Duration.hours(1)));
  }

  /** The events come by themselves, of the whole account; they name the sender, and no person. */
  #followDeliveries(environment: Record<string, string>): void {
    const { platform, administration, ledger } = this.#props;
    const noteDelivery = new ConnectFunction(this, 'NoteDelivery', {
      platform,
      entry: 'sms/note-delivery',
      description: 'Notes what became of an SMS, for the next call of that person',
      environment,
      events: { retries: 2, maximumAgeSeconds: 3600 },
      may: ledger.allow('PutItem', 'UpdateItem', 'DeleteItem'),
    });
    const rule = new Rule(this, 'DeliveryEvents', {
      description: 'What became of the SMS of this sender',
      eventPattern: {
        source: [deliveryEventSource],
        detailType: [deliveryEventType],
        detail: { originationPhoneNumber: [administration.sms.senderId] },
      },
    });
    rule.addTarget(this.#target(noteDelivery, 2, Duration.hours(1)));
  }

  #remindCallers(sender: SmsSender): void {
    const { platform, rules } = this.#props;
    const remindCallers = new ConnectFunction(this, 'RemindCallers', {
      platform,
      entry: 'sms/remind-callers',
      description: 'Reminds callers shortly before the hour at which they are called back',
      ...this.#ofBookings(sender, rules),
      timeoutSeconds: reminderSeconds,
      // The next run finds whom this one missed.
      events: { retries: 0, maximumAgeSeconds: 300 },
    });
    const rule = new Rule(this, 'EveryFiveMinutes', {
      description: 'Reminders of the hours that are near',
      schedule: Schedule.rate(Duration.minutes(5)),
    });
    rule.addTarget(this.#target(remindCallers, 0, Duration.minutes(5)));
  }

  #target(target: ConnectFunction, retryAttempts: number, maxEventAge: Duration): LambdaFunction {
    const { deadLetters } = this.#props.platform;
    return new LambdaFunction(target.function, { retryAttempts, maxEventAge, deadLetterQueue: deadLetters });
  }
}
