import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import type { CallEvent } from '../../local/call-event.ts';
import type { ShownView } from '../../local/connect/screens.ts';
import { ServiceError } from '../../local/http-endpoint.ts';
import { sendFromGuide } from '../../local/scripted-agent.ts';
import { guidesClosed, heard, outcomes, type PlacedCall, placeCall, tellCall, textsSent } from './place-call.ts';
import { faultsOf } from './sound-end.ts';

/** Somebody is free, and sends these texts from the guide. */
const sending = (texts: string[], call: PlacedCall = {}): PlacedCall => ({
  agents: 1,
  press: '1 - -',
  ...call,
  before: async (line, laptop) => {
    await call.before?.(line, laptop);
    sendFromGuide(line.centre, laptop.clock, texts);
  },
});

const onScreen = (events: CallEvent[]): string[] =>
  events.flatMap(({ kind, text }) => (kind === 'shown' ? [text] : []));
const bodies = (events: CallEvent[]): string[] => events.flatMap(({ kind, text }) => (kind === 'sms' ? [text] : []));

/** The agent sends a text, and writes that number where one is asked for. */
const toMobile = (mobile: string, from: string): PlacedCall => ({
  agents: 1,
  press: '1 - -',
  from,
  before: (line, { clock }) => {
    const left = ['Envoyer par SMS : logement', 'Envoyer à ce numéro', 'Revenir à la liste'];
    line.centre.onView((view) => {
      const button = left.shift();
      clock.at(clock.now() + 3000, () => view.press(button ?? '', { mobile }));
    }, 'everybody');
  },
});

