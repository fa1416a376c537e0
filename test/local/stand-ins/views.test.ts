import type { ShownView } from '../../../local/connect/screens.ts';
import type { StandInAnswer } from '../../../local/connect/stand-ins.ts';
import { ask, asked, refusal } from './answered-flows.ts';

const own = 'arn:aws:connect:eu-central-1:111111111111:instance/i/view/wrap-up:1';
const errors = ['NoMatchingCondition', 'NoMatchingError', 'TimeLimitExceeded'];
const show = (ViewData: unknown, Id = own, results = ['Submit', 'Cancel']) =>
  asked(
    'ShowView',
    { ViewResource: { Id, Version: '1' }, InvocationTimeLimitSeconds: '300', ViewData },
    { results, errors },
  );
const wrapUp = show({
  Heading: 'Fin de $.Channel',
  Reason_DefaultValue: 'Facture',
  Rows: [{ Label: 'Ville' }, { Label: 'Pays' }],
});

/** What comes of a view at whose sight somebody does this. */
async function seen(tested = wrapUp, act: (view: ShownView) => void = () => undefined) {
  const views: ShownView[] = [];
  const result = await ask(tested, {
    place: 'guide',
    reads: '<$.Views.Action> <$.Views.ViewResultData.reason>',
    meanwhile: ({ centre }) =>
      centre.onView((view) => {
        views.push(view);
        act(view);
      }),
  });
  return { ...result, views };
}

describe('a view that an administration has made', () => {
  it('shows its data and a button for each branch of the flow', async () => {
    const { views, running } = await seen();
    expect(views[0]?.screen).toEqual({
      view: 'other',
      heading: 'Fin de CHAT',
      subheading: '',
      fault: '',
      known: [
        { label: 'Reason_DefaultValue', value: 'Facture' },
        { label: 'Rows.0.Label', value: 'Ville' },
        { label: 'Rows.1.Label', value: 'Pays' },
      ],
      texts: [],
      cards: [],
      fields: [],
      buttons: ['Submit', 'Cancel'],
    });
    expect(running.events.find(({ kind }) => kind === 'shown')).toMatchObject({
      view: 'other',
      text: 'Fin de CHAT (Submit, Cancel)',
    });
  });

  it('tells the name of an action, and what was written', async () => {
    const { took, heard } = await seen(wrapUp, (view) => expect(view.press('Submit', { reason: 'Panne' })).toBe(true));
    expect([took, heard]).toEqual(['Submit', '<Submit> <Panne>']);
  });

  it('may tell an action for which the flow has no branch, but not none', async () => {
    const { took } = await seen(wrapUp, (view) => {
      expect(view.press('')).toBe(false);
      expect(view.press('Step')).toBe(true);
    });
    expect(took).toBe('NoMatchingCondition');
  });

  it('is waited for no longer than the flow says', async () => {
    expect((await seen()).took).toBe('TimeLimitExceeded');
  });
});

const ofConnect = (name: string) => `arn:aws:connect:eu-central-1:aws:view/${name}`;

describe('one of Connect’s own views', () => {
  it('is shown as it looks, with or without a version', async () => {
    for (const id of ['detail', 'detail:1', 'detail:$LATEST']) {
      const { views } = await seen(show({ Sections: ['a'], Actions: ['Send'] }, ofConnect(id)));
      expect(views[0]?.screen).toMatchObject({ view: 'detail', texts: ['a'], buttons: ['Send'] });
    }
  });

  it('is shown by its data where it is a list, or where its buttons are not in the data', async () => {
    const list = await seen(show({ Items: [{ Heading: 'Un' }] }, ofConnect('list:1'), ['ActionSelected', 'Back']));
    expect(list.views[0]?.screen).toMatchObject({
      view: 'other',
      heading: 'list:1',
      known: [{ label: 'Items.0.Heading', value: 'Un' }],
      buttons: ['ActionSelected', 'Back'],
    });
    const dynamic = await seen(show({ Sections: '$.External.sections' }, ofConnect('form:1'), ['Next']));
    expect(dynamic.views[0]?.screen).toMatchObject({ view: 'other', buttons: ['Next'] });
  });

  it('has a line to write on for each field, whatever its kind', async () => {
    const form = show(
      { Sections: [{ Items: [{ Items: [{ Type: 'Dropdown', Name: 'reason', Label: 'Motif' }] }] }], Next: 'Suite' },
      ofConnect('form:1'),
      ['Next'],
    );
    const { views } = await seen(form);
    expect(views[0]?.screen.fields).toEqual([{ name: 'reason', label: 'Motif', type: 'text', value: '' }]);
  });
});

const answered = (answer: StandInAnswer, place: 'guide' | 'call' = 'guide') =>
  ask(wrapUp, { place, answers: [answer], reads: '<$.Views.Action> <$.Views.ViewResultData.reason>' });

describe('ShowView', () => {
  it('is answered by a script in the place of the agent', async () => {
    const { took, heard, told } = await answered({ result: 'Submit', values: { reason: 'Panne' } });
    expect([took, heard]).toEqual(['Submit', '<Submit> <Panne>']);
    expect(told).toEqual([{ service: 'agent workspace', text: 'stand-in for ShowView: Submit' }]);
  });

  it.each(['TimeLimitExceeded', 'NoMatchingError'])('meets %s', async (error) => {
    expect((await answered({ error })).took).toBe(error);
  });

  it('fails in a call, whatever a script says', async () => {
    expect((await answered({ result: 'Submit' }, 'call')).took).toBe('NoMatchingError');
  });

  it('is answered by something: a script that says nothing is stopped', async () => {
    const { took, running } = await answered({ values: { reason: 'Panne' } });
    expect(took).toBeUndefined();
    expect(running.events.find(({ kind }) => kind === 'error')?.text).toContain('has a result or an error');
  });

  it('may stand in contact and queue flows, and in modules', () => {
    for (const type of ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'MODULE']) expect(refusal(wrapUp, type)).toBeUndefined();
    expect(refusal(wrapUp, 'AGENT_WHISPER')).toContain('is not allowed in');
  });
});
