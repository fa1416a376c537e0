import { supervisionQueue } from '../../../domain/administration/contract.ts';
import { languageCodes, voices } from '../../../lib/flows/voices.ts';
import type { Line } from '../../../local/line.ts';
import type { Circumstances } from './circumstances.ts';
import type { Entry } from './flow-map.ts';

/** What holds for every call in some circumstances. */
export interface Lasting {
  /** What callers head for. */
  wants: (entry: Entry) => boolean;
  /** What they do not lead to, whatever a caller does. */
  closes: (entry: Entry) => boolean;
  /** What is broken all the time. */
  breaks: () => void;
}

const speechSettings = new Set(['UpdateContactTextToSpeechVoice', 'UpdateContactData']);

export function lastingOf(here: Circumstances, { administration, centre }: Line): Lasting {
  return {
    wants: ({ from }) => here.otherProgram === undefined || from.flow === 'outbound-whisper',
    closes: (entry) => isClosedIn(here, entry),
    breaks: () => {
      if (here.withoutSupervision) centre.faults.vanish('queue', supervisionQueue);
      if (!here.voiceless) return;
      for (const language of administration.languages) {
        centre.faults.withdrawVoice(voices[language]);
        centre.faults.withdrawLanguage(languageCodes[language]);
      }
    },
  };
}

function isClosedIn(
  { at, agents, agentComes, queue, voiceless }: Circumstances,
  { from, name, kind, to }: Entry,
): boolean {
  const isOfQueue = from.flow.startsWith('inbound-') && to.action.startsWith('target-queue-');
  if (queue !== undefined && isOfQueue && to.action !== `target-queue-${queue}`) return true;
  // Hours that cannot be read count as open; what the queue is like is better seen by day.
  if (kind === 'leave' && to.flow.startsWith('queue-') && at !== undefined) return true;
  if (kind === 'leave' && /whisper|hold|survey/.test(to.flow)) return agents !== 'here' && agentComes === undefined;
  if (from.action === 'what-is-offered' && name === 'Equals both') return agents !== 'busy';
  if (from.action === 'what-is-offered' && name === 'Equals hour') return agents !== 'none';
  return speechSettings.has(from.type) && kind === (voiceless ? 'next' : 'error');
}
