import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { compiledKey } from '../../domain/reporting/compiled-rows.ts';
import { reportJsonSchema } from '../../domain/reporting/report-schema.ts';
import { contactLine } from './lines-of-calls.ts';
import { ReportDesk } from './report-desk.ts';

const schemaText = readFileSync('docs/report.schema.json', 'utf8');
const schema = JSON.parse(schemaText) as { definitions: Record<string, object> };
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const isAnswer = ajv.compile(schema);
const isRequest = ajv.compile({ ...schema, $ref: '#/definitions/request' });

/** On each of these days the same person rings, and one more of that day. */
async function compiled(days: readonly string[], now: string): Promise<ReportDesk> {
  const desk = new ReportDesk().at(now);
  for (const day of days) {
    const year = day.slice(0, 4);
    await desk.objects.record('calls', day, [
      contactLine(`${day}-a`, `${day}T10:00:00Z`, { person: `${year}-everyday` }),
      contactLine(`${day}-b`, `${day}T11:00:00Z`, { person: `${year}-${day}` }),
    ]);
    await desk.compile({ day });
  }
  return desk;
}

async function answered(desk: ReportDesk, event: object) {
  const answer = await desk.query(event);
  expect(isAnswer(answer) || isAnswer.errors).toBe(true);
  if (!('metrics' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

describe('the report of a range', () => {
  it('sums the days, and counts each person once', async () => {
    const desk = await compiled(['2026-11-23', '2026-11-24'], '2026-11-25T10:00:00Z');
    const range = { from: '2026-11-23', to: '2026-11-24' };
    const report = await answered(desk, range);
    expect(report).toMatchObject({
      ...range,
      missingDays: [],
      metrics: { calls: 4, personDays: 4, persons: 3, answerRate: 1 },
    });
    expect(Object.keys(report.byDay)).toEqual(['2026-11-23', '2026-11-24']);
  });

  it('of one day is that of the day', async () => {
    const desk = await compiled(['2026-11-24'], '2026-11-25T10:00:00Z');
    expect(await answered(desk, { from: '2026-11-24', to: '2026-11-24' })).toEqual(desk.report('2026-11-24'));
  });

  it('names the days that were never compiled', async () => {
    const desk = await compiled(['2026-11-23'], '2026-11-25T10:00:00Z');
    const report = await answered(desk, { from: '2026-11-22', to: '2026-11-24' });
    expect(report).toMatchObject({ missingDays: ['2026-11-22', '2026-11-24'], metrics: { calls: 2, persons: 2 } });
  });

  it('of days none of which was compiled has every figure, and knows of no person', async () => {
    const report = await answered(new ReportDesk().at('2026-11-25T10:00:00Z'), {
      from: '2026-11-01',
      to: '2026-11-24',
    });
    expect(report.missingDays).toHaveLength(24);
    expect(report.metrics).toMatchObject({ calls: 0, answerRate: null, persons: null });
  });

  it('over New Year counts no persons: the same one has another hash', async () => {
    const desk = await compiled(['2026-12-31', '2027-01-02'], '2027-01-03T10:00:00Z');
    const report = await answered(desk, { from: '2026-12-31', to: '2027-01-02' });
    expect(report).toMatchObject({
      personVersions: ['2026', '2027'],
      metrics: { calls: 4, persons: null, personDays: 4 },
    });
  });

  it('counts no persons where there are more person-days than one function holds', async () => {
    const desk = await compiled(['2026-11-23', '2026-11-24'], '2026-11-25T10:00:00Z');
    const big = desk.report('2026-11-23');
    big.metrics.personDays = 999_999;
    await desk.objects.put('reports/day=2026-11-23/report.json', JSON.stringify(big));
    const read = desk.objects.read.length;
    const report = await answered(desk, { from: '2026-11-23', to: '2026-11-24' });
    expect(report.metrics.persons).toBeNull();
    expect(desk.objects.read.slice(read)).not.toContain(compiledKey('persons', '2026-11-23'));
  });

  it('is also given in the shape of the open data of Services Publics+', async () => {
    const desk = await compiled(['2026-11-24'], '2026-11-25T10:00:00Z');
    const answer = await desk.query({ from: '2026-11-24', to: '2026-11-24', format: 'servicesPublicsPlus' });
    expect(isAnswer(answer)).toBe(true);
    const [heading = '', first = '', , satisfied = ''] = 'csv' in answer ? answer.csv.split('\r\n') : [];
    expect(heading).toContain("Code SP+ de l'indicateur,Valeur,Fréquence,Date de mise à jour");
    expect(first).toBe(',,CAF,,,Taux de décroché par un agent,100,quotidienne,2026-11-24,2026-11-24,2026-11-24,2');
    // Hidden below 30 answers: no value is no 0.
    expect(satisfied).toContain('satisfaction globale des usagers,,quotidienne');
  });

  it('is refused by a value that says what is wrong, and asks the bucket for nothing', async () => {
    const desk = new ReportDesk().at('2026-11-25T10:00:00Z');
    const answer = await desk.query({ administration: 'cpam', from: '2026-11-24', to: '2026-11-24' });
    expect(answer).toMatchObject({ error: { code: 'unknownAdministration', path: 'administration' } });
    expect(isAnswer(answer)).toBe(true);
    expect(desk.objects.read).toEqual([]);
  });

  it('fails where the bucket does not answer: to leave the day out would be another figure', async () => {
    const desk = await compiled(['2026-11-24'], '2026-11-25T10:00:00Z');
    desk.objects.faults.set('reports/day=2026-11-24/report.json', new Error('SlowDown'));
    await expect(desk.query({ from: '2026-11-23', to: '2026-11-24' })).rejects.toThrow('SlowDown');
  });
});

describe('the schema of reports', () => {
  it('is the one that npm run schema writes', () => {
    expect(schemaText).toBe(reportJsonSchema());
  });

  it('takes the requests that are answered, and no other', () => {
    expect(isRequest({ administration: 'caf', from: '2026-11-24', to: '2026-11-24' })).toBe(true);
    expect(isRequest({ administration: 'caf', from: '2026-11-24' })).toBe(false);
    expect(isRequest({ administration: 'caf', from: '24/11/2026', to: '2026-11-24' })).toBe(false);
  });

  it('wants every key of a report, and knows no other', async () => {
    const desk = await compiled(['2026-11-24'], '2026-11-25T10:00:00Z');
    const { missingDays: _, ...without } = desk.report('2026-11-24');
    expect(isAnswer(without)).toBe(false);
    expect(isAnswer({ ...desk.report('2026-11-24'), mood: 'good' })).toBe(false);
  });
});
