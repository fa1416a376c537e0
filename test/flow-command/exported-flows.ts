/** Small flows of our own, to be spelt in every way in which flows are found. */
export type Json = Record<string, unknown>;

export const action = (Identifier: string, Type: string, Parameters: Json = {}, Transitions: Json = {}): Json => ({
  Identifier,
  Type,
  Parameters,
  Transitions,
});

export const documentOf = (actions: Json[], metadata?: Json): Json => ({
  Version: '2019-10-30',
  StartAction: actions[0]?.Identifier ?? '',
  ...(metadata && { Metadata: metadata }),
  Actions: actions,
});

const says = (text: string, next: string): Json =>
  action('greeting', 'MessageParticipant', { Text: text }, { NextAction: next, Errors: [], Conditions: [] });

/** Says something and hangs up. */
export const goodbye = (metadata?: Json): Json =>
  documentOf([says('The office is closed for the holidays.', 'bye'), action('bye', 'DisconnectParticipant')], metadata);

/** Says something and lets the flow end: a whisper, or a queue flow. */
export const whisper = (metadata?: Json): Json =>
  documentOf([says('A caller about a garden permit.', 'done'), action('done', 'EndFlowExecution')], metadata);

/** Loops a message: a queue flow, or a hold. */
export const loop = (metadata?: Json): Json =>
  documentOf(
    [action('music', 'MessageParticipantIteratively', { Messages: [{ Text: 'Please stay on the line.' }] })],
    metadata,
  );
