import { ContactNotFoundException, ResourceNotFoundException } from '@aws-sdk/client-connect';

/** What Connect answers, or `absent` where it knows no such thing. */
export async function unlessNotFound<Answer>(
  request: Promise<Answer>,
  absent: Answer | object,
): Promise<Partial<Answer>> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ResourceNotFoundException || error instanceof ContactNotFoundException) return absent;
    throw error;
  }
}
