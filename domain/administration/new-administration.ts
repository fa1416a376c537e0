import { identifierPattern } from './schema-values.ts';
import { placeholder } from './yaml-source.ts';

/**
 * The text of a new file of `administrations/`, to fill in: each placeholder left in place is a fault at synthesis.
 * @throws RangeError where the id is not one to 31 lower-case letters, digits and hyphens, a letter first
 */
export function newAdministration(id: string): string {
  if (!identifierPattern.test(id)) throw new RangeError(`not the id of an administration: ${JSON.stringify(id)}`);
  return `# yaml-language-server: $schema=./administration.schema.json
# Replace every "${placeholder}" (to fill in): synthesis refuses those that are left. All other values are proposals.
# docs/configuration.md tells every key and its effect.

id: ${id} # names the stack, Rappel-${id}; never changed afterwards
name: "${placeholder}" # first word of every SMS, 20 characters at most
spokenName: { fr: "${placeholder}" } # as callers hear it, with its article: "la Caisse d'allocations familiales"

region: eu-central-1 # Frankfurt, or eu-west-2, London; never changed afterwards
# account: "111111111111"    # the AWS account; without it, that of your credentials
alias: rappel-${id} # of the Connect instance: unique in the world, never changed afterwards
identity: saml # agents sign in with your directory (saml) or in Amazon Connect (connect); never changed afterwards

publicNumber: "${placeholder}" # what people dial, as published: "3230", "01 23 45 67 89"; no premium number
number: none # once ordered or ported for the instance: { arn: "…", displayed: "+33…" }

timeZone: Europe/Paris
holidays: { zone: metropole, through: 2028, extra: [], openOn: [] } # zone: metropole, alsace-moselle, reunion, …

hours: # local time; a day not named is closed
  monday: ["09:00-12:00", "13:30-16:30"]
  tuesday: ["09:00-12:00", "13:30-16:30"]
  wednesday: ["09:00-12:00", "13:30-16:30"]
  thursday: ["09:00-12:00", "13:30-16:30"]
  friday: ["09:00-12:00", "13:30-16:30"]

queues:
  accueil:
    agents: { default: "${placeholder}" } # agents on duty; ranges may replace it: { default: 12, "12:00-13:30": 8 }
    handleTimeSeconds: "${placeholder}" # mean time an agent spends on a call, with what follows it, in seconds
    patienceSeconds: 360 # mean time callers would wait before they hang up, in seconds

subjects: # what callers choose from: at most three, keys "1" to "8"
  - key: "1"
    id: accueil
    spoken: { fr: "${placeholder}" } # what follows "pour": "vos droits et vos paiements"
    queue: accueil

sms:
  senderId: "${placeholder}" # who SMS come from: 3 to 11 letters and digits, authorised by the operators
`;
}
