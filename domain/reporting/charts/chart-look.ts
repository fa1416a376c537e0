import type { CallSegment, PromiseBar } from '../phrases.ts';

/** A pattern over a colour, so that segments are told apart without colours too: by the colour-blind, and on a black-and-white print. */
interface Decal {
  symbol: 'rect' | 'circle';
  color: string;
  rotation?: number;
  symbolSize?: number;
  dashArrayX?: number | number[] | number[][];
  dashArrayY?: number | number[];
}
export interface Look {
  color: string;
  decal?: Decal;
  borderColor: string;
  borderWidth: number;
}

export const ink = '#16161d';
const quarterTurn = Math.PI / 4;

const stripes = (color: string, rotation: number): Decal => ({
  symbol: 'rect',
  color,
  rotation,
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
});
const dots = (color: string): Decal => ({
  symbol: 'circle',
  color,
  symbolSize: 0.7,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
});
const look = (color: string, decal?: Decal): Look => ({
  color,
  ...(decal && { decal }),
  borderColor: ink,
  borderWidth: 0.5,
});

const good = look('#14508c');
const promised = look('#7fb3e0', dots('#0d355e'));
const neutral = look('#dfe2e8');
const bad = look('#d1500e', stripes('#ffffff', -quarterTurn));
const fair = look('#f3c969', stripes('#6b4b00', quarterTurn));
const away = look('#ffffff', dots('#8a8f9c'));

export const segmentLooks: Readonly<Record<CallSegment, Look>> = {
  answered: good,
  callback: promised,
  informed: neutral,
  unserved: bad,
  leftInMenu: fair,
  closed: away,
};

export const barLooks: Readonly<Record<PromiseBar, Look>> = {
  kept: good,
  late: fair,
  neverCalled: bad,
  pending: promised,
  cancelled: neutral,
  reachedFirst: good,
  reachedLater: promised,
  givenUp: bad,
};

export const plainBar: Look = good;
