/** Draws one participant's timeline: seven mean probabilities over time, and below them what could be measured. */

import {s} from './dom.js';
import {runs} from './buckets.js';
import {ticks} from './range.js';
import {EXPRESSIONS, clock, minute, percent} from './words.js';

const LEFT = 42;
const RIGHT = 10;
const TOP = 8;
const PLOT = 128;
const STRIP_TOP = TOP + PLOT + 7;
const STRIP = 10;
export const HEIGHT = STRIP_TOP + STRIP + 24;

const DASHES = {surprise: '7 3', sad: '2 3', fear: '9 3 2 3', disgust: '1 4', angry: '5 2'};

const y = share => TOP + PLOT * (1 - share);

/** The horizontal scale; also turns a pointer's place back into a time. */
export function scaleOf(range, width) {
  const room = Math.max(1, width - LEFT - RIGHT);
  const length = range.shownTo - range.from;
  return {
    x: time => LEFT + room * (time - range.from) / length,
    time: x => range.from + length * (x - LEFT) / room,
    width,
  };
}

export function draw(buckets, range, scale, view) {
  return s('svg', {
    class: 'timeline',
    viewBox: `0 0 ${scale.width} ${HEIGHT}`,
    width: scale.width,
    height: HEIGHT,
    'aria-hidden': true,
    focusable: false,
  }, ...axes(range, scale), ...unread(buckets, scale), ...(view === 'stack' ? areas : lines)(buckets, scale),
  ...strip(buckets, scale));
}

/** The mark of a chosen bucket. */
export function cursor(bucket, scale) {
  return s('rect', {
    class: 'cursor',
    x: scale.x(bucket.start),
    y: TOP,
    width: Math.max(1, scale.x(bucket.end) - scale.x(bucket.start)),
    height: STRIP_TOP + STRIP - TOP,
  });
}

function axes(range, scale) {
  const levels = [0, 0.25, 0.5, 0.75, 1].map(level => s('g', {},
      s('line', {class: level === 0 ? 'base' : 'grid', x1: LEFT, x2: scale.width - RIGHT, y1: y(level), y2: y(level)}),
      level * 2 % 1 === 0 ? s('text', {class: 'tick tick-y', x: LEFT - 7, y: y(level) + 4}, percent(level)) : null));
  const {times, step} = ticks(range.from, range.shownTo, Math.max(2, Math.floor(scale.width / 95)));
  const marks = times.map(time => s('g', {},
      s('line', {class: 'tick-mark', x1: scale.x(time), x2: scale.x(time), y1: STRIP_TOP + STRIP, y2: STRIP_TOP + STRIP + 4}),
      s('text', {class: 'tick', x: Math.min(scale.x(time), scale.width - 26), y: HEIGHT - 6},
          (step < 60_000 ? clock : minute)(time))));
  return [...levels, ...marks];
}

/** Stretches without a measurement stay empty of curves; hatched is away, dotted is unmeasured. */
function unread(buckets, scale) {
  return runs(buckets, bucket => ['away', 'unmeasured'].includes(bucket.state) ? bucket.state : null)
      .map(({value, buckets: stretch}) => {
        const left = scale.x(stretch[0].start);
        const width = scale.x(stretch.at(-1).end) - left;
        return s('g', {class: 'gap', 'data-state': value},
            s('rect', {x: left, y: TOP, width, height: PLOT, fill: `url(#p-${value})`}),
            width > 74 ? s('text', {class: 'gap-word', x: left + width / 2, y: TOP + PLOT / 2 + 4}, value) : null);
      });
}

function measured(buckets) {
  return runs(buckets, bucket => bucket.state === 'measured' ? 'measured' : null).map(run => run.buckets);
}

/** Places along a run: its first edge, the middle of each bucket, its last edge; a lone bucket is a level stroke. */
function places(run, scale, value) {
  const middles = run.map(bucket => [scale.x((bucket.start + bucket.end) / 2), value(bucket)]);
  return [[scale.x(run[0].start), middles[0][1]], ...middles, [scale.x(run.at(-1).end), middles.at(-1)[1]]];
}

const path = points => `M${points.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}`;

function lines(buckets, scale) {
  const stretches = measured(buckets);
  return EXPRESSIONS.map(expression => s('path', {
    class: `line x-${expression}`,
    'data-label': expression,
    'stroke-dasharray': DASHES[expression],
    d: stretches.map(run => path(places(run, scale, bucket => y(bucket.expressions[expression])))).join(''),
  }));
}

function areas(buckets, scale) {
  const stretches = measured(buckets);
  return EXPRESSIONS.map((expression, index) => {
    const below = bucket => sum(bucket, EXPRESSIONS.slice(0, index));
    const above = bucket => sum(bucket, EXPRESSIONS.slice(0, index + 1));
    return s('path', {
      class: `area x-${expression}`,
      'data-label': expression,
      d: stretches.map(run => path([
        ...places(run, scale, bucket => y(above(bucket))),
        ...places(run, scale, bucket => y(below(bucket))).reverse(),
      ]) + 'Z').join(''),
    });
  });
}

const sum = (bucket, expressions) =>
  Math.min(1, expressions.reduce((total, expression) => total + bucket.expressions[expression], 0));

/** A band below the plot: how many of each bucket's seconds were measured, away and unmeasured. */
function strip(buckets, scale) {
  const parts = [];
  for (const bucket of buckets) {
    let from = bucket.start;
    for (const state of ['measured', 'away', 'unmeasured']) {
      const to = Math.min(bucket.end, from + 1000 * (bucket[`${state}Seconds`] ?? 0));
      const last = parts.at(-1);
      if (last?.state === state && last.to === from) {
        last.to = to;
      } else if (to > from) {
        parts.push({state, from, to});
      }
      from = to;
    }
  }
  return parts.map(({state, from, to}) => s('rect', {
    class: `strip strip-${state}`,
    x: scale.x(from),
    y: STRIP_TOP,
    width: scale.x(to) - scale.x(from),
    height: STRIP,
    fill: state === 'measured' ? null : `url(#p-${state})`,
  }));
}
