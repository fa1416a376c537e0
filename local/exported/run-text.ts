import type { CallEvent } from '../call-event.ts';

/** One event as who wrote the flow reads it, with the action that it comes from; undefined for what only programs want. */
export function runText(event: CallEvent): string | undefined {
  const text = words(event);
  if (text === undefined) return undefined;
  const place = event.action === null ? '' : `   [${event.flow}: ${event.action}]`;
  return `${event.at.slice(11, 19)}  ${text}${place}`;
}

function words(event: CallEvent): string | undefined {
  switch (event.kind) {
    case 'ringing':
      return `the telephone rings (${event.to})`;
    case 'answered':
      return { caller: 'answered', agent: 'an agent answers', machine: 'an answering machine answers' }[event.by];
    case 'heard':
      return `${event.by === 'agent' ? '(agent) ' : ''}“${event.text}”`;
    case 'pressed':
      return `presses ${event.keys.split('').join(' ')}`;
    case 'shown':
      return `(agent’s screen) ${event.text}`;
    case 'chosen':
      return `(agent’s screen) → ${event.text}`;
    case 'lambda':
      return `function ${event.function}: ${event.result}${event.text === '' ? '' : `, ${event.text}`}`;
    case 'standIn':
      return `(${event.service}, a stand-in) ${event.text}`;
    case 'state':
      return event.of === 'contact' && event.to === 'queued' ? 'waits in the queue' : undefined;
    case 'sms':
    case 'survey':
      return event.text;
    case 'error':
      return `error: ${event.text}`;
    case 'ended':
      return event.outcome === 'closed' ? undefined : `the call is over: ${event.outcome} (${event.text})`;
    default:
      return event satisfies never;
  }
}
