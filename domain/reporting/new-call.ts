import type { ReportAttributes } from './contract.ts';

/** What the reports know of a call that has just begun, whoever rang. Set before the first word, so that no failure leaves it unset. */
export const newCall: ReportAttributes = {
  stage: 'menu',
  firstAnnouncedWaitSeconds: '',
  offerReason: '',
  callbackRefusal: '',
  surveyOffered: 'no',
};
