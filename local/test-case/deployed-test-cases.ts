import { StackResources } from '../assembly/stack-resources.ts';
import { readStack } from '../assembly/template.ts';
import { readTestCase, type TestCase } from './read-test-case.ts';

/** The test cases of a stack of a cloud assembly, as CloudFormation would create them. @throws TestCaseRefused */
export function deployedTestCases(directory: string, stackName: string): TestCase[] {
  const resources = new StackResources(readStack(directory, stackName));
  return resources.ofType('AWS::Connect::TestCase').map((id) => readTestCase(resources.properties(id)));
}
