import { action } from '../written-flows.ts';
import { ask, asked, refusal } from './answered-flows.ts';

const create = (link = 'false'): ReturnType<typeof asked> =>
  asked(
    'CreateCase',
    { LinkContactToCase: link, CaseTemplateId: 'template', CaseRequestFields: { title: 'Ana' } },
    { errors: ['ContactNotLinked', 'NoMatchingError'] },
  );
const get = (parameters: Record<string, unknown> = { CustomerId: 'profile' }): ReturnType<typeof asked> =>
  asked(
    'GetCase',
    { LinkContactToCase: 'true', GetLastUpdatedCase: 'false', CaseResponseFields: ['status'], ...parameters },
    { errors: ['ContactNotLinked', 'MultipleFound', 'NoneFound', 'NoMatchingError'] },
  );
const update = (parameters: Record<string, unknown> = {}): ReturnType<typeof asked> =>
  asked(
    'UpdateCase',
    { LinkContactToCase: 'true', CaseId: 'case', CaseRequestFields: { status: 'closed' }, ...parameters },
    { errors: ['ContactNotLinked', 'NoMatchingError'] },
  );

describe('the stand-in of Connect Cases', () => {
  it('creates a case that has an identifier, and says that it is a stand-in and nothing of the caller', async () => {
    const { took, heard, told } = await ask(create(), { reads: 'dossier $.Case.case_id' });
    expect(took).toBe('next');
    expect(heard).toBe('dossier 00000000-0000-4000-8000-000000000001');
    expect(told).toEqual([{ service: 'Connect Cases', text: 'stand-in for CreateCase: success' }]);
  });

  it('finds a case of which a flow reads what it asked for, and no more', async () => {
    const values = { case_id: '42', status: 'ouvert', summary: 'secret' };
    const { took, heard } = await ask(get(), {
      answers: [{ values }],
      reads: '<$.Case.case_id> <$.Case.status> <$.Case.summary>',
    });
    expect(took).toBe('next');
    expect(heard).toBe('<42> <ouvert> <>');
  });

  it.each(['MultipleFound', 'NoneFound', 'NoMatchingError'])('meets %s, with no case', async (error) => {
    const { took, heard } = await ask(get(), { answers: [{ error }], reads: '<$.Case.case_id>' });
    expect(took).toBe(error);
    expect(heard).toBe('mal <>');
  });

  it.each([
    ['GetCase', get()],
    ['CreateCase', create('true')],
  ])('%s that cannot link the contact has a case all the same', async (_, tested) => {
    const answers: [object] = [{ error: 'ContactNotLinked', values: { case_id: '42' } }];
    const { took, heard } = await ask(tested, { answers, reads: '<$.Case.case_id>' });
    expect(took).toBe('ContactNotLinked');
    expect(heard).toBe('mal <42>');
  });

  it('updates a case, or meets its errors', async () => {
    expect((await ask(update())).took).toBe('next');
    expect((await ask(update(), { answers: [{ error: 'ContactNotLinked' }] })).took).toBe('ContactNotLinked');
    expect((await ask(update(), { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
    expect((await ask(create(), { answers: [{ error: 'NoMatchingError' }] })).took).toBe('NoMatchingError');
  });

  it('fails where Connect does: nothing to search by, no field to update, no case', async () => {
    const nobody = get({ CustomerId: '$.Customer.ProfileARN', CaseRequestFields: { title: '$.Attributes.none' } });
    const { took, told } = await ask(nobody);
    expect(took).toBe('NoMatchingError');
    expect(told[0]?.text).toContain('nothing to search by');
    expect((await ask(get({ CustomerId: '', CaseRequestFields: { title: 'Ana' } }))).took).toBe('next');
    expect((await ask(update({ CaseRequestFields: {} }))).took).toBe('NoMatchingError');
    expect((await ask(update({ CaseId: '$.Case.case_id' }))).took).toBe('NoMatchingError');
  });

  it('keeps the case through the flow', async () => {
    const before = action('made', 'CreateCase', { CaseTemplateId: 'template' }, 'asked');
    const { took, heard } = await ask(update({ CaseId: '$.Case.case_id' }), {
      before: [before],
      reads: '$.Case.case_id',
    });
    expect(took).toBe('next');
    expect(heard).toBe('00000000-0000-4000-8000-000000000001');
  });

  it('stands for a link that fails only where the flow asks for one', async () => {
    const { took, running } = await ask(create('false'), { answers: [{ error: 'ContactNotLinked' }] });
    expect(took).toBeUndefined();
    expect(running.events.find(({ kind }) => kind === 'error')?.text).toContain('not ContactNotLinked');
  });

  it('is refused what publication refuses, and in no type of flow', () => {
    const fields = Array.from({ length: 11 }, (_, index) => `field-${index}`);
    expect(refusal(get({ CaseResponseFields: fields }))).toContain('at most 10 CaseResponseFields');
    expect(refusal(asked('CreateCase'))).toContain('CreateCase has no CaseTemplateId');
    expect(refusal(asked('UpdateCase'))).toContain('UpdateCase has no CaseId');
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_HOLD', 'AGENT_WHISPER', 'MODULE']) {
      for (const tested of [create(), get(), update()]) expect(refusal(tested, type)).toBeUndefined();
    }
  });
});
