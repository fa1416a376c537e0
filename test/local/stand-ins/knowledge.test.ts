import { ask, asked, refusal } from './answered-flows.ts';

const failure: [object] = [{ error: 'NoMatchingError' }];

const session = (WisdomAssistantArn = 'arn:aws:wisdom:eu-central-1:111111111111:assistant/a') =>
  asked('CreateWisdomSession', { WisdomAssistantArn });

describe('CreateWisdomSession', () => {
  it('gives a session, which a script may name, or fails', async () => {
    const reads = '<$.Wisdom.SessionArn>';
    const { took, heard } = await ask(session(), { reads });
    expect(took).toBe('next');
    expect(heard).toMatch(/^<arn:aws:wisdom:eu-central-1:111111111111:session\/stand-in\/id-\d+>$/);
    expect((await ask(session(), { reads, answers: [{ values: { SessionArn: 'other' } }] })).heard).toBe('<other>');
    const failed = await ask(session(), { reads, answers: failure });
    expect([failed.took, failed.heard]).toEqual(['NoMatchingError', 'mal <>']);
    expect((await ask(session('$.Attributes.none'))).took).toBe('NoMatchingError');
  });

  it('is refused without an assistant, and in no type of flow', () => {
    expect(refusal(asked('CreateWisdomSession'))).toContain('has no WisdomAssistantArn');
    for (const type of ['CUSTOMER_HOLD', 'AGENT_WHISPER', 'MODULE']) expect(refusal(session(), type)).toBeUndefined();
  });
});

const check = (CheckVoiceIdOption = 'enrollmentStatus') =>
  asked('CheckVoiceId', { CheckVoiceIdOption }, { results: ['Enrolled', 'NotEnrolled', 'OptedOut'] });

describe('Voice ID', () => {
  it('has ended: both actions fail, and say why', async () => {
    for (const tested of [check(), asked('StartVoiceIdStream')]) {
      const { took, told } = await ask(tested);
      expect(took).toBe('NoMatchingError');
      expect(told).toHaveLength(1);
      expect(told[0]?.service).toBe('Voice ID');
      expect(told[0]?.text).toContain('Voice ID ended on 2026-05-20');
    }
  });

  it('answers what a script says, to walk the branches of an old flow, but for other channels than calls', async () => {
    for (const result of ['Enrolled', 'NotEnrolled', 'OptedOut'])
      expect((await ask(check(), { answers: [{ result }] })).took).toBe(result);
    expect((await ask(check('fraudDetection'), { answers: [{ result: 'HighRisk' }] })).took).toBe('next');
    expect((await ask(asked('StartVoiceIdStream'), { answers: [{}] })).took).toBe('next');
    const { took, told } = await ask(check(), { answers: [{ result: 'Enrolled' }], place: 'guide' });
    expect(took).toBe('NoMatchingError');
    expect(told[0]?.text).toContain('channel CHAT');
  });

  it('has no other result than those it is known for', async () => {
    const { took, running } = await ask(check(), { answers: [{ result: 'Perhaps' }] });
    expect(took).toBeUndefined();
    expect(running.events.find(({ kind }) => kind === 'error')?.text).toContain('not Perhaps');
  });

  it('is refused in holds, and for another option', () => {
    expect(refusal(check(), 'CUSTOMER_HOLD')).toContain('is not allowed in');
    expect(refusal(asked('StartVoiceIdStream'), 'AGENT_HOLD')).toContain('is not allowed in');
    expect(refusal(check('mood'))).toContain('not mood');
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_WHISPER', 'MODULE']) expect(refusal(check(), type)).toBeUndefined();
  });
});

describe('AuthenticateParticipant', () => {
  const authenticate = asked(
    'AuthenticateParticipant',
    { CognitoConfiguration: { UserPoolArn: 'arn', AppClientId: 'id' }, TimeLimitMinutes: '3' },
    { results: ['OptedOut'], errors: ['TimeLimitExceeded', 'NoMatchingError'] },
  );

  it('lets people of a chat in, unless a script says otherwise', async () => {
    const place = 'guide';
    expect((await ask(authenticate, { place })).took).toBe('next');
    expect((await ask(authenticate, { place, answers: [{ result: 'OptedOut' }] })).took).toBe('OptedOut');
    for (const error of ['TimeLimitExceeded', 'NoMatchingError'])
      expect((await ask(authenticate, { place, answers: [{ error }] })).took).toBe(error);
  });

  it('fails in a call', async () => {
    expect((await ask(authenticate, { answers: [{}] })).took).toBe('NoMatchingError');
  });

  it('is refused anywhere but in a contact flow, and a module', () => {
    expect(refusal(authenticate, 'CUSTOMER_QUEUE')).toContain('is not allowed in');
    expect(refusal(authenticate)).toBeUndefined();
    expect(refusal(authenticate, 'MODULE')).toBeUndefined();
  });
});

describe('LoadContactContent', () => {
  const load = asked('LoadContactContent', { ContentType: 'EmailMessage' });
  const reads = '<$.Email.EmailMessage.Plaintext>';

  it('fails, since no contact here is an e-mail, unless a script has one', async () => {
    const { took, told } = await ask(load, { reads });
    expect(took).toBe('NoMatchingError');
    expect(told[0]?.text).toContain('no contact here is an e-mail');
    const values = { EmailMessage: { Plaintext: 'Bonjour' } };
    expect((await ask(load, { reads, answers: [{ values }] })).heard).toBe('<Bonjour>');
  });

  it('is refused for another content', () => {
    expect(refusal(asked('LoadContactContent'))).toContain('ContentType is EmailMessage, not absent');
    for (const type of ['CUSTOMER_HOLD', 'MODULE']) expect(refusal(load, type)).toBeUndefined();
  });
});

describe('data tables', () => {
  const evaluate = asked('EvaluateDataTableValues', { DataTableId: 'table', Queries: [{ QueryName: 'ask' }] });

  it('have what a script says under the names of the queries, nothing by default', async () => {
    const reads = '<$.DataTables.ask.tier>';
    const values = { ask: { tier: 'or' } };
    expect((await ask(evaluate, { reads })).heard).toBe('<>');
    expect((await ask(evaluate, { reads, answers: [{ values }] })).heard).toBe('<or>');
    expect((await ask(evaluate, { answers: failure })).took).toBe('NoMatchingError');
  });

  it('are listed and written to', async () => {
    const values = { ResultData: { dataTableId: '7' } };
    const reads = '<$.DataTableList.ResultData.dataTableId>';
    expect((await ask(asked('ListDataTableValues'), { reads, answers: [{ values }] })).heard).toBe('<7>');
    expect((await ask(asked('ListDataTableValues'), { answers: failure })).took).toBe('NoMatchingError');
    expect((await ask(asked('UpsertDataTableValues'))).took).toBe('next');
    expect((await ask(asked('UpsertDataTableValues'), { answers: failure })).took).toBe('NoMatchingError');
  });
});
