import * as connect from '@aws-sdk/client-connect';
import * as sms from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readProfile } from '../../simulation/planning/read-profile.ts';
import { pricesFrom } from '../../simulation/planning/prices.ts';
import { administration, resourcesOf, synthesiseLine } from '../stack/synthesise-line.ts';

const page = readFileSync('docs/go-live.md', 'utf8');
const configuration = readFileSync('docs/configuration.md', 'utf8');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const resources = resourcesOf(synthesiseLine(administration('caf')));

/** What stands between backticks, in a line or in a block. */
const quoted = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
/** As GitHub names a heading. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
/** `list-test-cases` as the SDK names it. */
const pascal = (operation: string): string =>
  operation.replaceAll(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
const all = (pattern: RegExp): string[] => [...new Set([...page.matchAll(pattern)].map(([, found = '']) => found))];

describe('docs/go-live.md', () => {
  it('names only commands that there are', () => {
    const commands = all(/npm run ([a-z-]+)/g);
    expect(commands).toEqual(expect.arrayContaining(['plan', 'doctor', 'switch', 'alert', 'report', 'forget']));
    expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
    expect(all(/npx cdk ([a-z]+)/g).filter((verb) => !/^(bootstrap|diff|deploy|destroy|synth)$/.test(verb))).toEqual(
      [],
    );
  });

  it('names only options of the plan that it takes', () => {
    const options = all(/npm run plan .*?(--[a-z-]+)/g).concat('--profile', '--language', '--json', '--prices');
    const taken = readFileSync('simulation/commands/plan-options.ts', 'utf8');
    for (const option of options) expect(taken).toMatch(new RegExp(`'?${option.slice(2)}'?: \\{ type:`));
  });

  it.each([
    ['connect', connect],
    ['pinpoint-sms-voice-v2', sms],
  ])('names only operations of AWS that there are: aws %s', (service, client) => {
    const operations = all(new RegExp(`aws ${service} ([a-z0-9-]+)`, 'g'));
    expect(operations.length).toBeGreaterThan(0);
    expect(operations.filter((operation) => !(`${pascal(operation)}Command` in client))).toEqual([]);
  });

  it('links to pages and headings that there are', () => {
    const links = all(/\]\(([^)]+)\)/g);
    const broken = links
      .filter((link) => !link.startsWith('https://'))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? 'docs/go-live.md' : join(dirname('docs/go-live.md'), file);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
      });
    expect(links.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('names only keys of the file that there are', () => {
    const known = [...configuration.matchAll(/^#{2,3} `([^`]+)`$/gm)].map(([, key]) => key);
    const keys = quoted
      .map((text) => text.replace(/: .*$/, ''))
      .filter((text) => /^[a-z][A-Za-z]*(\.[A-Za-z]+|\.<[a-z]+>)*$/.test(text))
      .filter((text) => text.includes('.') || known.includes(text));
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !known.includes(key) && !/\.(json|yaml|md)$/.test(key))).toEqual([]);
  });

  it('says of everything that a deleted stack keeps that it is kept', () => {
    const kept = Object.values(resources)
      .filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
      .map(({ Type }) => Type);
    expect(kept).toContain('AWS::DynamoDB::Table');
    expect([...new Set(kept)].filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });

  it('gives people the profiles that the stack has', () => {
    const names = Object.values(resources).flatMap(({ Type, Properties }) =>
      Type === 'AWS::Connect::SecurityProfile'
        ? [Properties['SecurityProfileName']]
        : Type === 'AWS::Connect::RoutingProfile'
          ? [Properties['Name']]
          : [],
    );
    expect(new Set(quoted.filter((text) => /^rappel(-[a-z]+)?$/.test(text)))).toEqual(new Set(names));
  });

  it('has examples that the plan can read: half hours and prices', () => {
    const [calls = '', prices = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json);
    const line = administration('caf');
    const { demand } = readProfile(calls, 'appels.json', { ...line, queues: { accueil: line.queues['allocations']! } });
    expect(demand.calls).toHaveProperty('accueil.tuesday', [
      { fromMinutes: 540, toMinutes: 570, calls: 320 },
      { fromMinutes: 570, toMinutes: 600, calls: 340 },
    ]);
    expect(pricesFrom(prices)).toMatchObject({ smsPart: { usd: 0.06 }, outboundMinute: { usd: 0.02 } });
  });
});
