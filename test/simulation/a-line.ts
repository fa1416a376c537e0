import { readFileSync } from 'node:fs';
import type { Administration } from '../../domain/administration/administration.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { type Assumptions, usualAssumptions } from '../../simulation/planning/assumptions.ts';

/** The administration of a file's text, of which one piece may be written otherwise. */
export function lineFrom(text: string, replaced = '', by = ''): Administration {
  const { administrations, faults } = readAdministrations([{ path: 'a.yaml', text: text.replace(replaced, by) }]);
  const [administration] = administrations;
  if (administration === undefined) throw new Error(JSON.stringify(faults));
  return administration;
}

export const deployedLine = (id: string): Administration =>
  lineFrom(readFileSync(`administrations/${id}.yaml`, 'utf8'));

/** One queue of that many agents from 9 to 17 every weekday, calls of six minutes, a patience of five. */
export const lineOfAgents = (agents: number, callback = ''): Administration =>
  lineFrom(`
id: caf
name: CAF
spokenName: { fr: "la Caisse d'allocations familiales" }
region: eu-central-1
alias: rappel-caf
identity: saml
publicNumber: "3230"
hours: { monday: ["09:00-17:00"], tuesday: ["09:00-17:00"], wednesday: ["09:00-17:00"], thursday: ["09:00-17:00"], friday: ["09:00-17:00"] }
queues:
  allocations: { agents: { default: ${agents} }, handleTimeSeconds: 360, patienceSeconds: 300 }
subjects:
  - { key: "1", id: allocations, spoken: { fr: "vos droits et vos paiements" }, queue: allocations }
sms: { senderId: CAF }
${callback}
`);

export const ofLoad = (load: number): Assumptions => ({
  ...usualAssumptions,
  demand: { kind: 'load', load },
  callsPerPerson: 1.9,
});

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** The same number of people in every half hour, each ringing once. */
export const everyHalfHour = (calls: number, queue = 'allocations'): Assumptions => ({
  ...usualAssumptions,
  demand: {
    kind: 'counted',
    source: 'a test',
    calls: {
      [queue]: Object.fromEntries(
        weekdays.map((day) => [day, [{ fromMinutes: 0, toMinutes: 1440, calls: calls * 48 }]]),
      ),
    },
  },
  callsPerPerson: 1,
});
