import {
  PinpointSMSVoiceV2Client,
  PinpointSMSVoiceV2ServiceException,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { setTimeout as wait } from 'node:timers/promises';

/** `refusal`: it was certainly not sent; made of the service's own names, never a number. */
export type SmsOutcome = { messageId: string } | { refusal: string };

/** What an SMS is about, in the service's own events: by it a delivery is joined to its call. */
export type SmsContext = { kind: string; contactId: string };

const refusals = new Set([
  'AccessDeniedException',
  'ConflictException',
  'ResourceNotFoundException',
  'ServiceQuotaExceededException',
  'ValidationException',
  'ThrottlingException',
]);
const retryable = new Set(['ThrottlingException', 'InternalServerException']);
const attempts = 3;
const firstPauseMilliseconds = 100;

/** Undefined where the error does not tell that the SMS was not sent. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof PinpointSMSVoiceV2ServiceException) || !refusals.has(error.name)) return undefined;
  return 'Reason' in error && typeof error.Reason === 'string' ? `${error.name} ${error.Reason}` : error.name;
}

const isRetryable = (error: unknown): boolean =>
  error instanceof PinpointSMSVoiceV2ServiceException && retryable.has(error.name);

/**
 * Sends from one sender ID. The service has no client token, so the SDK's own retries are off: it would also repeat a
 * request whose answer was lost, and the SMS would come twice. Only the errors that the service declares retryable are.
 */
export function sms({ senderId, configurationSet }: { senderId: string; configurationSet: string }) {
  const client = new PinpointSMSVoiceV2Client({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });

  async function send(to: string, text: string, about: SmsContext, attempt = 1): Promise<SmsOutcome> {
    try {
      const { MessageId } = await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: to,
          OriginationIdentity: senderId,
          ConfigurationSetName: configurationSet,
          MessageType: 'TRANSACTIONAL',
          MessageBody: text,
          Context: about,
        }),
      );
      if (!MessageId) throw new Error('SendTextMessage answered no MessageId');
      return { messageId: MessageId };
    } catch (error) {
      if (isRetryable(error) && attempt < attempts) {
        await wait(firstPauseMilliseconds * 2 ** (attempt - 1));
        return send(to, text, about, attempt + 1);
      }
      const refusal = refusalOf(error);
      if (refusal !== undefined) return { refusal };
      throw error;
    }
  }
  return {
    /** `to` is E.164. Throws where it is not known whether the SMS was sent. */
    send: (to: string, text: string, about: SmsContext) => send(to, text, about),
  };
}
export type Sms = ReturnType<typeof sms>;
