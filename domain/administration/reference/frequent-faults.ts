import { formatFault } from '../faults.ts';
import { readAdministrations } from '../read-administrations.ts';
import { placeholder } from '../yaml-source.ts';
import { smallestFile } from './smallest-file.ts';

/** One line of the smallest file, written otherwise, and how that is told. */
export interface FrequentFault {
  written: string;
  told: string[];
}

/** What is written in place of what. */
const slips: readonly [instead: string, written: string][] = [
  ['monday: ["09:00-16:30"]', 'monday: ["9h-16h30"]'],
  ['["09:00-12:00", "13:30-16:30"]', '["09:00-14:00", "13:30-16:30"]'],
  ['publicNumber: "3230"', 'publicNumber: 3230'],
  ['publicNumber: "3230"', 'publicNumber: "0892 70 12 34"'],
  ['region: eu-central-1', 'region: eu-west-3'],
  ['sms: { senderId: CAF }', 'sms: { senderID: CAF }'],
  ['senderId: CAF', 'senderId: INFO'],
  ['queue: allocations', 'queue: allocation'],
  ['"vos droits et vos paiements"', '"vos droits, sur caf.fr"'],
  ['name: CAF', `name: "${placeholder}"`],
  ['handleTimeSeconds: 360', 'handleTimeSeconds: 6 minutes'],
  ['identity: saml', 'identity: saml\nlanguages: [fr, de]'],
  ['hours: {', 'hours: {{'],
];

/** The faults that are met most, as the smallest file gives them today. */
export function frequentFaults(): FrequentFault[] {
  return slips.map(([instead, written]) => {
    const text = smallestFile.replace(instead, () => written);
    const { faults } = readAdministrations([{ path: 'administrations/caf.yaml', text }]);
    return { written: written.split('\n').at(-1) ?? '', told: faults.map(formatFault) };
  });
}
