import { lineRules, lineRulesFault, ownNumbersOf } from '../../domain/administration/line-rules.ts';
import { newAdministration } from '../../domain/administration/new-administration.ts';
import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { placeholder } from '../../domain/administration/yaml-source.ts';
import { assuranceMaladieFile, cafFile, faultLines, withValues } from './configuration-files.ts';

describe('the file of a new administration', () => {
  const text = newAdministration('carsat');

  it('is refused for what is left to fill in, and for nothing else', () => {
    const lines = faultLines([{ path: 'carsat.yaml', text }]);
    const left = text.split('\n').filter((line) => line.includes(placeholder) && !line.startsWith('#'));
    expect(lines).toHaveLength(left.length);
    expect(lines.every((line) => line.endsWith('"À REMPLIR": a placeholder left in place: fill it in'))).toBe(true);
  });

  it('is complete once filled in', () => {
    const filled = withValues(text, [
      [['name'], 'Carsat'],
      [['spokenName', 'fr'], "la caisse d'assurance retraite"],
      [['publicNumber'], '3960'],
      [['queues', 'accueil', 'agents', 'default'], 12],
      [['queues', 'accueil', 'handleTimeSeconds'], 420],
      [['subjects', 0, 'spoken', 'fr'], 'votre retraite'],
      [['sms', 'senderId'], 'CARSAT'],
    ]);
    const { administrations, faults } = readAdministrations([cafFile, { path: 'carsat.yaml', text: filled }]);
    expect(faults).toEqual([]);
    expect(administrations[1]).toMatchObject({ id: 'carsat', alias: 'rappel-carsat', number: 'none' });
  });

  it.each(['', 'Carsat', '1er', 'a b', '../caf', 'x'.repeat(32)])('is not written for the id %j', (id) => {
    expect(() => newAdministration(id)).toThrow(RangeError);
  });
});

describe('the rules that Lambdas get', () => {
  const number = { arn: 'arn:aws:connect:eu-central-1:111111111111:phone-number/a', displayed: '+33199001234' };
  const { administrations } = readAdministrations([
    { ...cafFile, text: withValues(cafFile.text, [[['number'], number]]) },
    assuranceMaladieFile,
  ]);

  it('know the numbers of every administration that has one', () => {
    expect(ownNumbersOf(administrations)).toEqual(['+33199001234']);
  });

  it('leave room in the environment of a Lambda, and leave out what Lambdas do not read', () => {
    for (const administration of administrations) {
      const rules = lineRules(administration, ownNumbersOf(administrations));
      expect(JSON.stringify(rules).length).toBeLessThan(1000);
      expect(rules).not.toHaveProperty('subjects');
      expect(rules.countries).toEqual(administration.sms.countries);
      expect(rules.ownNumbers).toEqual(['+33199001234']);
    }
  });

  it('are refused, with the file, when they would not fit', () => {
    const ranges = Array.from(
      { length: 24 },
      (_, hour) => `${String(hour).padStart(2, '0')}:00-${String(hour).padStart(2, '0')}:59`,
    );
    const agents = { default: 1, ...Object.fromEntries(ranges.map((range) => [range, 100])) };
    const hours = {
      monday: ranges,
      tuesday: ranges,
      wednesday: ranges,
      thursday: ranges,
      friday: ranges,
      saturday: ranges,
    };
    const text = withValues(cafFile.text, [
      [['queues', 'allocations', 'agents'], agents],
      [['queues', 'allocations', 'hours'], hours],
    ]);
    const { administrations: none, faults } = readAdministrations([{ path: 'caf.yaml', text }]);
    expect(none).toEqual([]);
    expect(faults).toMatchObject([
      { file: 'caf.yaml', message: expect.stringMatching(/take \d+ bytes where Lambda has room for 3000/) },
    ]);
  });

  it('fit exactly to the last byte', () => {
    const [caf] = administrations;
    if (!caf) throw new Error('the CAF has no fault');
    const rules = lineRules(caf, []);
    const room = 3000 - JSON.stringify({ ...rules, name: '' }).length;
    expect(lineRulesFault({ ...rules, name: 'x'.repeat(room) })).toBeUndefined();
    expect(lineRulesFault({ ...rules, name: 'x'.repeat(room + 1) })).toContain('3001 bytes');
    expect(lineRulesFault({ ...rules, name: 'é'.repeat(room) })).toContain('bytes');
  });
});
