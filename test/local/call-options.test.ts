import { readCallOptions, UsageFault } from '../../local/commands/call-options.ts';
import { readScript, ScriptFault } from '../../local/script.ts';

describe('a script', () => {
  it('waits, hangs up, and rings again, also from elsewhere', () => {
    expect(readScript('1 - w90 x r ranonymous r+33698765432')).toEqual([
      { kind: 'keys', keys: '1' },
      { kind: 'silence' },
      { kind: 'wait', seconds: 90 },
      { kind: 'hangUp' },
      { kind: 'ring', from: undefined },
      { kind: 'ring', from: 'anonymous' },
      { kind: 'ring', from: '+33698765432' },
    ]);
  });
});

describe('the options of a call', () => {
  it('default to a mobile that rings now, with nobody before and every agent busy', () => {
    expect(readCallOptions(['caf'])).toEqual({
      administration: 'caf',
      from: '+33612345678',
      at: undefined,
      queue: 0,
      agents: 0,
      seed: 1,
      tokens: undefined,
      until: undefined,
      answers: ['yes'],
      guide: [],
      json: false,
    });
  });

  it('take a script that begins with a silence', () => {
    expect(readCallOptions(['caf', '--press', '- -', '--json'])).toMatchObject({
      tokens: [{ kind: 'silence' }, { kind: 'silence' }],
      json: true,
    });
  });

  it('take the texts that whoever answers sends', () => {
    expect(readCallOptions(['caf', '--guide', 'logement naissance'])).toMatchObject({
      guide: ['logement', 'naissance'],
    });
  });

  it('take one answer for each attempt, and nobody logged in', () => {
    expect(readCallOptions(['caf', '--answer', 'no,busy,machine', '--agents', 'none'])).toMatchObject({
      answers: ['no', 'busy', 'machine'],
      agents: 'none',
    });
  });

  it.each([
    [[], /<administration>/],
    [['caf', 'cnaf'], /<administration>/],
    [['caf', '--from', '3230x'], /--from "3230x"/],
    [['caf', '--at', '2026-02-30T10:00'], /--at "2026-02-30T10:00"/],
    [['caf', '--at', '10:05'], /--at "10:05"/],
    [['caf', '--queue', '-1'], /queue/],
    [['caf', '--agents', 'some'], /--agents "some"/],
    [['caf', '--press', '1 7z'], /--press "7z"/],
    [['caf', '--answer', 'maybe'], /--answer "maybe": yes, no, busy, machine/],
    [['caf', '--colour'], /colour/],
  ])('refuse %j, and say what is allowed', (parameters, message) => {
    expect(() => readCallOptions(parameters)).toThrow(UsageFault);
    expect(() => readCallOptions(parameters)).toThrow(message);
  });
});

describe('a script', () => {
  it('is keys, silences, waits and a hang-up', () => {
    expect(readScript('1 0612345678# - w90 x')).toEqual([
      { kind: 'keys', keys: '1' },
      { kind: 'keys', keys: '0612345678#' },
      { kind: 'silence' },
      { kind: 'wait', seconds: 90 },
      { kind: 'hangUp' },
    ]);
  });

  it('says an intent to a bot', () => {
    expect(readScript('sBook_Hotel-2')).toEqual([{ kind: 'say', intent: 'Book_Hotel-2' }]);
  });

  it('refuses a word that is none of these', () => {
    expect(() => readScript('1 w')).toThrow(ScriptFault);
    expect(() => readScript('s')).toThrow(ScriptFault);
  });
});
