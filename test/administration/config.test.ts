import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { assuranceMaladieFile, cafFile, faultLines, shippedFiles, withValues } from './configuration-files.ts';

/** Fault lines of the CAF's file with some values replaced, without the position. */
const faultsWith = (...values: Parameters<typeof withValues>[1]): string[] =>
  faultLines([{ path: 'caf.yaml', text: withValues(cafFile.text, values) }]).map((line) =>
    line.replace(/^caf\.yaml:\d+:\d+:? /, ''),
  );

describe('the files of the repository', () => {
  it('are without fault, and say what the administrations publish', () => {
    const { administrations, faults } = readAdministrations(shippedFiles);
    expect(faults).toEqual([]);
    expect(administrations.map(({ id, publicNumber, number }) => [id, publicNumber, number])).toEqual([
      ['allo-service-public', '3939', 'none'],
      ['assurance-maladie', '3646', 'none'],
      ['caf', '3230', 'none'],
    ]);
  });

  it('get the defaults of what they leave out', () => {
    const text = withValues(cafFile.text, [
      [['callback'], undefined],
      [['sms', 'texts'], undefined],
    ]);
    const [caf] = readAdministrations([{ path: 'caf.yaml', text }]).administrations;
    expect(caf).toMatchObject({
      callback: { offerAboveSeconds: 180, offerEveryMinutes: 3 },
      timeZone: 'Europe/Paris',
      holidays: { zone: 'metropole', through: 2028, extra: [], openOn: [] },
      survey: { afterInformation: true },
      quotas: {},
      retentionDays: { bookings: 30, reports: 400, logs: 90 },
    });
    expect(caf?.sms.countries).toHaveLength(12);
    expect(caf?.sms.texts).toEqual({});
    const [, assuranceMaladie] = readAdministrations(shippedFiles).administrations;
    expect(assuranceMaladie?.languages).toEqual(['fr']);
    expect(caf).not.toHaveProperty('account');
  });

  it('sorts the ranges of a day, so that readers need not', () => {
    const text = withValues(cafFile.text, [
      [
        ['hours', 'monday'],
        ['13:30-16:30', '09:00-12:00'],
      ],
    ]);
    const [caf] = readAdministrations([{ path: 'caf.yaml', text }]).administrations;
    expect(caf?.hours.monday).toEqual(['09:00-12:00', '13:30-16:30']);
  });
});

describe('a fault', () => {
  it('is one line: file, line, column, path, value, what is allowed', () => {
    const text = cafFile.text.replace("monday: ['09:00-16:30']", "monday:\n  - '25:00-26:00'");
    const line = text.split('\n').findIndex((written) => written.includes('25:00')) + 1;
    expect(faultLines([{ path: 'administrations/caf.yaml', text }])).toEqual([
      `administrations/caf.yaml:${line}:5 hours.monday[0] "25:00-26:00": hours run from 00:00 to 24:00`,
    ]);
  });

  it('hides no other: five faults in two files are five lines', () => {
    const caf = withValues(cafFile.text, [
      [['colour'], 'blue'],
      [['hours', 'monday'], ['09:00-12:61']],
      [['queues', 'allocations', 'agents'], { default: 60, '12:00-14:00': 40, '13:00-15:00': 30 }],
      [['publicNumber'], '0 892 70 12 34'],
    ]);
    const second = withValues(assuranceMaladieFile.text, [[['id'], 'caf']]);
    const lines = faultLines([
      { path: 'caf.yaml', text: caf },
      { path: 'second.yaml', text: second },
    ]);
    expect(lines.map((line) => line.replace(/:\d+:\d+/, '').slice(0, 90))).toEqual([
      'caf.yaml publicNumber "0 892 70 12 34": a premium number: callers pay more than a call; pu',
      'caf.yaml hours.monday[0] "09:00-12:61": minutes run from 00 to 59',
      'caf.yaml queues.allocations.agents["13:00-15:00"] 30: overlaps "12:00-14:00"',
      expect.stringMatching(/^caf.yaml colour "blue": unknown key; allowed: id, name, /),
      'second.yaml id "caf": the same id as caf.yaml',
    ]);
  });

  it('stays on one line however long or strange the value', () => {
    const [line, ...others] = faultsWith([['identity'], `x\n${'y'.repeat(500)}`]);
    expect(others).toEqual([]);
    expect(line).not.toContain('\n');
    expect(line?.length).toBeLessThan(120);
  });

  it('takes the administration, and no other one, out of the answer', () => {
    const broken = { path: 'caf.yaml', text: withValues(cafFile.text, [[['identity'], 'ldap']]) };
    const { administrations } = readAdministrations([broken, assuranceMaladieFile]);
    expect(administrations.map(({ id }) => id)).toEqual(['assurance-maladie']);
  });
});

describe('a text that is not such a file', () => {
  it.each([
    ['', /^caf\.yaml:1:1: the file is empty$/],
    ['# nothing yet\n', /^caf\.yaml:1:1: the file is empty$/],
    ['- caf\n', /^caf\.yaml:1:1 \["caf"\]: a map$/],
    ['id: [caf\nname: CAF\n', /^caf\.yaml:2:1: not YAML: /],
    ['id: caf\n---\nid: caf\n', /^caf\.yaml:\d+:1: not YAML: /],
    ['id: !secret caf\n', /^caf\.yaml:1:5: not YAML: /],
  ])('%j gives one fault', (text, expected) => {
    const lines = faultLines([{ path: 'caf.yaml', text }]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(expected);
  });

  it('names a key that is written twice, where it is written again', () => {
    const line = cafFile.text.split('\n').length;
    expect(faultLines([{ path: 'caf.yaml', text: `${cafFile.text}name: CAF\n` }])).toEqual([
      `caf.yaml:${line}:1 name "CAF": the same key twice`,
    ]);
  });

  it('refuses aliases without expanding them', () => {
    const bomb = Array.from({ length: 15 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const lines = faultLines([{ path: 'caf.yaml', text: `a0: &a0 x\n${bomb.join('\n')}` }]);
    expect(lines).toHaveLength(30);
    expect(lines[0]).toMatch(/^caf\.yaml:2:\d+ a1\[0\]: aliases are not allowed/);
  });

  it('refuses a key that is a list', () => {
    expect(faultLines([{ path: 'caf.yaml', text: '[id, name]: caf\n' }])).toEqual([
      'caf.yaml:1:1: a key is a word, not a list or a map',
    ]);
  });

  it('survives keys that objects treat specially', () => {
    const lines = faultLines([{ path: 'caf.yaml', text: `${cafFile.text}__proto__: { id: x }\nconstructor: 1\n` }]);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['__proto__', 'constructor']);
  });
});
