import type { Agent } from '../../local/connect/centre.ts';
import type { ShownView } from '../../local/connect/screens.ts';
import { answers, runCentre, type RunningCentre } from './running-centre.ts';
import { action, hangUp, invoke, say, toQueue, written, type WrittenAction } from './written-flows.ts';

const ofConnect = (name: string): string => `arn:aws:connect:eu-central-1:aws:view/${name}:1`;
const show = (
  view: string,
  data: Record<string, unknown>,
  when: Record<string, string>,
  seconds = '600',
  name = 'show',
): WrittenAction =>
  action(
    name,
    'ShowView',
    { ViewResource: { Id: ofConnect(view) }, InvocationTimeLimitSeconds: seconds, ViewData: data },
    {
      next: 'failed',
      when,
      errors: { NoMatchingCondition: 'failed', NoMatchingError: 'failed', TimeLimitExceeded: 'late' },
    },
  );
const failed = say('failed', 'failed', 'hang-up');
const late = say('late', 'late', 'hang-up');

const cards = {
  Heading: 'What is sent to $.Attributes.who',
  AttributeBar: [{ Label: 'Who', Value: '$.Attributes.who' }],
  Cards: [
    {
      Summary: { Id: 'a', Heading: 'A', Description: 'short' },
      Detail: {
        Heading: 'A',
        Description: 'long',
        Sections: { TemplateString: '<p>Sent <b>once</b>.</p>' },
        Actions: ['Send A'],
      },
    },
    { Summary: { Id: 'b', Heading: 'B' }, Detail: { Heading: 'B', Sections: {}, Actions: ['Send B'] } },
  ],
};

interface Desk extends RunningCentre {
  agent: Agent;
  views: ShownView[];
}

/** A call that an agent at the desk is offered, with this guide beside it. */
function desk(guide: WrittenAction[], { hooks = ['DefaultAgentUI'], lambdas = {} } = {}): Desk {
  const centre = runCentre({
    lambdas: { 'send-it': answers({}), ...lambdas },
    flows: {
      inbound: written(
        action(
          'remember',
          'UpdateContactAttributes',
          { Attributes: { who: 'Ana' } },
          {
            next: 'set-queue',
            errors: { NoMatchingError: 'hang-up' },
          },
        ),
        ...toQueue(Object.fromEntries(hooks.map((hook) => [hook, 'guide']))),
      ),
      guide: written(...guide),
    },
  });
  const views: ShownView[] = [];
  centre.centre.onView((view) => views.push(view));
  const agent = centre.centre.logIn('Claire');
  centre.centre.ring('+33612345678');
  return { ...centre, agent, views };
}

