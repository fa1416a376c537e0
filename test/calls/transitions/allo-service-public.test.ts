import { describeWalkOf } from './walk-of.ts';

describeWalkOf('allo-service-public');
