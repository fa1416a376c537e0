import { readAdministrations } from '../../domain/administration/read-administrations.ts';
import { leafSubjects, queueSubjects } from '../../domain/administration/subjects.ts';
import { faultsWith, shippedFiles } from './configuration-files.ts';

const spoken = { fr: 'les impôts', en: 'taxes' };
const taxes = { key: '2', id: 'impots', spoken };
const leaf = (key: string) => ({ key, id: `impots-${key}`, spoken, queue: 'allocations' });
/** The CAF's second subject, in place of the one that it has. */
const secondSubject = (more: object): string[] => faultsWith([['subjects', 1], { ...taxes, ...more }]);
/** The first subject of its second level. */
const furtherSubject = (more: object): string[] =>
  faultsWith([['subjects', 2, 'subjects', 0], { ...taxes, key: '1', ...more }]);

describe('a subject', () => {
  it.each([
    { queue: 'allocations' },
    { information: { spoken } },
    { information: { spoken, sms: { fr: 'par courrier', en: 'by post' } } },
    { transferNumber: '+33199001234' },
    { transferNumber: '+33809401401' },
  ])('may lead to %j, on either level', (destination) => {
    expect(secondSubject(destination)).toEqual([]);
    expect(furtherSubject(destination)).toEqual([]);
  });

  it('may open a second level of one to three subjects, which may use the key of a language', () => {
    expect(secondSubject({ subjects: [leaf('8')] })).toEqual([]);
    expect(secondSubject({ subjects: [leaf('1'), leaf('2'), leaf('3')] })).toEqual([]);
    expect(secondSubject({ subjects: [] })).toEqual(['subjects[1].subjects []: at least one subject']);
    expect(secondSubject({ subjects: ['1', '2', '3', '4'].map(leaf) })).toEqual([
      expect.stringMatching(/^subjects\[1\]\.subjects .*: at most three subjects/),
    ]);
  });

  it('opens no third level', () => {
    const third = [{ key: '1', id: 'x', spoken, queue: 'allocations' }];
    expect(furtherSubject({ subjects: third })).toEqual([
      'subjects[2].subjects[0].queue: missing; queue, or information, transferNumber, subjects',
      expect.stringMatching(/^subjects\[2\]\.subjects\[0\]\.subjects .*: two levels of subjects, no third$/),
    ]);
  });

  it('leads to one thing', () => {
    const one = 'a subject has one of queue, information, transferNumber and subjects';
    expect(secondSubject({ queue: 'allocations', transferNumber: '+33199001234' })).toEqual([
      `subjects[1].transferNumber "+33199001234": ${one}`,
    ]);
    expect(furtherSubject({ information: { spoken }, transferNumber: '+33199001234' })).toEqual([
      `subjects[2].subjects[0].transferNumber "+33199001234": ${one}`,
    ]);
  });

  it('is judged by what it leads to, however much else is wrong with it', () => {
    const wrong = { key: '0', id: 'X', spoken, queue: 'allocations' };
    expect(secondSubject({ subjects: [wrong] })).toEqual([
      expect.stringMatching(/^subjects\[1\]\.subjects\[0\]\.key "0": one key/),
      expect.stringMatching(/^subjects\[1\]\.subjects\[0\]\.id "X": 1 to 31/),
    ]);
    expect(secondSubject({ information: { spoken: { fr: '' }, sms: { fr: '', en: 'by post' } } })).toEqual([
      expect.stringMatching(/spoken \{.*: missing in en/),
      expect.stringMatching(/spoken\.fr ""/),
      expect.stringMatching(/sms\.fr ""/),
    ]);
  });
});

describe('the subjects that lead somewhere', () => {
  const { administrations } = readAdministrations(shippedFiles);
  const named = Object.fromEntries(administrations.map((administration) => [administration.id, administration]));

  it('are listed over both levels, with the keys that reach them', () => {
    const [, , caf] = administrations;
    if (caf === undefined) throw new Error('the CAF has no fault');
    expect(leafSubjects(caf).map(({ subject, keys, menu }) => [subject.id, keys.join(' '), menu?.id])).toEqual([
      ['allocations', '1', undefined],
      ['attestation', '2', undefined],
      ['famille', '3 1', 'changement'],
      ['logement', '3 2', 'changement'],
      ['travail', '3 3', 'changement'],
    ]);
  });

  it('lead to a queue, or not', () => {
    const queues = Object.values(named).map((line) => queueSubjects(line).map(({ subject }) => subject.queue));
    expect(queues).toEqual([
      ['renseignements'],
      ['droits', 'indemnites', 'droits'],
      ['allocations', 'allocations', 'allocations', 'allocations'],
    ]);
  });
});