describe('a guide', () => {
  it('begins when the call rings at the desk, as a contact of its own with the attributes of the call', async () => {
    const { views, pass, centre } = desk([show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp]);
    await pass(1);
    const [view] = views;
    expect(view?.screen).toEqual({
      view: 'cards',
      heading: 'What is sent to Ana',
      subheading: '',
      fault: '',
      known: [{ label: 'Who', value: 'Ana' }],
      texts: [],
      cards: [
        { heading: 'A', text: 'long', hint: 'Sent once .', buttons: ['Send A'] },
        { heading: 'B', text: '', hint: '', buttons: ['Send B'] },
      ],
      fields: [],
      buttons: [],
    });
    expect(centre.describeContact(view?.contactId ?? '')).toMatchObject({
      channel: 'CHAT',
      relatedContactId: view?.besideContactId,
    });
    expect(centre.describeContact(view?.besideContactId ?? '')).toMatchObject({ customerNumber: '+33612345678' });
  });

  it('goes on with what is pressed, and tells its flow the words of the button', async () => {
    const told: unknown[] = [];
    const send = (event: unknown) => {
      told.push((event as { Details: { Parameters: unknown } }).Details.Parameters);
      return { result: 'ok' as const, value: {}, logs: [] };
    };
    const { views, pass, agent } = desk(
      [
        show('cards', cards, { ActionSelected: 'send' }),
        invoke(
          'send',
          'send-it',
          { choice: '$.Views.ViewResultData.actionName', action: '$.Views.Action' },
          {
            next: 'hang-up',
            errors: { NoMatchingError: 'hang-up' },
          },
        ),
        failed,
        late,
        hangUp,
      ],
      { lambdas: { 'send-it': send } },
    );
    await pass(1);
    expect(views[0]?.press('Send C')).toBe(false);
    expect(views[0]?.press('Send B')).toBe(true);
    expect(views[0]?.press('Send A')).toBe(false);
    await pass(1);
    expect(told).toEqual([{ choice: 'Send B', action: 'ActionSelected' }]);
    expect(agent.shown).toBeUndefined();
    expect(agent.state).toBe('ringing');
  });

  it('gives what is written in a form under the names of its fields', async () => {
    const form = {
      Heading: 'Write',
      Sections: [
        {
          Type: 'FormSection',
          Items: [
            { Items: [{ Type: 'FormInput', Name: 'text', Label: 'Text', DefaultValue: '$.Attributes.who' }] },
            {
              Items: [
                { Type: 'DatePicker', Name: 'day', Label: 'Day' },
                { Type: 'TimeInput', Name: 'hour', Label: 'Hour' },
              ],
            },
          ],
        },
      ],
      Next: { Label: 'Go on' },
      Back: 'Go back',
    };
    const { views, pass, heard } = desk([
      show('form', form, { Next: 'read', Back: 'failed' }),
      say('read', 'written: $.Views.ViewResultData.FormData.text', 'hang-up'),
      failed,
      late,
      hangUp,
    ]);
    await pass(1);
    expect(views[0]?.screen.fields).toEqual([
      { name: 'text', label: 'Text', type: 'text', value: 'Ana' },
      { name: 'day', label: 'Day', type: 'date', value: '' },
      { name: 'hour', label: 'Hour', type: 'time', value: '' },
    ]);
    views[0]?.press('Go on', { text: 'hello' });
    await pass(10);
    expect(heard('agent')).toEqual(['written: hello']);
  });

  it('goes where nothing pressed in time leads', async () => {
    const { pass, heard, agent } = desk([
      show('cards', cards, { ActionSelected: 'failed' }, '300'),
      failed,
      late,
      hangUp,
    ]);
    await pass(1);
    agent.accept();
    await pass(298);
    expect(heard('agent')).not.toContain('late');
    await pass(3);
    expect(heard('agent')).toContain('late');
  });

  it('goes where a screen that cannot be shown leads', async () => {
    const guide = [show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp];
    const { centre, pass, heard } = desk(guide);
    centre.faults.refuseViews();
    await pass(1);
    expect(heard('agent')).toEqual(['failed']);
  });

  it('is closed when the agent lets the call pass, and when the caller hangs up before it is taken', async () => {
    const guide = [show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp];
    const refused = desk(guide);
    await refused.pass(1);
    refused.agent.refuse();
    expect(refused.agent.shown).toBeUndefined();
    expect(refused.views[0]?.press('Send A')).toBe(false);
    expect(refused.outcome()).toBe('closed');

    const left = desk(guide);
    await left.pass(1);
    left.centre.stopContact(left.views[0]?.besideContactId ?? '');
    expect(left.agent.shown).toBeUndefined();
  });

  it('of the end begins when the talk is over, in place of the other, and is closed with the work after it', async () => {
    const guide = [show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp];
    const { agent, views, pass } = desk(guide, { hooks: ['DefaultAgentUI', 'DisconnectAgentUI'] });
    await pass(1);
    agent.accept();
    await pass(20);
    agent.hangUp();
    expect(views).toHaveLength(2);
    expect(views[0]?.press('Send A')).toBe(false);
    expect(agent.shown).toBe(views[1]);
    await pass(11);
    expect(agent.shown).toBeUndefined();
  });

  it('is none of simulated agents, who look at no screen, unless somebody looks at theirs', async () => {
    const flows = {
      inbound: written(...toQueue({ DefaultAgentUI: 'guide' })),
      guide: written(show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp),
    };
    for (const [of, expected] of [
      ['desk', 0],
      ['everybody', 1],
    ] as const) {
      const { centre, pass } = runCentre({ flows });
      const views: ShownView[] = [];
      centre.onView((view) => views.push(view), of);
      const [queue] = centre.queueSizes();
      centre.staffQueue(queue?.queueArn ?? '', { busyAgents: 0, freeAgents: 1, handleTimeSeconds: 60 });
      centre.ring('+33612345678');
      await pass(5);
      expect(views).toHaveLength(expected);
    }
  });
});

describe('ShowView', () => {
  it('takes its error branch in a call: who telephones sees nothing', async () => {
    const { pass, heard, centre } = runCentre({
      flows: { inbound: written(show('cards', cards, { ActionSelected: 'hang-up' }), failed, late, hangUp) },
    });
    centre.ring('+33612345678');
    await pass(1);
    expect(heard()).toEqual(['failed']);
  });

  it.each<[string, WrittenAction, string, string]>([
    ['less time than Connect allows', show('cards', cards, {}, '60'), 'CONTACT_FLOW', 'is from 300 to 54000'],
    ['a whisper', show('cards', cards, {}), 'AGENT_WHISPER', 'ShowView is not allowed in a flow of type AGENT_WHISPER'],
  ])('refuses %s', (_, view, type, reason) => {
    const content = written(view, failed, late, hangUp);
    expect(() => runCentre({ flows: { inbound: written(hangUp), other: { type, content } } })).toThrow(reason);
  });
});
