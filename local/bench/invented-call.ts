/** What a fate is drawn with: one stream of chance, one of ids. */
export interface Draw {
  random: () => number;
  id: () => string;
  /** Up to that many, in whole steps. */
  upTo: (most: number) => number;
  timeZone: string;
}
/** A call at its beginning. */
export interface Ringing {
  contactId: string;
  person: string;
  queue: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** In a queue, of those that enter one. */
  waitSeconds: number;
}

/** From the first ring to the queue. */
export const menuMilliseconds = 20_000;

/** Attributes of who has waited: half were told a wait, and those who wait long were proposed a callback. */
export function queueAttributes({ queue, at, waitSeconds }: Ringing, draw: Draw): Record<string, string> {
  const isLong = waitSeconds > 180;
  return {
    stage: 'arrival',
    queue,
    subject: queue,
    firstAnnouncedWaitSeconds: draw.random() < 0.5 ? String(60 * (1 + draw.upTo(9))) : '',
    offerReason: isLong ? 'longWait' : 'waitShort',
    offeredAt: isLong ? new Date(at + menuMilliseconds).toISOString() : '',
    callbackRefusal: isLong && draw.random() < 0.05 ? 'full' : '',
  };
}
