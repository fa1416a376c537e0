import { administration, ofType, property, resourcesOf, synthesiseLine } from '../stack/synthesise-line.ts';
import { scenarios } from './alarm-scenarios.ts';
import { WatchedLine } from './watched-line.ts';

const resources = resourcesOf(synthesiseLine(administration('caf')));
const deployed = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
  ofType(resources, type).map(([, alarm]) => String(property(alarm, 'AlarmName')).replace('Rappel-caf-', '')),
);

let watched: WatchedLine | undefined;
afterEach(async () => {
  await watched?.stop();
  watched = undefined;
});

describe('every alarm', () => {
  it('of the template has a scenario here that breaks the service, and no scenario is of another', () => {
    expect(Object.keys(scenarios).toSorted()).toEqual(deployed.toSorted());
  });

  it.each(Object.entries(scenarios))(
    '%s is raised when the service breaks, and ends once it is mended',
    async (alarm, { at, breaks, mends, minutes, besides = [] }) => {
      watched = await WatchedLine.at(at);
      expect(watched.raised()).toEqual([]);
      await breaks(watched);
      await expect(watched.comesTo(alarm, 'ALARM', minutes.raised)).resolves.toBe(true);
      expect([alarm, ...besides]).toEqual(expect.arrayContaining(watched.raised()));
      await mends(watched);
      await expect(watched.comesTo(alarm, 'OK', minutes.over)).resolves.toBe(true);
    },
  );
});
