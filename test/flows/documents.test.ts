import { flowFaults } from '../../lib/flows/flow-faults.ts';
import { successors, type FlowAction, type FlowDocument } from '../../lib/flows/flow-language.ts';
import { administrations, flowNamed, publishedFlows } from './published-flows.ts';

function ofType(document: FlowDocument, type: FlowAction['Type']): FlowAction[] {
  return document.Actions.filter((action) => action.Type === type);
}

function actionOf(document: FlowDocument, identifier: string): FlowAction {
  const found = document.Actions.find((candidate) => candidate.Identifier === identifier);
  if (found === undefined) throw new Error(`no action ${identifier}`);
  return found;
}

/** Where a key, or an error, leads. */
function leadsTo(from: FlowAction, branch: string): string | undefined {
  const byKey = from.Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === branch);
  return (byKey ?? from.Transitions.Errors?.find(({ ErrorType }) => ErrorType === branch))?.NextAction;
}

/** Every action that some path from here reaches. */
function reach(document: FlowDocument, from: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...successors(actionOf(document, next)));
  }
  return reached;
}

it('reads both administrations', () => {
  expect(administrations.map(({ id }) => id)).toEqual(['caf', 'assurance-maladie']);
});

describe.each(administrations.map((administration) => [administration.id, administration] as const))(
  'the flows of %s',
  (_, administration) => {
    const flows = publishedFlows(administration);
    const inbound = flowNamed(administration, 'inbound-fr');
    const queue = flowNamed(administration, 'queue-fr');
    const answered = flowNamed(administration, 'callback-answered-fr');

    it('are ten, each after the flows it names', () => {
      expect(flows.map(({ name }) => name)).toEqual([
        'agent-whisper-fr',
        'customer-whisper-fr',
        'outbound-whisper-fr',
        'customer-hold-fr',
        'agent-hold-fr',
        'survey-fr',
        'waiting-fr',
        'queue-fr',
        'callback-answered-fr',
        'inbound-fr',
      ]);
      flows.forEach(({ name, uses }, index) => {
        const earlier = flows.slice(0, index).map((flow) => flow.name);
        expect({ name, missing: uses.filter((used) => !earlier.includes(used)) }).toEqual({ name, missing: [] });
      });
    });

    it('name no flow that is not in their list of uses', () => {
      for (const { name, document, uses } of flows) {
        const arns = Object.fromEntries(uses.map((used) => [used, `arn:${used}`]));
        expect(() => document(arns)).not.toThrow();
        expect(
          flows
            .filter((flow) => JSON.stringify(document(arns)).includes(`"arn:${flow.name}"`))
            .map((flow) => flow.name)
            .toSorted(),
        ).toEqual(uses.toSorted());
        expect(name).toMatch(/-fr$/u);
      }
    });

    it('are what Connect publishes', () => {
      expect(flows.flatMap(({ name, type, published }) => flowFaults(name, type, published))).toEqual([]);
    });

    it('are the same text twice', () => {
      expect(JSON.stringify(publishedFlows(administration))).toBe(JSON.stringify(flows));
    });

    it('speak French from the start', () => {
      for (const { published } of flows) {
        const [voice, language] = published.Actions;
        expect(voice?.Parameters).toEqual({ TextToSpeechVoice: 'Lea', TextToSpeechEngine: 'Neural' });
        expect(language?.Parameters).toMatchObject({ LanguageCode: 'fr-FR' });
      }
    });

    it('set every hook before they queue, in any call that could be remembered', () => {
      for (const document of [inbound, answered]) {
        const hooked = ofType(document, 'UpdateContactEventHooks').flatMap((hook) =>
          Object.keys(hook.Parameters['EventHooks'] ?? {}),
        );
        expect(new Set(hooked)).toEqual(
          new Set([
            'AgentWhisper',
            'CustomerWhisper',
            'CustomerQueue',
            'CustomerHold',
            'AgentHold',
            'CustomerRemaining',
          ]),
        );
        const last = ofType(document, 'UpdateContactEventHooks').filter((hook) =>
          hook.Identifier.startsWith('set-customer-remaining'),
        );
        expect(last).toHaveLength(1);
      }
    });

    it('let the caller go only after a goodbye: nothing but a farewell leads to a hang-up', () => {
      const farewells = new Set([
        'say-goodbye',
        'say-call-again',
        'say-booked-goodbye',
        'say-calling-again',
        'say-stale',
        'say-no-agent-now',
        'thank',
      ]);
      for (const { published } of flows) {
        const ends = new Set(ofType(published, 'DisconnectParticipant').map(({ Identifier }) => Identifier));
        const before = published.Actions.filter((from) => successors(from).some((target) => ends.has(target)));
        expect(before.map(({ Identifier }) => Identifier).filter((identifier) => !farewells.has(identifier))).toEqual(
          [],
        );
      }
    });

    it('lead to the queue or to a booking from every action of the arrival but the farewells and the survey', () => {
      const ways = ['enter-queue', 'enter-queue-plainly', 'say-booked-goodbye'];
      const over = new Set([
        'say-goodbye',
        'say-call-again',
        'say-booked-goodbye',
        'hang-up',
        'hang-up-booked',
        'say-closed',
        'go-to-survey',
        'offer-when-closed-again',
      ]);
      const stuck = inbound.Actions.map(({ Identifier }) => Identifier).filter(
        (identifier) => !over.has(identifier) && !ways.some((way) => reach(inbound, identifier).has(way)),
      );
      expect(stuck).toEqual([]);
    });

    it('keep numbers out of the flow log: it stops before the first number and goes on after the dialogue', () => {
      for (const document of [inbound, queue]) {
        expect(actionOf(document, 'begin-booking').Transitions.NextAction).toBe('stop-logging');
        const stop = actionOf(document, 'stop-logging');
        expect(stop.Parameters).toEqual({ FlowLoggingBehavior: 'Disabled' });
        expect(stop.Transitions.NextAction).toBe('check-caller');
        const entrances = document.Actions.filter((from) => successors(from).includes('check-caller'));
        expect(entrances.map(({ Identifier }) => Identifier)).toEqual(['stop-logging']);
        expect(actionOf(document, 'end-booking').Transitions.NextAction).toBe('resume-logging');
      }
      const survey = flowNamed(administration, 'survey-fr');
      expect(actionOf(survey, 'set-language').Transitions.NextAction).toBe('stop-logging');
    });

    it('book an hour with three keys: the subject, 2, 1', () => {
      const subject = administration.subjects.find((candidate) => 'queue' in candidate);
      const remembered = actionOf(inbound, leadsTo(actionOf(inbound, 'choose-subject'), subject?.key ?? '') ?? '');
      expect(reach(inbound, remembered.Identifier)).toContain('offer-callback');
      expect(leadsTo(actionOf(inbound, 'offer-callback'), '2')).toBe('begin-booking');
      expect(leadsTo(actionOf(inbound, 'can-caller-be-called'), 'mobile')).toBe('remember-number');
      expect(actionOf(inbound, 'remember-number').Transitions.NextAction).toBe('offer-slots-1');
      expect(leadsTo(actionOf(inbound, 'choose-of-3-round-1'), '1')).toBe('book-slot-1-round-1');
    });

    it('take silence for no refusal: it leads to the queue of the first subject that has one', () => {
      const zero = leadsTo(actionOf(inbound, 'choose-subject'), '0');
      expect(leadsTo(actionOf(inbound, 'choose-subject'), 'InputTimeLimitExceeded')).toBe('choose-subject-again');
      expect(leadsTo(actionOf(inbound, 'choose-subject-again'), 'InputTimeLimitExceeded')).toBe(zero);
      expect(leadsTo(actionOf(inbound, 'choose-subject-again'), 'NoMatchingCondition')).toBe(zero);
      const first = administration.subjects.find((subject) => 'queue' in subject);
      expect(zero).toBe(`remember-subject-${first?.id}`);
    });

    it('refuse the key of a slot that is not offered', () => {
      for (const document of [inbound, queue]) {
        expect(leadsTo(actionOf(document, 'choose-of-1-round-1'), '2')).toBeUndefined();
        expect(leadsTo(actionOf(document, 'choose-of-2-round-1'), '2')).toBe('book-slot-2-round-1');
        expect(leadsTo(actionOf(document, 'choose-of-2-round-1'), '3')).toBeUndefined();
        expect(leadsTo(actionOf(document, 'choose-of-2-round-1'), 'NoMatchingCondition')).toBe(
          'choose-of-2-round-1-again',
        );
      }
    });

    it('put a called person through after the silence of the last attempt, and not before', () => {
      const last = actionOf(answered, 'will-we-call-again');
      expect(last.Transitions.Conditions).toEqual([
        {
          NextAction: 'say-calling-again',
          Condition: { Operator: 'NumberLessThan', Operands: [String(administration.callback.attempts)] },
        },
      ]);
      expect(last.Transitions.NextAction).toBe('note-answered');
      expect(leadsTo(actionOf(answered, 'note-answered'), 'NoMatchingError')).toBe('go-first');
      expect(actionOf(answered, 'go-first').Parameters).toEqual({ QueuePriority: '1' });
    });

    it('send a called person to the queue of the booking', () => {
      for (const id of Object.keys(administration.queues)) {
        const target = actionOf(answered, leadsTo(actionOf(answered, 'which-queue'), id) ?? '');
        expect(target.Parameters).toEqual({ QueueId: `arn:queue/${id}` });
      }
    });

    it('make a dialogue in the queue another one than a dialogue on arrival', () => {
      const dialogues = [inbound, queue].map(
        (document) => actionOf(document, 'book-slot-1-round-1').Parameters['LambdaInvocationAttributes'],
      );
      expect(dialogues).toMatchObject([{ dialogue: '1' }, { dialogue: '2' }]);
    });

    it('stay far under the limits of Connect', () => {
      for (const { published } of flows) {
        expect(published.Actions.length).toBeLessThan(200);
        expect(JSON.stringify(published).length).toBeLessThan(128_000);
      }
    });
  },
);

