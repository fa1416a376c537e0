import { queueSubjects } from '../../domain/administration/subjects.ts';
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

/** Where a line with one queue has nothing to choose, and its first queue takes what is none of the others. */
function leadsToQueue({ Actions }: FlowDocument, id: string): string {
  const which = Actions.find(({ Identifier }) => Identifier === 'which-queue');
  return (which && (leadsTo(which, id) ?? leadsTo(which, 'NoMatchingCondition'))) ?? `target-queue-${id}`;
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

it('reads the three administrations', () => {
  expect(administrations.map(({ id }) => id)).toEqual(['allo-service-public', 'assurance-maladie', 'caf']);
});

/** What leads to a hang-up: a goodbye has been said. */
const farewells = new Set([
  'say-goodbye',
  'say-call-again',
  'say-call-again-plainly',
  'say-booked-goodbye',
  'say-calling-again',
  'say-stale',
  'say-no-agent-now',
  'say-no-agent',
  'say-closed',
  'say-never-again',
  'say-never-again-fault',
  'thank',
]);

describe.each(administrations.map((administration) => [administration.id, administration] as const))(
  'the flows of %s',
  (_, administration) => {
    const flows = publishedFlows(administration);

    it('are eight of the line, eleven of each language, one for transfers and guides where agents have something to send, each after the flows it names', () => {
      const guide = (name: string): string[] => (Object.keys(administration.sms.texts).length > 0 ? [name] : []);
      expect(flows.map(({ name }) => name)).toEqual([
        'supervisor-guide',
        'supervisor-request',
        'supervisor-task',
        'outbound-whisper',
        'agent-hold',
        ...guide('plain-agent-guide'),
        'plain-waiting',
        'plain-customer-whisper',
        'plain-customer-hold',
        ...administration.languages
          .toReversed()
          .flatMap((language) => [
            ...guide(`agent-guide-${language}`),
            `agent-whisper-${language}`,
            `customer-whisper-${language}`,
            `customer-hold-${language}`,
            `survey-${language}`,
            `waiting-${language}`,
            `callback-created-${language}`,
            `queue-${language}`,
            `callback-answered-${language}`,
            `later-survey-${language}`,
            `promise-${language}`,
            `inbound-${language}`,
          ]),
        ...(Object.keys(administration.queues).length > 1 ? ['queue-transfer'] : []),
      ]);
      flows.forEach(({ name, uses }, index) => {
        const earlier = flows.slice(0, index).map((flow) => flow.name);
        expect({ name, missing: uses.filter((used) => !earlier.includes(used)) }).toEqual({ name, missing: [] });
      });
    });

    it('name no flow that is not in their list of uses', () => {
      for (const { document, uses } of flows) {
        const arns = Object.fromEntries(uses.map((used) => [used, `arn:${used}`]));
        const text = JSON.stringify(document(arns));
        const named = flows.filter((flow) => text.includes(`"arn:${flow.name}"`)).map((flow) => flow.name);
        expect(named.toSorted()).toEqual(uses.toSorted());
      }
    });

    it('are what Connect publishes', () => {
      expect(flows.flatMap(({ name, type, published }) => flowFaults(name, type, published))).toEqual([]);
    });

    it('are the same text twice', () => {
      expect(JSON.stringify(publishedFlows(administration))).toBe(JSON.stringify(flows));
    });

    it('speak their language from the start, and to agents French', () => {
      const voices = { fr: 'Lea', en: 'Amy' };
      for (const { name, type, published } of flows) {
        // Nobody hears a task, nor a guide.
        if (name.startsWith('supervisor-') || name.includes('agent-guide')) continue;
        const [voice, language] = published.Actions;
        const spoken = name.endsWith('-en') && type !== 'AGENT_WHISPER' ? 'en' : 'fr';
        expect({ name, voice: voice?.Parameters['TextToSpeechVoice'] }).toEqual({ name, voice: voices[spoken] });
        expect(language?.Parameters['LanguageCode']).toBe(spoken === 'fr' ? 'fr-FR' : 'en-GB');
      }
    });

    it('let the caller go only after a goodbye: nothing but a farewell leads to a hang-up', () => {
      for (const { name, published } of flows) {
        // No caller is on the line while a place is kept, nor in a task or a guide, nor while an agent hears that nobody can be passed on.
        if (/^(callback-created-|supervisor-|queue-transfer)|agent-guide/u.test(name)) continue;
        const ends = new Set(ofType(published, 'DisconnectParticipant').map(({ Identifier }) => Identifier));
        const before = published.Actions.filter((from) => successors(from).some((target) => ends.has(target)));
        expect(before.map(({ Identifier }) => Identifier).filter((identifier) => !farewells.has(identifier))).toEqual(
          [],
        );
      }
    });

    it('log nothing of a guide: what is sent to whom, what is announced', () => {
      for (const { name, published } of flows.filter((each) => /agent-guide|supervisor-guide/.test(each.name))) {
        const [first] = published.Actions;
        expect({ name, ...first?.Parameters }).toEqual({ name, FlowLoggingBehavior: 'Disabled' });
        expect(published.StartAction).toBe(first?.Identifier);
        expect(ofType(published, 'UpdateFlowLoggingBehavior')).toHaveLength(1);
      }
    });

    it('stay far under the limits of Connect', () => {
      for (const { name, published } of flows) {
        expect([name, published.Actions.length < 220, JSON.stringify(published).length < 128_000]).toEqual([
          name,
          true,
          true,
        ]);
      }
    });
  },
);

const everyLanguage = administrations.flatMap((administration) =>
  administration.languages.map(
    (language) => [`${administration.id} in ${language}`, administration, language] as const,
  ),
);

describe.each(everyLanguage)('the calls of %s', (_, administration, language) => {
  const inbound = flowNamed(administration, `inbound-${language}`);
  const queue = flowNamed(administration, `queue-${language}`);
  const promise = flowNamed(administration, `promise-${language}`);
  const answered = flowNamed(administration, `callback-answered-${language}`);
  const created = flowNamed(administration, `callback-created-${language}`);
  const [first] = queueSubjects(administration);

  it('set every hook before they queue, and the guides where agents have something to send', () => {
    const guides = Object.keys(administration.sms.texts).length > 0 ? ['DefaultAgentUI', 'DisconnectAgentUI'] : [];
    for (const document of [inbound, promise, answered, created]) {
      const hooked = ofType(document, 'UpdateContactEventHooks').filter(
        ({ Identifier }) => !Identifier.startsWith('set-plain'),
      );
      expect(hooked.flatMap((hook) => Object.keys(hook.Parameters['EventHooks'] ?? {}))).toEqual([
        ...guides,
        'AgentWhisper',
        'CustomerWhisper',
        'CustomerQueue',
        'CustomerHold',
        'AgentHold',
        'CustomerRemaining',
      ]);
    }
  });

  it('lead to a queue, a promise or another line from every action of the arrival but the farewells and the survey', () => {
    const ways = ['enter-queue', 'enter-queue-plainly', 'say-booked-goodbye', 'go-to-promise'];
    const over =
      /^(say-goodbye|say-call-again(-plainly)?|say-booked-goodbye|hang-up(-booked)?|go-to-survey|say-closed)$/u;
    const information = /^send-/u;
    const stuck = inbound.Actions.map(({ Identifier }) => Identifier).filter(
      (identifier) =>
        !over.test(identifier) &&
        !information.test(identifier) &&
        !ways.some((way) => reach(inbound, identifier).has(way)),
    );
    expect(stuck).toEqual([]);
  });

  it('keep numbers out of the flow log', () => {
    const numbers = /CustomerEndpoint|StoredCustomerInput|callbackNumber/u;
    for (const document of [inbound, queue]) {
      expect(actionOf(document, 'begin-hour').Transitions.NextAction).toBe('stop-logging');
      expect(actionOf(document, 'begin-place').Transitions.NextAction).toBe('stop-logging');
      expect(actionOf(document, 'stop-logging').Parameters).toEqual({ FlowLoggingBehavior: 'Disabled' });
      const entrances = document.Actions.filter((from) => successors(from).includes('check-caller'));
      expect(entrances.map(({ Identifier }) => Identifier)).toEqual(['stop-logging']);
      expect(actionOf(document, 'end-booking').Transitions.NextAction).toBe('resume-logging');
    }
    expect(actionOf(inbound, 'set-language').Transitions.NextAction).toBe('stop-logging-on-arrival');
    expect(actionOf(inbound, 'start-logging').Transitions.NextAction).toBe('greet');
    for (const document of [promise, answered, flowNamed(administration, `survey-${language}`)]) {
      expect(actionOf(document, 'set-language').Transitions.NextAction).toBe('stop-logging');
      expect(JSON.stringify(document)).not.toContain('"Enabled"');
    }
    for (const { published, name } of publishedFlows(administration)) {
      const silent = ofType(published, 'UpdateFlowLoggingBehavior').length > 0;
      expect([name, silent || !numbers.test(JSON.stringify(published))]).toEqual([name, true]);
    }
  });

  it('book an hour with three keys: the subject, 2, 1', () => {
    const remembered = leadsTo(actionOf(inbound, 'greet'), first?.keys[0] ?? '') ?? '';
    expect(reach(inbound, remembered)).toContain('offer-callback');
    expect(leadsTo(actionOf(inbound, 'offer-callback'), '2')).toBe('begin-hour');
    expect(leadsTo(actionOf(inbound, 'can-caller-be-called'), 'mobile')).toBe('remember-own-number');
    expect(actionOf(inbound, 'is-ending-to-confirm').Transitions.NextAction).toBe('offer-slots');
    expect(leadsTo(actionOf(inbound, 'choose-slot'), '1')).toBe('choose-1');
    expect(reach(inbound, 'choose-1')).toContain('book-slot');
  });

  it('take silence for no refusal: it leads to the queue of the first subject that has one', () => {
    const zero = leadsTo(actionOf(inbound, 'choose-subject'), '0');
    expect(zero).toBe(`remember-${first?.subject.id}`);
    expect(leadsTo(actionOf(inbound, 'choose-subject'), 'InputTimeLimitExceeded')).toBe('choose-subject-again');
    expect(leadsTo(actionOf(inbound, 'choose-subject-again'), 'InputTimeLimitExceeded')).toBe(zero);
    expect(leadsTo(actionOf(inbound, 'choose-subject-again'), 'NoMatchingCondition')).toBe(zero);
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
    expect(leadsTo(actionOf(answered, 'note-answered'), 'NoMatchingError')).toBe('say-code');
    expect(actionOf(answered, 'go-first').Parameters).toEqual({ QueuePriority: '1' });
  });

  it('say no code before a key is pressed: a voicemail would keep it', () => {
    for (const identifier of ['greet', 'greet-again', 'say-calling-again']) {
      expect(JSON.stringify(actionOf(answered, identifier))).not.toContain('spokenCode');
    }
    expect(JSON.stringify(actionOf(answered, 'say-code'))).toContain('$.Attributes.spokenCode');
  });

  it('send a called person to the queue of the booking, and a place to the queue of the caller', () => {
    for (const id of Object.keys(administration.queues)) {
      for (const document of [answered, created, promise]) {
        const target = actionOf(document, leadsToQueue(document, id));
        expect(target.Parameters).toEqual({ QueueId: `arn:queue/${id}` });
      }
    }
    for (const document of [inbound, queue]) {
      expect(actionOf(document, 'create-callback').Parameters).not.toHaveProperty('QueueId');
    }
  });

  it('make a dialogue in the queue another one than a dialogue on arrival', () => {
    for (const booking of ['book-slot', 'keep-place']) {
      const dialogues = [inbound, queue].map(
        (document) => actionOf(document, booking).Parameters['LambdaInvocationAttributes'],
      );
      expect(dialogues).toMatchObject([{ dialogue: '1' }, { dialogue: '2' }]);
    }
  });
});

describe('another administration', () => {
  const caf = administrations.find(({ id }) => id === 'caf');
  if (caf === undefined) throw new Error('no administration');
  const information = caf.subjects.filter((subject) => 'information' in subject);
  const queueAlone = caf.subjects.filter((subject) => 'queue' in subject);

  it('may have no information subject, ask no survey after it, and name no accessible service', () => {
    expect(() => publishedFlows({ ...caf, subjects: queueAlone })).not.toThrow();
    expect(() => publishedFlows({ ...caf, survey: { afterInformation: false, afterNoAnswer: false } })).not.toThrow();
    expect(() => publishedFlows({ ...caf, accessibility: undefined })).not.toThrow();
    const inbound = flowNamed({ ...caf, survey: { afterInformation: false, afterNoAnswer: false } }, 'inbound-fr');
    const [subject] = information;
    expect(leadsTo(actionOf(inbound, `after-${subject?.id}`), 'InputTimeLimitExceeded')).toBe('say-goodbye');
  });

  it('may have the longest names that the configuration allows', () => {
    const longest = `q${'-abcdefghi'.repeat(3)}`;
    const allocations = caf.queues['allocations'];
    if (allocations === undefined) throw new Error('no queue');
    const spoken = { fr: 'vos droits', en: 'your rights' };
    const informs = { spoken, sms: spoken };
    const subjects = [
      { key: '1', id: longest, spoken, queue: longest },
      { key: '2', id: `i${longest.slice(1)}`, spoken, information: informs },
      { key: '3', id: `t${longest.slice(1)}`, spoken, transferNumber: '+33199000001' },
    ];
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
    for (const administration of administrations) {
      expect(JSON.stringify(flowNamed(administration, 'outbound-whisper'))).not.toContain('arn:queue');
    }
  });
});
