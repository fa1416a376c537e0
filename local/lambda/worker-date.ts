/** Replaces the global `Date` of this thread, and returns how to set its instant; between settings it stands still. */
export function installDate(startMilliseconds: number): (nowMilliseconds: number) => void {
  let instant = startMilliseconds;
  const RealDate = Date;
  const clockDate = new Proxy(RealDate, {
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [instant] : parts, newTarget) as object,
    apply: () => new RealDate(instant).toString(),
    get: (target, key, receiver): unknown => (key === 'now' ? () => instant : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = clockDate;
  globalThis.Date = clockDate;
  return (nowMilliseconds) => {
    instant = nowMilliseconds;
  };
}