describe('another administration', () => {
  const [caf] = administrations;
  if (caf === undefined) throw new Error('no administration');
  const information = caf.subjects.filter((subject) => 'information' in subject);
  const queueSubjects = caf.subjects.filter((subject) => 'queue' in subject);

  it('may have no information subject, or ask no survey after it', () => {
    expect(() => publishedFlows({ ...caf, subjects: queueSubjects })).not.toThrow();
    expect(() => publishedFlows({ ...caf, survey: { afterInformation: false } })).not.toThrow();
    const inbound = flowNamed({ ...caf, survey: { afterInformation: false } }, 'inbound-fr');
    expect(leadsTo(actionOf(inbound, 'inform-attestation'), 'InputTimeLimitExceeded')).toBe('say-goodbye');
  });

  it('may have the longest names that the configuration allows', () => {
    const longest = `q${'-abcdefghi'.repeat(3)}`;
    const allocations = caf.queues['allocations'];
    if (allocations === undefined) throw new Error('no queue');
    const subjects = [{ key: '1', id: longest, spoken: { fr: 'vos droits' }, queue: longest }];
    expect(longest).toHaveLength(31);
    expect(() => publishedFlows({ ...caf, queues: { [longest]: allocations }, subjects })).not.toThrow();
  });

  it('is refused when no subject leads to a person', () => {
    expect(() => publishedFlows({ ...caf, subjects: information })).toThrow('caf: no subject leads to a queue');
  });

  it('is refused when it says what Connect would take for a reference', () => {
    const spokenName = { fr: 'la Caisse $.Attributes.x' };
    expect(() => publishedFlows({ ...caf, spokenName })).toThrow('would be read as a reference');
  });
});

describe('the outbound whisper', () => {
  it('names no queue, since queues name it', () => {
    const [administration] = administrations;
    if (administration === undefined) throw new Error('no administration');
    expect(JSON.stringify(flowNamed(administration, 'outbound-whisper-fr'))).not.toContain('arn:queue');
  });
});
