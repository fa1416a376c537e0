import { drawingOf, targetOf } from '../../local/page/flow-drawing.ts';

const action = (Identifier: string, Transitions: object) => ({ Identifier, Type: 'Compare', Transitions });
const flow = {
  arn: 'arn:flow',
  id: 'flow',
  name: 'menu',
  type: 'CONTACT_FLOW',
  content: JSON.stringify({
    StartAction: 'ask',
    Actions: [
      action('apologise', { NextAction: 'ask' }),
      action('lost', {}),
      action('end', {}),
      action('ask', {
        NextAction: 'end',
        Conditions: [{ NextAction: 'tell', Condition: { Operands: ['1'] } }],
        Errors: [{ NextAction: 'apologise', ErrorType: 'NoMatchingError' }],
      }),
      action('tell', { NextAction: 'end' }),
    ],
  }),
};

describe('the drawing of a flow', () => {
  it('has every action once, below what leads to it, and what only errors lead to at the end', () => {
    const { boxes } = drawingOf(flow);
    const layers = boxes.map(({ id, y }) => [id, y] as const).toSorted(([, left], [, right]) => left - right);
    expect(layers.map(([id]) => id)).toEqual(['ask', 'end', 'tell', 'apologise', 'lost']);
  });

  it('has no two boxes that touch, and all of them inside', () => {
    const { boxes, width, height, boxWidth, boxHeight } = drawingOf(flow);
    for (const [index, box] of boxes.entries()) {
      expect(box.x >= 0 && box.x + boxWidth <= width && box.y >= 0 && box.y + boxHeight <= height).toBe(true);
      const others = boxes.slice(index + 1).filter(({ y }) => y === box.y);
      expect(others.every(({ x }) => Math.abs(x - box.x) > boxWidth)).toBe(true);
    }
  });

  it('tells errors from what the flow means to do', () => {
    const { arrows } = drawingOf(flow);
    expect(arrows.filter(({ isError }) => isError)).toEqual([
      { from: 'ask', to: 'apologise', taken: 'NoMatchingError', isError: true },
    ]);
    expect(arrows.find(({ to }) => to === 'tell')?.taken).toBe('1');
  });

  it.each([
    ['NextAction', 'end'],
    [{ condition: 0 }, 'tell'],
    [{ error: 'NoMatchingError' }, 'apologise'],
    [{ error: 'TimeLimitExceeded' }, undefined],
  ])('knows where %j leads', (taken, target) => {
    expect(targetOf(flow, 'ask', taken)).toBe(target);
  });
});
