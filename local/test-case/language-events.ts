import { z } from 'zod';

const text = z.string('a text').min(1, 'not empty');

const criteria = '{"Type": "Similarity"} or {"Type": "Inclusion"}';
const message = z
  .object({
    Text: text.optional(),
    SSML: text.optional(),
    PromptId: text.optional(),
    Media: z.object({ Uri: text }).optional(),
    MatchingCriteria: z
      .object({ Type: z.enum(['Similarity', 'Inclusion'], '"Similarity" or "Inclusion"') }, criteria)
      .optional(),
  })
  .refine(({ Text, SSML, PromptId, Media }) => {
    return [Text, SSML, PromptId, Media].filter((form) => form !== undefined).length === 1;
  }, 'one of Text, SSML, PromptId and Media')
  .refine(({ Text, SSML, MatchingCriteria }) => {
    return MatchingCriteria !== undefined || (Text === undefined && SSML === undefined);
  }, `MatchingCriteria is missing: ${criteria}`);

const startedAction = z.discriminatedUnion(
  'ActionType',
  [
    z.object({
      ActionType: z.literal('InvokeLambdaFunction'),
      ActionParameters: z.object({ LambdaFunctionARN: text }),
    }),
    z.object({
      ActionType: z.literal('CheckHoursOfOperation'),
      ActionParameters: z.object({ HoursOfOperationId: text }),
    }),
    z.object({
      ActionType: z.literal('TransferContactToQueue'),
      ActionParameters: z.object({
        QueueId: text,
        AgentId: z.undefined('no queue of an agent is played here').optional(),
      }),
    }),
    z.object({
      ActionType: z.literal('ConnectParticipantWithLexBot'),
      ActionParameters: z.object({ LexV2Bot: z.object({ AliasArn: text }) }),
    }),
  ],
  'InvokeLambdaFunction, CheckHoursOfOperation, TransferContactToQueue or ConnectParticipantWithLexBot',
);

const ofEveryEvent = {
  Actor: z.literal('System', '"System"'),
  // Beside the properties, Connect passes over it in silence, and nothing is ever observed.
  MatchingCriteria: z.undefined('it stands inside Properties').optional(),
};
const Properties = z.object({}).optional();

/** What is to happen: Developer Guide, "Events in the Testing language". */
export const expectedEvent = z.discriminatedUnion(
  'Type',
  [
    z.object({ ...ofEveryEvent, Type: z.literal('TestInitiated'), Properties }),
    z.object({ ...ofEveryEvent, Type: z.literal('TestCompleted'), Properties }),
    z.object({ ...ofEveryEvent, Type: z.literal('MessageReceived'), Properties: message }),
    z.object({ ...ofEveryEvent, Type: z.literal('FlowActionStarted'), Properties: startedAction }),
  ],
  'TestInitiated, TestCompleted, MessageReceived or FlowActionStarted',
);
export type ExpectedEvent = z.output<typeof expectedEvent>;
export type ExpectedMessage = z.output<typeof message>;
export type ExpectedAction = z.output<typeof startedAction>;
