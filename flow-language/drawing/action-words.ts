import { type FlowAction, isObject, isTrue, type JsonObject, scalar } from '../flow-document.ts';

/** Longer texts are cut: a drawing is looked at, not read aloud. */
const MOST_CHARACTERS = 60;

/** The last part of an ARN or a path. */
const lastPart = (id: string): string => /[^/:]+$/.exec(id)?.[0] ?? id;
const text = (value: unknown): string => scalar(value) ?? '';
const pairs = (value: unknown): string =>
  Object.entries(isObject(value) ? value : {})
    .map(([key, inner]) => `${key} = ${text(isObject(inner) ? inner.Value : inner)}`)
    .join(', ');

function spoken({ SSML, Text, PromptId }: JsonObject): string {
  const words = text(SSML).replaceAll(/<[^>]*>/g, ' ') || text(Text);
  return words.trim() === '' ? text(PromptId) && `[prompt ${lastPart(text(PromptId))}]` : `“${words.trim()}”`;
}

const firstMessage = ({ Messages }: JsonObject): JsonObject => {
  const first: unknown = Array.isArray(Messages) ? Messages[0] : undefined;
  return isObject(first) ? first : {};
};

/** What each action does, in words; `names` tells what a resource is called. */
const words: Record<string, (parameters: JsonObject, nameOf: (id: string) => string) => string> = {
  MessageParticipant: (parameters) => `Say ${spoken(parameters)}`,
  MessageParticipantIteratively: (parameters) => `Play again and again ${spoken(firstMessage(parameters))}`,
  GetParticipantInput: (parameters) =>
    `${isTrue(parameters.StoreInput) ? 'Ask for digits' : 'Ask for a key'} ${spoken(parameters)}`,
  DisconnectParticipant: () => 'Hang up',
  EndFlowExecution: () => 'End of the flow',
  EndFlowModuleExecution: () => 'End of the module',
  Compare: ({ ComparisonValue }) => `What is ${text(ComparisonValue)}?`,
  CheckHoursOfOperation: () => 'Open now?',
  CheckMetricData: ({ MetricType }) => `How many? ${text(MetricType)}`,
  DistributeByPercentage: () => 'Draw a lot',
  Loop: ({ LoopCount }) => `Up to ${text(LoopCount)} times`,
  Wait: ({ TimeLimitSeconds, TimeoutSeconds }) => `Wait ${text(TimeLimitSeconds ?? TimeoutSeconds)} s`,
  UpdateContactAttributes: ({ Attributes }) => `Keep ${pairs(Attributes)}`,
  UpdateFlowAttributes: ({ FlowAttributes }) => `Keep in this flow ${pairs(FlowAttributes)}`,
  UpdateContactEventHooks: ({ EventHooks }, nameOf) =>
    Object.entries(isObject(EventHooks) ? EventHooks : {})
      .map(([hook, flow]) => `${hook}: ${nameOf(text(flow))}`)
      .join(', '),
  UpdateContactTextToSpeechVoice: ({ TextToSpeechVoice }) => `Speak with the voice ${text(TextToSpeechVoice)}`,
  UpdateContactData: ({ LanguageCode, Name }) =>
    LanguageCode === undefined ? `Note ${text(Name)}` : `Language ${text(LanguageCode)}`,
  UpdateContactRoutingBehavior: ({ QueuePriority, QueueTimeAdjustmentSeconds }) =>
    QueuePriority === undefined
      ? `As if waiting ${text(QueueTimeAdjustmentSeconds)} s longer`
      : `Priority ${text(QueuePriority)} in the queue`,
  UpdateFlowLoggingBehavior: ({ FlowLoggingBehavior }) => `Log: ${text(FlowLoggingBehavior)}`,
  UpdateContactTargetQueue: ({ QueueId, AgentId }, nameOf) => `For the queue ${nameOf(text(QueueId ?? AgentId))}`,
  TransferContactToQueue: () => 'Wait in the queue',
  TransferToFlow: ({ ContactFlowId }, nameOf) => `Go to the flow ${nameOf(text(ContactFlowId))}`,
  InvokeFlowModule: ({ FlowModuleId }, nameOf) => `Run the module ${nameOf(text(FlowModuleId))}`,
  InvokeLambdaFunction: ({ LambdaFunctionARN }, nameOf) => `Ask the function ${nameOf(text(LambdaFunctionARN))}`,
  TransferParticipantToThirdParty: () => 'Hand over to another number',
  CreateCallbackContact: () => 'Call back in turn',
  UpdateContactCallbackNumber: ({ CallbackNumber }) => `Call back ${text(CallbackNumber)}`,
  CreateTask: ({ Name }) => `Create the task ${text(Name)}`,
  ShowView: () => 'Show a screen',
};

/** One line on what an action does: in words where they are known here, else its type. */
export function actionWords({ type, parameters }: FlowAction, nameOf: (id: string) => string = lastPart): string {
  const line = (words[type]?.(parameters, nameOf) ?? type).replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}
