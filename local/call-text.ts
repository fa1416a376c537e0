import type { CallEvent } from './call-event.ts';

const time = (event: CallEvent): string => event.at.slice(11, 19);

/** One event as a person reads it in the terminal; undefined for what only programs want. */
export function callText(event: CallEvent): string | undefined {
  switch (event.kind) {
    case 'ringing':
      return `${time(event)}  le téléphone sonne (${event.to})`;
    case 'answered':
      return `${time(event)}  ${{ caller: 'décroché', agent: 'un agent répond', machine: 'un répondeur décroche' }[event.by]}`;
    case 'heard':
      return `${time(event)}  ${event.by === 'agent' ? '(agent) ' : ''}« ${event.text} »`;
    case 'pressed':
      return `${time(event)}  touche ${event.keys.split('').join(' ')}`;
    case 'shown':
      return `${time(event)}  (écran de l’agent) ${event.text}`;
    case 'chosen':
      return `${time(event)}  (écran de l’agent) → ${event.text}`;
    case 'sms':
      return `${time(event)}  SMS (${event.parts} partie) : ${event.text}`;
    case 'survey':
      return `${time(event)}  réponse enregistrée : ${event.question} ${event.answer}`;
    case 'state':
      return event.of === 'booking' ? `${time(event)}  rappel : ${event.from} → ${event.to}` : undefined;
    case 'lambda':
      return event.result === 'ok' ? undefined : `${time(event)}  ${event.function} : ${event.result}`;
    case 'standIn':
      return `${time(event)}  (${event.service}, simulé) ${event.text}`;
    case 'error':
      return `${time(event)}  erreur : ${event.text}`;
    case 'ended':
      if (event.outcome === 'closed') return undefined;
      return `${time(event)}  fin de l’appel (${event.outcome})`;
    default:
      return event satisfies never;
  }
}
