import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const largestBatch = 10;

/** A caller hears silence meanwhile: two attempts, 1 s each. */
const hurriedRequests = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
};

/** The default bus of the account. */
export function eventBus({ hurried = false } = {}) {
  const client = new EventBridgeClient(hurried ? hurriedRequests : { maxAttempts: 3 });
  return {
    /** Throws where the bus refuses any of them: nothing is swallowed. */
    async put(source: string, detailType: string, details: readonly object[]): Promise<void> {
      for (let index = 0; index < details.length; index += largestBatch) {
        const batch = details.slice(index, index + largestBatch);
        const { Entries, FailedEntryCount } = await client.send(
          new PutEventsCommand({
            Entries: batch.map((detail) => ({
              Source: source,
              DetailType: detailType,
              Detail: JSON.stringify(detail),
            })),
          }),
        );
        if (FailedEntryCount) {
          const codes = (Entries ?? []).flatMap(({ ErrorCode }) => ErrorCode ?? []);
          throw new Error(`${FailedEntryCount} events refused by the bus: ${codes.join(', ')}`);
        }
      }
    },
  };
}
export type EventBus = ReturnType<typeof eventBus>;
