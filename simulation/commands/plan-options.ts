import { parseArgs } from 'node:util';
import { planLanguages, type PlanLanguage } from '../planning/plan-phrases.ts';

export const planUsage =
  'npm run plan -- <administration> [--load 1.0 | --calls-per-hour N | --profile FILE] [--calls-per-person N]\n' +
  '  [--abandoned 0.03] [--take 0.7] [--prices FILE] [--language fr|en] [--json]';

/** The command line was wrong: status 2, with what is allowed. */
export class UsageFault extends Error {}

export interface PlanOptions {
  administration: string;
  /** At most one of these three is there. */
  load: number | undefined;
  callsPerHour: number | undefined;
  profile: string | undefined;
  callsPerPerson: number | undefined;
  abandoned: number | undefined;
  take: number | undefined;
  prices: string | undefined;
  language: PlanLanguage;
  json: boolean;
}

/** @throws UsageFault */
export function readPlanOptions(parameters: string[]): PlanOptions {
  const { values, positionals } = parse(parameters);
  const [administration, ...others] = positionals;
  if (administration === undefined || others.length > 0) throw new UsageFault(planUsage);
  const demands = [values.load, values['calls-per-hour'], values.profile].filter((given) => given !== undefined);
  if (demands.length > 1) throw new UsageFault('one of --load, --calls-per-hour and --profile');
  const language = planLanguages.find((known) => known === values.language);
  if (language === undefined) throw new UsageFault(`--language "${values.language}": ${planLanguages.join(' or ')}`);
  return {
    administration,
    load: within('--load', values.load, 0.01, 10),
    callsPerHour: within('--calls-per-hour', values['calls-per-hour'], 1, 1e6),
    profile: values.profile,
    callsPerPerson: within('--calls-per-person', values['calls-per-person'], 1, 20),
    abandoned: within('--abandoned', values.abandoned, 0.001, 0.5),
    take: within('--take', values.take, 0, 1),
    prices: values.prices,
    language,
    json: values.json,
  };
}

function within(option: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most)) {
    throw new UsageFault(`${option} "${value}": a number from ${least} to ${most}, with a point`);
  }
  return number;
}

function parse(parameters: string[]) {
  try {
    return parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        load: { type: 'string' },
        'calls-per-hour': { type: 'string' },
        profile: { type: 'string' },
        'calls-per-person': { type: 'string' },
        abandoned: { type: 'string' },
        take: { type: 'string' },
        prices: { type: 'string' },
        language: { type: 'string', default: 'fr' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (fault) {
    throw new UsageFault(`${planUsage}\n${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
