/** A day of calls takes minutes, and walks a minute each: begun last, they would run while the other worker has nothing left to do. */
const places = ['reporting/local-day', 'calls/transitions/', 'page/', 'calls/', 'local/', 'pains/', 'phrases/'];

const rankOf = ({ path }) => {
  const rank = places.findIndex((place) => path.includes(`/test/${place}`));
  return rank < 0 ? places.length : rank;
};

/** Jest's order of test files. Without it the order is by size on a machine that has never run them. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((left, right) => rankOf(left) - rankOf(right) || left.path.localeCompare(right.path));
  }

  cacheResults() {}
}
