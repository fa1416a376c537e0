/** French territories with a clock of their own, by ISO 3166-1 code. Saint-Barthélemy and Saint-Martin are numbered as Guadeloupe. */
export type Territory = 'RE' | 'YT' | 'GP' | 'MQ' | 'GF' | 'PM' | 'NC' | 'PF' | 'WF';

const timeZones: Readonly<Record<Territory, string>> = {
  RE: 'Indian/Reunion',
  YT: 'Indian/Mayotte',
  GP: 'America/Guadeloupe',
  MQ: 'America/Martinique',
  GF: 'America/Cayenne',
  PM: 'America/Miquelon',
  NC: 'Pacific/Noumea',
  // The Marquesas and the Gambier islands have other clocks, and the same numbers.
  PF: 'Pacific/Tahiti',
  WF: 'Pacific/Wallis',
};

/** How their numbers begin; the first that matches wins, since Mayotte has a part of Réunion's code. */
const prefixes: readonly [prefix: string, territory: Territory][] = [
  ['+262269', 'YT'],
  ['+262639', 'YT'],
  ['+2627093', 'YT'],
  ['+262', 'RE'],
  ['+590', 'GP'],
  ['+596', 'MQ'],
  ['+594', 'GF'],
  ['+508', 'PM'],
  ['+687', 'NC'],
  ['+689', 'PF'],
  ['+681', 'WF'],
];

/** Where the number is at home, and its clock; undefined in mainland France and abroad. */
export function territoryOf(e164: string): { territory: Territory; timeZone: string } | undefined {
  const territory = prefixes.find(([prefix]) => e164.startsWith(prefix))?.[1];
  return territory && { territory, timeZone: timeZones[territory] };
}
