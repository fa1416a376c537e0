import type { CallEvent } from '../call-event.ts';
import type { Clock } from '../clock.ts';
import type { ContactCentre, OutboundRinging, Telephone } from '../connect/centre.ts';

const helps = {
  fr: 'Touches : 0-9 * # pour composer, r raccrocher, d décrocher, + une minute plus tard, > jusqu’à ce que le téléphone sonne, q quitter.',
  en: 'Keys: 0-9 * # to press, r to hang up, d to answer, + one minute later, > until the telephone rings, q to leave.',
};
const minuteMilliseconds = 60_000;
const longestWaitMilliseconds = 24 * 3600_000;

/** One telephone in the terminal, in real time, until the person quits. */
export async function callLive(
  {
    clock,
    centre,
    onEvent,
  }: { clock: Clock; centre: ContactCentre; onEvent: (listener: (event: CallEvent) => void) => void },
  ring: () => Telephone,
  language: keyof typeof helps,
): Promise<void> {
  let telephone: Telephone | undefined = ring();
  let ringing: OutboundRinging | undefined;
  centre.onOutboundCall((call) => {
    ringing = call;
  });
  onEvent((event) => {
    if (event.kind !== 'ended') return;
    if (event.contactId === telephone?.contactId) telephone = undefined;
    if (event.contactId === ringing?.contactId) ringing = undefined;
  });
  const advance = async (milliseconds: number): Promise<void> => {
    clock.stop();
    await clock.runWhile(() => ringing !== undefined, clock.now() + milliseconds);
    clock.follow(1);
  };
  const keys: Record<string, () => void | Promise<void>> = {
    r: () => telephone?.hangUp(),
    d: () => {
      telephone = ringing?.answer('caller') ?? telephone;
      ringing = undefined;
    },
    '+': () => advance(minuteMilliseconds),
    '>': () => advance(longestWaitMilliseconds),
  };
  console.error(helps[language]);
  clock.follow(1);
  for await (const key of keypresses()) {
    if (key === 'q' || key === '\u0003') break;
    if (/^[0-9*#]$/.test(key)) telephone?.press(key);
    else await keys[key]?.();
  }
  clock.stop();
}

/** Single keys from the terminal; from a pipe, its characters one after the other, until it ends. */
async function* keypresses(): AsyncGenerator<string> {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  try {
    for await (const chunk of stdin) yield* String(chunk);
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdin.pause();
  }
}