describe('the guide of an agent', () => {
  it('sends the list of documents that the agent chooses: the caller gets one SMS, and is served as ever', async () => {
    const call = await tellCall(sending(['logement']));
    expect(faultsOf(call)).toEqual([]);
    expect(onScreen(call.events)).toEqual([
      'Envoyer un SMS à cette personne (Logement, Naissance)',
      'Le SMS est envoyé.',
      'Envoyer un SMS à cette personne (Logement, Naissance)',
    ]);
    expect(bodies(call.events)).toEqual([
      "CAF : pour l'aide au logement, préparez votre bail, un RIB et vos trois derniers bulletins de salaire.",
    ]);
    expect(outcomes(call.events)).toEqual(['served']);
    expect(guidesClosed(call.events)).toBe(1);
    const schema: object = JSON.parse(readFileSync('docs/call-events.schema.json', 'utf8'));
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    expect(call.events.filter((event) => !validate(event))).toEqual([]);
  });

  it('sends several texts, each in the language of the caller', async () => {
    const events = await placeCall(sending(['logement', 'naissance'], { press: '8 1 - -' }));
    expect(bodies(events)).toEqual([
      'CAF: for housing benefit, prepare your lease, your bank details and your last three pay slips.',
      'CAF: for a birth, send the birth certificate and your reference number by post.',
    ]);
  });

  it('sends a text once in a call, however often the agent presses', async () => {
    const events = await placeCall(sending(['logement', 'logement']));
    expect(textsSent(events)).toHaveLength(1);
    expect(onScreen(events)).toContain('Ce SMS est déjà parti pendant cet appel. Il ne part pas deux fois.');
  });

  it('says the reason of the call and the language in which texts go', async () => {
    const views: ShownView[] = [];
    await placeCall({
      agents: 1,
      press: '8 1 - -',
      before: (line) => line.centre.onView((view) => views.push(view), 'everybody'),
    });
    expect(views[0]?.screen.known).toEqual([
      { label: 'Motif', value: 'La personne a choisi : vos droits et vos paiements.' },
      { label: 'Langue', value: 'anglais' },
    ]);
    expect(views[0]?.screen.cards.map(({ heading, buttons }) => [heading, ...buttons])).toEqual([
      ['Logement', 'Envoyer par SMS : logement'],
      ['Naissance', 'Envoyer par SMS : naissance'],
    ]);
  });

  it.each<[string, PlacedCall, RegExp]>([
    ['of a landline', { from: '+33142345678' }, /ligne fixe/],
    ['that is hidden', { from: 'anonymous' }, /numéro est masqué/],
    ['of a country that is not written to', { from: '+12025550123' }, /pas de SMS à ce numéro/],
    [
      'of who wishes no SMS',
      { press: '1 2 1 - r 1 5 r 0', queue: 60, agents: 0, until: '2026-11-24T10:30' },
      /ne souhaite pas de SMS/,
    ],
    ['that the service refuses', { before: (line) => void line.sms.optedOut.add('+33612345678') }, /SMS a été refusé/],
    [
      'for which the service does not answer as it should',
      {
        before: (line) =>
          line.sms.faults.inject('SendTextMessage', {
            error: new ServiceError('InternalServerException', 'by the test', 500),
          }),
      },
      /ne savons pas si le SMS est parti/,
    ],
    [
      'of a contact that Connect does not describe',
      {
        before: (line) =>
          line.connect.faults.inject('DescribeContact', {
            error: new ServiceError('InternalServiceException', 'by the test', 500),
          }),
      },
      /ne savons pas si le SMS est parti/,
    ],
  ])('tells the agent that nothing went to a number %s', async (_, call, said) => {
    const events = await placeCall(sending(['logement'], call));
    expect(onScreen(events).join('\n')).toMatch(said);
  });

  it.each(['+33142345678', 'anonymous'])(
    'writes to the mobile that a caller from %s tells the agent, once',
    async (from) => {
      const events = await placeCall(toMobile('06 98 76 54 32', from));
      expect(events.flatMap((event) => (event.kind === 'sms' ? [event.to] : []))).toEqual(['+33698765432']);
      expect(onScreen(events)).toContain('Le SMS est envoyé.');
    },
  );

  it.each([
    ['another landline', '01 42 34 56 79', /^C'est une ligne fixe/],
    ['a premium number', '08 99 12 34 56', /pas de SMS à ce numéro/],
    ['nothing', '', /pas de SMS à ce numéro/],
  ])('sends nothing where the agent writes %s', async (_, mobile, said) => {
    const events = await placeCall(toMobile(mobile, '+33142345678'));
    expect(textsSent(events)).toEqual([]);
    expect(onScreen(events)[2]).toMatch(said);
  });

  it('is there after a call that we make for a place kept, and writes to the number called back', async () => {
    const events = await placeCall(
      sending(['naissance'], { agents: 0, queue: 60, press: '1 1 1 - 5 1', until: '2026-11-24T12:00' }),
    );
    expect(bodies(events).filter((text) => text.includes('naissance'))).toHaveLength(1);
  });

  it('is there after the call too: what was not sent during it goes then, and nothing twice', async () => {
    const views: ShownView[] = [];
    const events = await placeCall({
      press: '1 x',
      before: (line, { clock }) => {
        const agent = line.centre.logIn('Claire');
        const after = (seconds: number, action: () => void) => clock.at(clock.now() + seconds * 1000, action);
        line.centre.onView((view) => {
          views.push(view);
          if (agent.state !== 'afterContactWork' && views.length === 1) {
            after(1, () => agent.accept());
            after(12, () => view.press('Envoyer par SMS : naissance'));
            after(30, () => agent.hangUp());
          } else if (agent.state === 'afterContactWork' && view.screen.view === 'cards') {
            after(1, () => view.press(`Envoyer par SMS : ${views.length > 5 ? 'naissance' : 'logement'}`));
          } else if (view.screen.view === 'confirmation') after(1, () => view.press('Revenir à la liste'));
        });
      },
    });
    expect(bodies(events).map((text) => /naissance|logement/.exec(text)?.[0])).toEqual(['naissance', 'logement']);
    expect(onScreen(events)).toContain('Ce SMS est déjà parti pendant cet appel. Il ne part pas deux fois.');
    expect(guidesClosed(events)).toBe(2);
  });

  it('begins when the call rings, and is closed when the agent lets it pass', async () => {
    const shownTo: string[] = [];
    const events = await placeCall({
      press: '1',
      before: (line, { clock }) => {
        const agents = ['Alice', 'Bruno'].map((name) => line.centre.logIn(name));
        line.centre.onView((view) => {
          const agent = agents.find(({ id }) => id === view.agentId);
          shownTo.push(`${agent?.name} ${agent?.state}`);
          clock.at(clock.now() + 2000, () => (shownTo.length === 1 ? agent?.refuse() : agent?.accept()));
          clock.at(clock.now() + 40_000, () => agent?.hangUp());
        });
      },
    });
    expect(shownTo.slice(0, 2)).toEqual(['Alice ringing', 'Bruno ringing']);
    expect(events.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(outcomes(events)).toEqual(['served']);
    expect(guidesClosed(events)).toBe(3);
  });

  it('leaves a caller who is served by nobody in particular as they were: what they hear is the same with and without it', async () => {
    const call: PlacedCall = { agents: 1, press: '1 5 1' };
    const [without, having] = [await placeCall(call), await placeCall(sending(['logement'], call))];
    expect(heard(having)).toEqual(heard(without));
  });
});
