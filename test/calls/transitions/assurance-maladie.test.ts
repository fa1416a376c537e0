import { describeWalkOf } from './walk-of.ts';

describeWalkOf('assurance-maladie');
