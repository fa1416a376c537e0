import { checkCompileRequest, checkReportRequest } from '../../domain/reporting/report-request.ts';

const rules = { id: 'caf', timeZone: 'Europe/Paris', retentionDays: { reports: 400 } };
/** Already the 25th in Paris. */
const now = new Date('2026-11-24T23:30:00Z');
const ask = (event: unknown) => checkReportRequest(event, rules, now);
const compile = (event: unknown) => checkCompileRequest(event, rules, now);
const refusal = (answer: object): unknown => ('error' in answer ? answer.error : answer);

describe('a request for a report', () => {
  it('is of local days, today included, both of them', () => {
    const request = { administration: 'caf', from: '2026-11-01', to: '2026-11-25' };
    expect(ask(request)).toEqual({ request: { ...request, format: 'report' } });
    expect(ask({ ...request, format: 'servicesPublicsPlus' })).toMatchObject({
      request: { format: 'servicesPublicsPlus' },
    });
  });

  it.each([
    [
      'of another administration',
      { administration: 'cpam' },
      { code: 'unknownAdministration', path: 'administration' },
    ],
    ['of none', { administration: undefined }, { code: 'unknownAdministration', path: 'administration' }],
    ['in an unknown format', { format: 'xml' }, { code: 'unknownFormat', path: 'format' }],
    ['from no day', { from: '2026-02-30' }, { code: 'notADay', path: 'from' }],
    ['from an instant', { from: '2026-11-01T00:00:00Z' }, { code: 'notADay', path: 'from' }],
    ['to a number', { to: 20261101 }, { code: 'notADay', path: 'to' }],
    ['backwards', { from: '2026-11-03', to: '2026-11-02' }, { code: 'fromAfterTo', path: 'from' }],
    ['of tomorrow', { to: '2026-11-26' }, { code: 'inTheFuture', path: 'to' }],
    ['of 401 days', { from: '2025-10-21', to: '2026-11-25' }, { code: 'tooManyDays', path: 'to' }],
  ])('that is %s is refused with what is wrong', (_, changes, error) => {
    const event = { administration: 'caf', from: '2026-11-01', to: '2026-11-02', ...changes };
    expect(refusal(ask(event))).toMatchObject(error);
  });

  it.each([undefined, null, 'caf', [{ administration: 'caf' }]])('is an object, which %j is not', (event) => {
    expect(refusal(ask(event))).toMatchObject({ code: 'notARequest', path: '' });
  });

  it('may be of 400 days', () => {
    expect(ask({ administration: 'caf', from: '2025-10-22', to: '2026-11-25' })).toHaveProperty('request');
  });
});

describe('a request to compile', () => {
  it('is of the night where it says nothing, else of the days that it names', () => {
    expect(compile({})).toEqual({ days: 'nightly' });
    expect(compile({ day: '2026-11-25' })).toEqual({ days: ['2026-11-25'] });
    expect(compile({ from: '2026-02-27', to: '2026-03-01' })).toEqual({
      days: ['2026-02-27', '2026-02-28', '2026-03-01'],
    });
  });

  it('is refused with what is wrong', () => {
    expect(refusal(compile(null))).toMatchObject({ code: 'notARequest' });
    expect(refusal(compile({ day: 'yesterday' }))).toMatchObject({ code: 'notADay', path: 'day' });
    expect(refusal(compile({ from: '2026-11-01' }))).toMatchObject({ code: 'notADay', path: 'to' });
    expect(refusal(compile({ day: '2026-11-26' }))).toMatchObject({ code: 'inTheFuture', path: 'day' });
    expect(refusal(compile({ from: '2026-10-01', to: '2026-11-05' }))).toMatchObject({ code: 'tooManyDays' });
  });

  it('is refused for a day whose records are gone: its report would be of nobody', () => {
    expect(compile({ day: '2025-10-22' })).toHaveProperty('days');
    expect(refusal(compile({ day: '2025-10-21' }))).toMatchObject({ code: 'forgotten', path: 'day' });
  });
});
