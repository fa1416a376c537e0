import { describeWalkOf } from './walk-of.ts';

describeWalkOf('caf');
