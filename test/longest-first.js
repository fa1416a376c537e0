/** Calls take longest, and walks a minute each: begun last, they would run while the other worker has nothing left to do. */
const folders = ['calls/transitions', 'page', 'calls', 'local', 'pains', 'phrases'];

const rankOf = ({ path }) => {
  const rank = folders.findIndex((folder) => path.includes(`/test/${folder}/`));
  return rank < 0 ? folders.length : rank;
};

/** Jest's order of test files. Without it the order is by size on a machine that has never run them. */
export default class LongestFirst {
  sort(tests) {
    return tests.toSorted((left, right) => rankOf(left) - rankOf(right) || left.path.localeCompare(right.path));
  }

  cacheResults() {}
}
