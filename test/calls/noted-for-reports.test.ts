import type { KeptAttribute } from '../../domain/reporting/contract.ts';
import { faultyLambdas } from './lambda-faults.ts';
import { tellCall, type PlacedCall } from './place-call.ts';
import { laterSurveyFolder } from './synthesised.ts';

type Noted = Partial<Record<KeptAttribute, string>>;

/** What each contact's attributes were when it ended, in the order of their ends. */
async function noted(call: PlacedCall): Promise<Noted[]> {
  const ends: Noted[] = [];
  await tellCall({
    ...call,
    before: async (line, laptop) => {
      line.onEvent(({ kind, contactId }) => {
        if (kind === 'ended') ends.push({ ...line.centre.attributes(contactId) });
      });
      await call.before?.(line, laptop);
    },
  });
  return ends;
}

const first = async (call: PlacedCall): Promise<Noted> => {
  const [end] = await noted(call);
  if (end === undefined) throw new Error('no contact ended');
  return end;
};
const closedAt = '2026-11-24T20:00';

async function stagesOfRingingAgain(press: string) {
  const ends = await noted({ queue: 40, press: '1 2 1', others: [{ at: '2026-11-24T10:10', press }] });
  return ends.map(({ stage }) => stage);
}

describe('how far a call came', () => {
  it.each<[string, PlacedCall, string]>([
    ['who hangs up in the menu', { press: 'x' }, 'menu'],
    ['who hangs up on hearing the wait', { queue: 40, press: '1 x' }, 'arrival'],
    ['who waits', { queue: 40, press: '1 0 w30 x' }, 'arrival'],
    [
      'whose functions all fail',
      { press: '1', lambdas: faultyLambdas({ 'tell-position': { throws: 'down' } }) },
      'arrival',
    ],
    ['who rings when the line is closed', { at: closedAt, press: '1 - -' }, 'closed'],
    [
      'who hangs up before the text is over',
      {
        press: '2',
        hangsUpAt: ({ kind, text }) => kind === 'heard' && text !== null && text.startsWith('Il y a deux'),
      },
      'menu',
    ],
    ['who has heard the text', { press: '2' }, 'informed'],
    ['who hears it and asks for an agent all the same', { press: '2 0' }, 'arrival'],
    ['who hears it, and asks for an agent when the line is closed', { at: closedAt, press: '2 0 - -' }, 'closed'],
    ['who hears it and is sent it too', { administration: 'allo-service-public', press: '2 1' }, 'informed'],
  ])('is noted of %s', async (_, call, stage) => {
    expect(await first(call)).toMatchObject({ stage });
  });

  it('is the promise of who rings again, until they ask for an agent and the line is open', async () => {
    expect(await stagesOfRingingAgain('- -')).toEqual(['arrival', 'promise']);
    expect(await stagesOfRingingAgain('0 w30 x')).toEqual(['arrival', 'arrival']);
  });

  it('is not the promise where what was keyed in is unknown', async () => {
    const stages = await noted({ from: 'anonymous', press: '# 0612345678# 123 x' });
    expect(stages).toMatchObject([{ stage: 'menu' }]);
    expect(await first({ at: closedAt, from: 'anonymous', press: '# 0' })).toMatchObject({ stage: 'closed' });
  });
});

describe('the first wait announced', () => {
  it('stays what it was, while the bound announced last falls', async () => {
    const { firstAnnouncedWaitSeconds, ...rest } = await first({ queue: 40, press: '1 0 w200 x' });
    expect(Number(firstAnnouncedWaitSeconds)).toBeGreaterThan(
      Number((rest as Record<string, string>)['announcedWaitSeconds']),
    );
  });

  it('is nothing where none was', async () => {
    expect(await first({ agents: 'none', press: '1 x' })).toMatchObject({
      firstAnnouncedWaitSeconds: '',
      offerReason: 'unstaffed',
    });
  });
});

describe('why a callback was refused', () => {
  it.each<[string, PlacedCall, string]>([
    ['number', { queue: 40, from: 'anonymous', press: '1 2 0899123456# 3230# 15#' }, 'number'],
    ['fault', { queue: 40, press: '1 2', lambdas: faultyLambdas({ 'offer-slots': { throws: 'down' } }) }, 'fault'],
    [
      'fault of a place',
      { queue: 40, press: '1 1 1', lambdas: faultyLambdas({ 'keep-place': { throws: 'down' } }) },
      'fault',
    ],
    ['none, of who takes none', { queue: 40, press: '1 0' }, ''],
    ['none, of who gives it up', { queue: 40, press: '1 2 0' }, ''],
    ['none, of who has one', { queue: 40, press: '1 2 1' }, ''],
  ])('is noted: %s', async (_, call, callbackRefusal) => {
    expect(await first(call)).toMatchObject({ callbackRefusal });
  });

  it('is noted before it is said, also of who was promised one already', async () => {
    const call: PlacedCall = {
      queue: 80,
      press: '1 2 1',
      others: [{ at: '2026-11-24T10:06', from: 'anonymous', press: '1 2 0612345678# 1' }],
    };
    // The first call, the one in which we rang, and the second.
    expect((await noted(call)).map(({ callbackRefusal }) => callbackRefusal)).toEqual(['', '', 'already']);
  });

  it.each(['full', 'paused'])('is noted where hours are %s', async (status) => {
    const none = { kind: 'slots', choice1: '', choice2: '', choice3: '', more: '', announcement: 'Non.' };
    const lambdas = faultyLambdas({ 'offer-slots': { answers: { status, ...none } } });
    expect(await first({ queue: 40, press: '1 2', lambdas })).toMatchObject({ callbackRefusal: status });
  });

  it('is forgotten where an hour went meanwhile and another was taken', async () => {
    const gone = { status: 'full', announcement: 'Non.', callerKey: '', bookingId: '', revision: '' };
    const lambdas = faultyLambdas({ 'book-slot': { answers: gone, times: 1 } });
    expect(await first({ queue: 40, press: '1 2 1 1', lambdas })).toMatchObject({ callbackRefusal: '' });
  });
});

async function laterSurveys(keys: string) {
  const press = `1 w40 x ${keys}`;
  const ends = await noted({ folder: laterSurveyFolder(), queue: 60, press, until: '2026-11-24T12:33' });
  return ends.map(({ surveyOffered, survey }) => ({ surveyOffered, survey }));
}

describe('the survey', () => {
  it('is noted as offered once its first question begins, in the call and in the one in which we rang', async () => {
    const ends = await noted({ queue: 40, press: '1 2 1 - 1 5 1', until: '2026-11-24T18:00', answers: ['yes'] });
    expect(ends.map(({ surveyOffered, attempt }) => ({ surveyOffered, attempt }))).toEqual([
      { surveyOffered: 'no', attempt: undefined },
      { surveyOffered: 'yes', attempt: '1' },
    ]);
  });

  it('of later is noted of who listens, and not of who never does', async () => {
    expect(await laterSurveys('1 - 5 1')).toContainEqual({ surveyOffered: 'yes', survey: 'later' });
    expect(await laterSurveys('- -')).toContainEqual({ surveyOffered: 'no', survey: 'later' });
  });
});
