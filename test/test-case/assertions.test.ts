import { action, hangUp, say } from '../local/written-flows.ts';
import { assert, completed, content, hears, initiated, observation, runOn } from './written-test-cases.ts';

const line = [
  action(
    'set',
    'UpdateContactAttributes',
    { Attributes: { subject: 'acte', count: '12' } },
    {
      next: 'greet',
      errors: { NoMatchingError: 'hang-up' },
    },
  ),
  say('greet', 'Bonjour.', 'bye'),
  say('bye', 'Au revoir.', 'hang-up'),
  hangUp,
];
const asserted = async (...assertion: Parameters<typeof assert>) =>
  (await runOn(line, content(observation('greeting', hears('bonjour'), { actions: [assert(...assertion)] })))).failures;

describe('an assertion', () => {
  it.each([
    ['$.Attributes.subject', 'Equals', 'acte'],
    ['$.Attributes.subject', 'TextStartsWith', 'ac'],
    ['$.Attributes.subject', 'TextEndsWith', 'te'],
    ['$.Attributes.subject', 'TextContains', 'ct'],
    ['$.Attributes.count', 'NumberGreaterThan', '11'],
    ['$.Attributes.count', 'NumberGreaterOrEqualTo', '12'],
    ['$.Attributes.count', 'NumberLessThan', '13'],
    ['$.Attributes.count', 'NumberLessOrEqualTo', '12'],
    ['$.Channel', 'Equals', 'VOICE'],
    ['$.Attributes.subject', 'Exists', undefined],
  ])('%s %s %s holds', async (namespace, operator, operand) => {
    expect(await asserted(namespace, operator, operand)).toEqual([]);
  });

  it('that does not hold fails the test with what the value was', async () => {
    expect(await asserted('$.Attributes.subject', 'Equals', 'autre')).toEqual([
      '"greeting": $.Attributes.subject is "acte", and is to satisfy Equals "autre"',
    ]);
    expect(await asserted('$.Attributes.absent', 'Exists')).toEqual([
      '"greeting": $.Attributes.absent is empty, and is to exist',
    ]);
    expect(await asserted('$.Attributes.subject', 'NumberLessThan', '3')).toHaveLength(1);
  });

  it('that does not hold ends the test at once', async () => {
    const { failures, heard } = await runOn(
      line,
      content(
        observation('greeting', hears('bonjour'), { actions: [assert('$.Attributes.count', 'Equals', '1')] }),
        observation('bye', hears('au revoir')),
      ),
    );
    expect(failures).toEqual([
      expect.stringContaining('"greeting": $.Attributes.count is "12"'),
      expect.stringContaining('"bye" was not observed before an assertion failed'),
    ]);
    expect(heard()).toEqual(['Bonjour.']);
  });

  it('may be made of the attributes given at first, and once the test is completed', async () => {
    const attributes = {
      Content: content(
        observation('start', initiated, { actions: [assert('$.Attributes.given', 'Equals', 'oui')] }),
        observation('end', completed, {
          actions: [assert('$.Attributes.count', 'Equals', '12'), assert('$.Attributes.given', 'Equals', 'oui')],
        }),
      ),
      InitializationData: '{"given":"oui"}',
    };
    expect((await runOn(line, attributes)).failures).toEqual([]);
    const broken = observation('end', completed, { actions: [assert('$.Attributes.count', 'Equals', '1')] });
    expect((await runOn(line, content(broken))).failures).toEqual([expect.stringContaining('is "12"')]);
  });
});
