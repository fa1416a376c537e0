/** Question 1 is answered by 1 (very bad) to 5 (excellent), question 2 by 1 (yes) or 2 (no). */
export type SurveyQuestion = 'quality' | 'answered';

/** Parameters of `survey/record-answer`: DynamoDB only. */
export interface RecordAnswerParameters {
  question: SurveyQuestion;
  answer: string;
  queue: string;
}
export interface RecordAnswerResult {
  status: 'recorded' | 'ignored';
}
