// @ts-check

/**
 * Replaces the global `Date` of this thread, and returns how to set its instant; between settings it stands still.
 * @param {number} startMilliseconds
 * @returns {(nowMilliseconds: number) => void}
 */
export function installDate(startMilliseconds) {
  let instant = startMilliseconds;
  const RealDate = Date;
  const clockDate = new Proxy(RealDate, {
    construct: (target, parts, newTarget) =>
      Reflect.construct(target, parts.length === 0 ? [instant] : parts, newTarget),
    apply: () => new RealDate(instant).toString(),
    get: (target, key, receiver) => (key === 'now' ? () => instant : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = clockDate;
  globalThis.Date = clockDate;
  return (nowMilliseconds) => {
    instant = nowMilliseconds;
  };
}
