import { plan } from '../../simulation/plan.ts';
import { planPhrases } from '../../simulation/planning/plan-phrases.ts';
import { planText } from '../../simulation/planning/plan-text.ts';
import { pricesFrom, usualPrices } from '../../simulation/planning/prices.ts';
import { textTable, wrapped } from '../../simulation/planning/text-table.ts';
import { deployedLine, everyHalfHour, lineOfAgents, ofLoad } from './a-line.ts';

const plainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
const said = (line: ReturnType<typeof deployedLine>, assumptions = ofLoad(1), language: 'fr' | 'en' = 'fr'): string =>
  plainSpaces(planText(plan(line, assumptions, usualPrices), line, planPhrases(language)));
/** A sentence whatever the lines on which it stands. */
const flowing = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the plan as a manager reads it', () => {
  it('warns, above a load of one, that callback creates no capacity, and says how many may be served and are missing', () => {
    const text = flowing(said(deployedLine('caf'), ofLoad(1.25)));
    expect(text).toContain("Le rappel ne crée pas de capacité : au-dessus de 100 %, quoi qu'on promette, au plus 80 %");
    expect(text).toContain('Il faut au moins 25 agents de plus à toute heure');
  });

  it('names the days that overflow where the week does not', () => {
    const text = flowing(said(deployedLine('caf')));
    expect(text).toContain('lundi, mardi, le travail dépasse les agents');
    expect(text).not.toContain("quoi qu'on promette");
  });

  it('warns of nothing where the work fits, and says when no agent is missing', () => {
    const text = flowing(said(lineOfAgents(42), everyHalfHour(150)));
    expect(text).toContain("Aucun agent ne manque pour l'objectif");
    expect(text).not.toContain('ne crée pas de capacité');
    expect(text).toContain('40');
  });

  it('shows the worst day and a middling one, a half hour a row, with figures that are those of the plan', () => {
    const line = deployedLine('caf');
    const { halfHours } = plan(line, ofLoad(1), usualPrices).queues['allocations']!;
    const rows = said(line)
      .split('\n')
      .filter((row) => /^\d\d:\d\d {2}/.test(row));
    expect(rows).toHaveLength(2 * 15);
    const ten = halfHours.find(({ weekday, from }) => weekday === 'monday' && from === '10:00')!;
    const cells = rows[2]?.trim().split(/ {2,}/);
    expect(cells?.slice(0, 7)).toEqual([
      '10:00',
      ...[ten.persons, ten.agents, ten.agentsForOfficialRate, ten.agentsForTarget].map((n) => String(Math.round(n))),
      ...[ten.missingForOfficialRate, ten.missingForTarget].map(String),
    ]);
  });

  it('says of each price where it comes from and how sure it is, and of a price of yours that it is yours', () => {
    const line = deployedLine('caf');
    expect(flowing(said(line))).toMatch(/0,075 SMS \(à vérifier, 2026-11\) : AWS End User Messaging/);
    const made = plan(line, ofLoad(1), pricesFrom('{"smsPart": {"usd": 0.05, "source": "notre marché"}}'));
    const text = flowing(plainSpaces(planText(made, line, planPhrases('fr'))));
    expect(text).toContain('0,05 SMS (le vôtre) : notre marché');
  });

  it('says whether the queue or the operator is paid for, by the number that people dial', () => {
    expect(said(deployedLine('caf'))).toContain('Numéro direct');
    const free = { ...deployedLine('caf'), publicNumber: '0800 123 456' };
    expect(said(free)).toContain("Numéro gratuit pour l'appelant");
  });

  it('takes all queues together where there are several', () => {
    expect(flowing(said(deployedLine('assurance-maladie')))).toContain('Tous les agents servent toutes les files');
    expect(said(deployedLine('caf'))).not.toContain('toutes les files : ensemble');
  });

  it.each(['caf', 'assurance-maladie', 'allo-service-public'])('of %s has no hole, in both languages', (id) => {
    for (const language of ['fr', 'en'] as const) {
      for (const load of [0.4, 1.2]) {
        const text = said(deployedLine(id), ofLoad(load), language);
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|null/);
        expect(text.split('\n').filter((line) => line.length > 112)).toEqual([]);
        expect(text).not.toMatch(/^\s*[;:!?]/m);
      }
    }
  });
});

describe('a table', () => {
  it('has its columns under each other', () => {
    expect(
      textTable([
        ['a', 'bb'],
        ['ccc', 'd'],
      ]),
    ).toEqual(['a    bb', 'ccc   d']);
  });
});

describe('a paragraph', () => {
  it('is cut between words, and never before a mark of French punctuation', () => {
    const lines = wrapped('un deux trois quatre ; cinq', '  ', 21);
    expect(lines.map(plainSpaces)).toEqual(['un deux trois', '  quatre ; cinq']);
  });
});
