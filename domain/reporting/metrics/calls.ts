import { group, metric } from './definition.ts';

export const calls = group({
  name: 'calls',
  title: 'What became of calls',
  introduction: `Every call during the opening hours has one fate, so that \`callsOpen\` = \`answered\` + \`takenCallback\` + \`informed\` + \`transferred\` +
\`abandoned\` + \`balked\` + \`leftInMenu\` + \`failed\`. The first of these that applies is the call's.`,
  metrics: {
    calls: metric(
      'Appels reçus',
      'Calls received',
      'Calls of people to the line that began on the local day, those outside the opening hours too. A call is its first contact with those that continue it by transfer; our own calls are none of these.',
      {
        official: 'appels présentés; Connect counts CONTACTS_INCOMING, each transfer again.',
        trap: 'Calls are not people: who gets no answer rings again. See `personDays` and `callsPerPerson`.',
      },
    ),
    callsClosed: metric(
      'Appels hors des heures d’ouverture',
      'Calls outside the opening hours',
      'Calls that were told that the line is closed, and reached neither a queue nor an agent.',
      {
        trap: 'Who hangs up in the menu is told nothing, and so counts as open, against us.',
      },
    ),
    callsOpen: metric(
      'Appels pendant les heures d’ouverture',
      'Calls during the opening hours',
      '`calls` − `callsClosed`.',
    ),
    callsForAgent: metric(
      'Appels à traiter par un agent',
      'Calls that require an agent',
      '`callsOpen` − `informed` − `transferred`.',
      {
        official: '“appels nécessitant une réponse par un agent” (Services Publics+, commitment 6).',
        trap: 'Who leaves in the menu, or on hearing the wait, is among them: to leave them out would raise the rate by making menus longer.',
      },
    ),
    answered: metric(
      'Appels décrochés par un agent',
      'Calls answered by an agent',
      'An agent took the call, in the very call, whatever else happened in it.',
      {
        official: 'appels décrochés; Connect: CONTACTS_HANDLED, callbacks included.',
      },
    ),
    answeredByCallback: metric(
      'Rappels aboutis',
      'Calls whose callback reached an agent',
      'Of `takenCallback`: an agent and the person have talked in one of the callbacks promised in it, as far as the records of three days go.',
      {
        official: 'rappel abouti: a word of ours, as no official definition counts callbacks.',
      },
    ),
    takenCallback: metric(
      'Appels terminés par un rappel promis',
      'Calls that ended with a promised callback',
      'A callback was taken in it, and was not given up before the call ended; no agent took the call.',
      {
        trap: 'A promise is not an answer: see `answeredByCallback`.',
      },
    ),
    informed: metric(
      'Appels traités par une réponse enregistrée',
      'Calls answered by information',
      'Has heard to its end what answers the call, or what is promised; was in no queue, and took no callback.',
      {
        official: 'appels traités par le serveur vocal: the CNAF counts them as “appels traités” (data.gouv.fr).',
        trap: 'Heard is not helped: `gotAnswer` is asked of who was served by an agent.',
      },
    ),
    transferred: metric(
      'Appels transmis à un autre service',
      'Calls handed over to another service',
      'Was handed over to a number that is not ours.',
      {
        trap: 'Whether the other service answered is not known here.',
      },
    ),
    abandoned: metric(
      'Abandons en file d’attente',
      'Calls abandoned in the queue',
      'Was in a queue, and no agent, callback or other service took the call: also where we ended it there.',
      {
        official: 'abandons; Connect: CONTACTS_ABANDONED, which leaves out who took a callback, as here.',
      },
    ),
    balked: metric(
      'Renoncements à l’annonce de l’attente',
      'Calls that left on hearing the wait',
      'Had chosen a subject with a queue, never entered the queue, and hung up.',
      {
        official: 'renoncement (balking, in queueing theory).',
      },
    ),
    leftInMenu: metric('Raccrochés dans le menu', 'Calls that left in the menu', 'Had chosen nothing, and hung up.', {
      trap: 'No report of Connect’s shows them.',
    }),
    failed: metric(
      'Appels coupés',
      'Calls that we ended',
      'None of the others: the caller did not hang up, a fault of ours or of the network ended the call.',
    ),
    answerRate: metric('Taux de décroché par un agent', 'Answer rate by an agent', '`answered` ÷ `callsForAgent`.', {
      official:
        'taux de décroché par un agent (Services Publics+, commitment 6: calls handled by an agent ÷ calls that require an answer by an agent; plus.transformation.gouv.fr/engagement/6). The telephone plan of 2023 asks for at least 85 %.',
      trap: 'Callbacks do not raise it. Shorter opening hours do: see `callsClosed`.',
    }),
    answerRateWithCallbacks: metric(
      'Taux de décroché, rappels aboutis compris',
      'Answer rate, callbacks that reached an agent included',
      '(`answered` + `answeredByCallback`) ÷ `callsForAgent`.',
      {
        official: 'none: to be published beside `answerRate`, never as it.',
      },
    ),
    globalRate: metric(
      'Taux global',
      'Global rate',
      '(`answered` + `informed` + `transferred` + `answeredByCallback`) ÷ `callsOpen`.',
      {
        official: 'taux global (Services Publics+, commitment 6: followed apart where a voice server resolves calls).',
        trap: 'Counts who listened as who was helped.',
      },
    ),
    balkingRate: metric('Taux de renoncement à l’annonce', 'Balking rate', '`balked` ÷ `callsForAgent`.', {
      trap: 'An honest announcement raises it, and lowers `abandonmentRate`: read both.',
    }),
  },
});
