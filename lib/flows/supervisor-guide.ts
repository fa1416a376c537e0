import type { Administration } from '../../domain/administration/administration.ts';
import { supervisorChoices } from '../../domain/administration/supervisor-choice.ts';
import { supervisorButtons, supervisorScreen } from '../../domain/administration/phrases/supervisors-fr.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { field, form, type FormField } from './form-view.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { disconnect, targetQueue, transferToQueue } from './queueing.ts';
import { external } from './references.ts';
import { hook, logging } from './settings.ts';
import { say } from './speaking.ts';
import { plainSpeech } from './speech.ts';
import { chosenAction, confirmation, detail } from './views.ts';

/** When an alert ends unless the supervisor says otherwise: the day's work is over. */
const usualEnd = '18:00';

/** What the task runs that a supervisor creates: it waits where supervisors alone take it, and brings the guide to their screen. */
export function supervisorRequestFlow(
  name: string,
  { queueArn, guideArn }: { queueArn: string; guideArn: string },
): FlowDocument {
  return flow(name, 'CONTACT_FLOW', {
    'set-guide': hook({ hook: 'DefaultAgentUI', flowArn: guideArn, next: 'target-queue' }),
    'target-queue': targetQueue({ queueArn, next: 'enter-queue', error: 'end' }),
    'enter-queue': transferToQueue({ atCapacity: 'end', error: 'end' }),
    end: disconnect(),
  });
}

/** On a supervisor's screen: what is in force, and what can be changed at once. Everything comes back to what is in force. */
export function supervisorGuideFlow(
  name: string,
  { administration, lambdas }: { administration: Administration; lambdas: LambdaArns },
): FlowDocument {
  const ends = { region: administration.region, error: 'say-fault', closed: 'end' };
  const told = (says: Parameters<typeof confirmation>[1]['says']) =>
    confirmation(ends, { says, button: supervisorScreen.next, next: 'tell-line' });
  const screens: Actions<'CONTACT_FLOW'> = {
    // Who changed what is in the log of the function; what was announced is in none.
    'stop-logging': logging('Disabled', 'tell-line'),
    'tell-line': invoke(lambdas, { lambda: 'tellLine', parameters: {}, next: 'show-line', error: 'show-line-unknown' }),
    'show-line': detail(ends, {
      heading: supervisorScreen.heading,
      texts: [external('tellLine', 'alert'), external('tellLine', 'callbacks')],
      buttons: supervisorChoices(Object.keys(administration.queues)),
      chosen: 'what-is-chosen',
    }),
    'show-line-unknown': told(supervisorScreen.lineUnknown),
    'what-is-chosen': equals({
      value: chosenAction,
      cases: { [supervisorButtons.write]: 'write-alert' },
      otherwise: 'change-line',
    }),
    'change-line': invoke(lambdas, {
      lambda: 'changeLine',
      parameters: { choice: chosenAction },
      next: 'show-done',
      error: 'show-change-unknown',
    }),
    'show-done': told(external('changeLine', 'announcement')),
    'show-change-unknown': told(supervisorScreen.changeUnknown),
    'say-fault': say({ says: plainSpeech(supervisorScreen.fault), next: 'end', error: 'end' }),
    end: disconnect(),
  };
  const writing = {
    heading: supervisorScreen.writeHeading,
    hint: supervisorScreen.writeHint,
    next: supervisorButtons.publish,
    back: supervisorScreen.back,
    filledIn: 'publish-alert',
    left: 'tell-line',
  };
  const alert: Actions<'CONTACT_FLOW'> = {
    'write-alert': form(ends, { ...writing, fields: alertFields(administration) }),
    'publish-alert': invoke(lambdas, {
      lambda: 'changeLine',
      parameters: {
        choice: supervisorButtons.publish,
        ...Object.fromEntries(administration.languages.map((language) => [language, field(language)])),
        date: field('date'),
        time: field('time'),
      },
      next: 'is-published',
      error: 'show-change-unknown',
    }),
  };
  const again: Actions<'CONTACT_FLOW'> = {
    'is-published': equals({
      value: external('changeLine', 'status'),
      cases: { refused: 'correct-alert' },
      otherwise: 'show-done',
    }),
    // With what was written: it is not to be thought out twice.
    'correct-alert': form(ends, {
      ...writing,
      fault: external('changeLine', 'announcement'),
      fields: alertFields(administration).map((each) => ({ ...each, value: field(each.name) })),
    }),
  };
  return flow(name, 'CONTACT_FLOW', joined(screens, alert, again));
}

function alertFields({ languages }: Administration): FormField[] {
  return [
    ...languages.map((language): FormField => ({
      name: language,
      label: supervisorScreen.text[language],
      kind: 'FormInput',
    })),
    { name: 'date', label: supervisorScreen.untilDate, kind: 'DatePicker', value: external('tellLine', 'today') },
    { name: 'time', label: supervisorScreen.untilTime, kind: 'TimeInput', value: usualEnd },
  ];
}
