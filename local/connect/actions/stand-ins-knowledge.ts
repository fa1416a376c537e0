import type { FlowAction } from '../../../flow-language/flow-document.ts';
import { failed, type FlowRun } from '../flow-run.ts';
import type { StandInAnswer } from '../stand-ins.ts';
import { type ActionKind, type ActionKinds, textParameter } from './action-kind.ts';
import { keepUnder, onlyFor, standIn } from './stand-in.ts';

function keepSession(answer: StandInAnswer, action: FlowAction, run: FlowRun): undefined {
  const { region, accountId } = run.host.deployment;
  const SessionArn = `arn:aws:wisdom:${region}:${accountId}:session/stand-in/${run.contact.id}`;
  keepUnder('Wisdom')({ ...answer, values: { SessionArn, ...answer.values } }, action, run);
}

/** Support ended on 2026-05-20: whatever a flow still asks of it fails. */
const voiceId: ActionKind = standIn({
  refusal: (_action, run) => onlyFor('VOICE', run),
  usual: () => ({ error: 'NoMatchingError', reason: 'Voice ID ended on 2026-05-20' }),
});

export const knowledgeStandIns: ActionKinds = {
  CreateWisdomSession: standIn({
    refusal: (action, run) =>
      textParameter(action, 'WisdomAssistantArn', run) ? undefined : failed('WisdomAssistantArn is empty'),
    keep: keepSession,
  }),
  CheckVoiceId: voiceId,
  StartVoiceIdStream: voiceId,
  AuthenticateParticipant: standIn({ refusal: (_action, run) => onlyFor('CHAT', run) }),
  LoadContactContent: standIn({
    usual: () => ({ error: 'NoMatchingError', reason: 'no contact here is an e-mail' }),
    keep: keepUnder('Email'),
  }),
  EvaluateDataTableValues: standIn({ keep: keepUnder('DataTables') }),
  ListDataTableValues: standIn({ keep: keepUnder('DataTableList') }),
  UpsertDataTableValues: standIn({}),
};
