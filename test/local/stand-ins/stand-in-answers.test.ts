import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { actionSpecifications } from '../../../flow-language/specification/catalogue.ts';
import { callText } from '../../../local/call-text.ts';
import { actionKinds } from '../../../local/connect/actions/catalogue.ts';
import { loadFlow } from '../../../local/connect/load-flow.ts';
import { readStandInAnswers } from '../../../local/connect/stand-in-answers.ts';
import { StandIns } from '../../../local/connect/stand-ins.ts';
import { runCentre } from '../running-centre.ts';
import { action, hangUp, say, written } from '../written-flows.ts';

const errors = { ContactNotLinked: 'none', NoneFound: 'none', MultipleFound: 'none', NoMatchingError: 'none' };
const get = (identifier: string, next: string, link = 'true') =>
  action(identifier, 'GetCase', { CustomerId: '1', LinkContactToCase: link }, { next, errors });
const content = written(
  get('first', 'second'),
  get('second', 'found', 'false'),
  say('found', 'trouvé', 'hang-up'),
  say('none', 'rien', 'hang-up'),
  hangUp,
);
const flow = loadFlow({ arn: 'arn', id: 'id', name: 'tested', type: 'CONTACT_FLOW', content });
const read = (answers: unknown) => readStandInAnswers(JSON.stringify(answers), [flow]);
const [first] = [...flow.actions.values()];

describe('the answers of a script', () => {
  it('are read by identifier or by type, one or several', () => {
    const { answers, problems } = read({
      GetCase: { error: 'NoneFound' },
      second: [{ error: 'NoMatchingError' }, {}, { values: { status: 'ouvert' } }],
      CreateWisdomSession: {},
      ShowView: { result: 'Submit' },
    });
    expect(problems).toEqual([]);
    expect([...answers]).toEqual([
      ['GetCase', [{ error: 'NoneFound' }]],
      ['second', [{ error: 'NoMatchingError' }, {}, { values: { status: 'ouvert' } }]],
      ['CreateWisdomSession', [{}]],
      ['ShowView', [{ result: 'Submit' }]],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no action', { get: {} }, '"get": neither the identifier of an action nor a type of action'],
    ['an action without a stand-in', { found: {} }, '"found": MessageParticipant is not answered by a stand-in'],
    ['a type without a stand-in', { Compare: {} }, '"Compare": neither'],
    [
      'an unknown error',
      { first: { error: 'None' } },
      '"first": GetCase meets the errors ContactNotLinked, MultipleFound',
    ],
    ['an error that its own parameters exclude', { second: { error: 'ContactNotLinked' } }, 'not ContactNotLinked'],
    [
      'a result of what has none',
      { GetCase: { result: 'Found' } },
      '"GetCase": GetCase has no result, so none is Found',
    ],
    ['another key', { GetCase: { outcome: 'Found' } }, '"GetCase": outcome is none of result, error, values'],
    [
      'a result and an error',
      { ShowView: { result: 'A', error: 'B' } },
      '"ShowView": an answer has a result or an error',
    ],
    ['a word for an answer', { GetCase: 'NoneFound' }, '"GetCase": an answer is an object'],
    ['a number for an error', { GetCase: { error: 1 } }, '"GetCase": error is a text'],
    ['a number for a result', { ShowView: { result: 1 } }, '"ShowView": result is a text'],
    ['a list for values', { GetCase: { values: [] } }, '"GetCase": values is an object'],
    ['an empty list', { GetCase: [] }, '"GetCase": no answer in the list'],
    ['a list', [], 'not an object, with one key for each action that is answered'],
  ])('cannot be of %s', (_, answers, problem) => {
    const { problems } = read(answers);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('are all told of where several are wrong, and where they are no JSON', () => {
    expect(read({ get: {}, GetCase: [] }).problems).toHaveLength(2);
    expect(readStandInAnswers('{', []).problems[0]).toMatch(/^not JSON: /);
    expect(readStandInAnswers('\uFEFF{}', []).problems).toEqual([]);
  });

  it('of a type may be an error that only some of its actions meet, or that no flow here has', () => {
    expect(read({ GetCase: { error: 'ContactNotLinked' } }).problems).toEqual([]);
    expect(readStandInAnswers('{"UpdateCase":{"error":"ContactNotLinked"}}', []).problems).toEqual([]);
  });
});

describe('stand-ins', () => {
  it('are run and documented for each action that has one, with the name of its service', () => {
    const lines = readFileSync('docs/stand-ins.md', 'utf8').split('\n');
    const inDocument = (type: string, service: string) =>
      lines.some((line) => line.includes(`\`${type}\``) && line.includes(`| ${service} |`));
    const stoodIn = [...actionSpecifications].filter(([, { standIn }]) => standIn !== undefined);
    expect(stoodIn.length).toBeGreaterThan(25);
    expect(stoodIn.filter(([type]) => !actionKinds.has(type))).toEqual([]);
    expect(stoodIn.filter(([type, { standIn = '' }]) => !inDocument(type, standIn))).toEqual([]);
  });

  it('give answers in order, and the last one from then on; none at first', () => {
    const standIns = new StandIns();
    const next = () => (first ? standIns.next(first) : undefined);
    expect(next()).toBeUndefined();
    standIns.answer('GetCase', { error: 'NoneFound' }, {});
    expect([next(), next(), next()]).toEqual([{ error: 'NoneFound' }, {}, {}]);
    standIns.answer('first', { error: 'MultipleFound' });
    expect(next()).toEqual({ error: 'MultipleFound' });
    standIns.clear();
    expect(next()).toBeUndefined();
  });

  it('answer each action of a flow by what is said of it', async () => {
    const { centre, heard, pass } = runCentre({ flows: { inbound: content } });
    centre.standIns.answer('GetCase', {});
    centre.standIns.answer('second', { error: 'NoneFound' }, {});
    centre.ring('+33612345678');
    await pass(10);
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['rien', 'trouvé']);
  });

  it('are told as documented, and in the terminal, without what was asked for or found', async () => {
    const { centre, events, pass } = runCentre({ flows: { inbound: content } });
    centre.standIns.answer('GetCase', { values: { case_id: 'secret' } });
    centre.ring('+33612345678');
    await pass(10);
    const schema: object = JSON.parse(readFileSync('docs/call-events.schema.json', 'utf8'));
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    expect(events.filter((event) => !validate(event))).toEqual([]);
    const told = events.filter(({ kind }) => kind === 'standIn').map(callText);
    expect(told[0]).toMatch(/ \(Connect Cases, simulé\) stand-in for GetCase: success$/);
    expect(JSON.stringify(events)).not.toMatch(/secret|33612345678/);
  });

  it('are forgotten by the next flow', async () => {
    const { centre, heard, pass } = runCentre({
      flows: {
        inbound: written(
          get('first', 'go'),
          say('none', 'rien', 'go'),
          action('go', 'TransferToFlow', { ContactFlowId: 'next' }),
        ),
        next: written(say('read', '<$.Case.case_id>', 'hang-up'), hangUp),
      },
    });
    centre.ring('+33612345678');
    await pass(10);
    expect(heard()).toEqual(['<>']);
  });
});
