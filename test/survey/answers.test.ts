import { surveyAnswer } from '../../domain/survey/answers.ts';

const keys = ['0', '1', '2', '3', '4', '5', '6', '9', '*', '#', '', 'Timeout', '12'];
const accepted = (question: string) => keys.filter((key) => surveyAnswer(question, key) !== undefined);

describe('an answer', () => {
  it('to the quality is a key from 1 to 5', () => {
    expect(accepted('quality')).toEqual(['1', '2', '3', '4', '5']);
  });
  it('to whether one was answered is 1 or 2', () => {
    expect(accepted('answered')).toEqual(['1', '2']);
  });
  it('to another question is none', () => {
    expect(accepted('toString')).toEqual([]);
  });
});
