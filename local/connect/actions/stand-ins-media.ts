import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun, type Step } from '../flow-run.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import { scalar } from '../../../flow-language/flow-document.ts';
import type { ActionKinds } from './action-kind.ts';
import { onlyFor, standIn } from './stand-in.ts';

/** Which contacts a behaviour is for; one of the screen alone is for calls, chats and tasks: for all that are here. */
const channelOf = { VoiceBehavior: 'VOICE', ChatBehavior: 'CHAT', EmailBehavior: 'EMAIL' } as const;

function otherChannel({ parameters }: FlowAction, run: FlowRun): Step | undefined {
  const behaviours = ['VoiceBehavior', 'ChatBehavior', 'EmailBehavior'] as const;
  const given = behaviours.find((name) => parameters[name] !== undefined);
  return given === undefined || channelOf[given] === run.contact.channel
    ? undefined
    : failed(`${given} of a contact of the channel ${run.contact.channel}`, 'ChannelMismatch');
}

/** Where the audio would go to, as flows and functions read it: it begins, and ends, where the flow says so. */
function keepStream({ values = {}, error }: StandInAnswer, action: FlowAction, run: FlowRun): undefined {
  if (error !== undefined) return;
  const { clock, deployment } = run.host;
  const { contact } = run;
  const now = String(clock.now());
  const begun = {
    StreamARN: `arn:aws:kinesisvideo:${deployment.region}:${deployment.accountId}:stream/stand-in/0`,
    StartTimestamp: now,
    StartFragmentNumber: '1',
  };
  const stream = action.parameters.MediaStreamingState === 'Enabled' ? begun : { StopTimestamp: now };
  const said = Object.entries(values).map(([name, value]) => [name, scalar(value) ?? '']);
  contact.audioStream = { ...contact.audioStream, ...stream, ...Object.fromEntries(said) };
}

export const mediaStandIns: ActionKinds = {
  UpdateContactRecordingAndAnalyticsBehavior: standIn({ refusal: otherChannel }),
  UpdateContactMediaProcessing: standIn({ refusal: (_action, run) => onlyFor('CHAT', run, 'ChannelMismatch') }),
  UpdateContactMediaStreamingBehavior: standIn({
    refusal: (_action, run) => onlyFor('VOICE', run),
    keep: keepStream,
  }),
};
