import type { DeployedFlow } from '../deployment.ts';

/** A flow laid out in layers: `x` and `y` are the top left corner of a box, in pixels. */
export interface FlowDrawing {
  name: string;
  width: number;
  height: number;
  boxWidth: number;
  boxHeight: number;
  boxes: { id: string; type: string; x: number; y: number }[];
  arrows: { from: string; to: string; taken: string; isError: boolean }[];
}
interface WrittenAction {
  Identifier: string;
  Type: string;
  Transitions?: {
    NextAction?: string;
    Conditions?: { NextAction: string; Condition?: { Operands?: string[] } }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
}
const boxWidth = 200;
const boxHeight = 44;
const gapX = 24;
const gapY = 40;

/** Errors are drawn after what the flow means to do, so that the way through it stays in sight. */
export function drawingOf({ name, content }: DeployedFlow): FlowDrawing {
  const { Actions, StartAction } = JSON.parse(content) as { Actions: WrittenAction[]; StartAction: string };
  const arrows = Actions.flatMap(arrowsFrom);
  const layers = layersOf(StartAction, Actions, arrows);
  const widest = Math.max(...layers.map(({ length }) => length));
  const width = widest * (boxWidth + gapX) + gapX;
  const boxes = layers.flatMap((layer, depth) => {
    const left = (width - layer.length * (boxWidth + gapX) + gapX) / 2;
    return layer.map(({ Identifier: id, Type: type }, index) => ({
      id,
      type,
      x: left + index * (boxWidth + gapX),
      y: gapY / 2 + depth * (boxHeight + gapY),
    }));
  });
  return { name, width, height: layers.length * (boxHeight + gapY), boxWidth, boxHeight, boxes, arrows };
}

/** Where a transition leads to; `taken` as in `FlowTransition`, undefined where the flow has no such action. */
export function targetOf({ content }: DeployedFlow, identifier: string, taken: unknown): string | undefined {
  const { Actions } = JSON.parse(content) as { Actions: WrittenAction[] };
  const transitions = Actions.find(({ Identifier }) => Identifier === identifier)?.Transitions;
  if (typeof taken === 'string') return transitions?.NextAction;
  const { condition, error } = taken as { condition?: number; error?: string };
  if (condition !== undefined) return transitions?.Conditions?.[condition]?.NextAction;
  return transitions?.Errors?.find(({ ErrorType }) => ErrorType === error)?.NextAction;
}

function arrowsFrom({ Identifier: from, Transitions = {} }: WrittenAction): FlowDrawing['arrows'] {
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  return [
    ...(NextAction === undefined ? [] : [{ from, to: NextAction, taken: '', isError: false }]),
    ...Conditions.map(({ NextAction: to, Condition }) => ({
      from,
      to,
      taken: Condition?.Operands?.join(', ') ?? '',
      isError: false,
    })),
    ...Errors.map(({ NextAction: to, ErrorType: taken }) => ({ from, to, taken, isError: true })),
  ];
}

/** Each action in the layer after the one that first leads to it; those of a layer in the order of what leads to them. */
function layersOf(start: string, actions: WrittenAction[], arrows: FlowDrawing['arrows']): WrittenAction[][] {
  const left = new Map(actions.map((action) => [action.Identifier, action]));
  const layers: WrittenAction[][] = [];
  let due = [start];
  while (left.size > 0) {
    const layer = [...new Set(due)].flatMap((id) => left.get(id) ?? []);
    // What only an error leads to, then what nothing leads to, comes below.
    const rest = layer.length > 0 ? layer : below(left, arrows);
    for (const { Identifier } of rest) left.delete(Identifier);
    layers.push(rest);
    const ids = rest.map(({ Identifier }) => Identifier);
    due = ids.flatMap((id) => arrows.filter(({ from, isError }) => from === id && !isError).map(({ to }) => to));
  }
  return layers;
}

const mostInALayer = 6;

function below(left: ReadonlyMap<string, WrittenAction>, arrows: FlowDrawing['arrows']): WrittenAction[] {
  const drawn = arrows.filter(({ from, to }) => !left.has(from) && left.has(to)).map(({ to }) => to);
  const reached = [...new Set(drawn)].flatMap((id) => left.get(id) ?? []);
  return (reached.length > 0 ? reached : [...left.values()]).slice(0, mostInALayer);
}
