import { personalDataIn } from './personal-data.ts';

const used = {
  numbers: ['+33639801234'],
  keyed: ['0639809999#'],
  texts: ['CAF: nous vous rappelons le 24/11 entre 10h00 et 10h30. Code 482.'],
};

describe('the search for personal data', () => {
  it.each([
    ['+33639801234'],
    ['tel:0639801234'],
    ['06 39 80 12 34'],
    ['06.39.80.12.34'],
    ['{"n":"33639801234000"}'],
    ['keys 0639809999#'],
    ['"body":"CAF: nous vous rappelons le 25/11"'],
  ])('finds it in %s', (text) => {
    expect(personalDataIn(text, used)).toHaveLength(1);
  });

  it.each([['contact 6398-0123-5567'], ['1764000000123'], ['+33639801235'], ['"code":"contactNoted"']])(
    'finds nothing in %s',
    (text) => {
      expect(personalDataIn(text, used)).toEqual([]);
    },
  );
});
