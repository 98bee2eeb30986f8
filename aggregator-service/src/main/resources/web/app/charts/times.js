/** Round times for the axes. */

import {clock, minute} from '../base/words.js';

const ROUND_SECONDS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];
const LABEL_PIXELS = 70;

export function roundStep(length, width) {
  const most = Math.max(2, width / LABEL_PIXELS);
  return 1000 * (ROUND_SECONDS.find(seconds => length / (seconds * 1000) <= most) ?? 86400);
}

/** Labels of a category axis whose categories are the grid's steps: at round times only. */
export function timeLabels(grid, width) {
  const round = roundStep(grid.steps * grid.resolution, width);
  const at = step => grid.timeOf(Number(step));
  // A step that holds a round moment is labelled with it
  const rounded = step => Math.ceil(at(step) / round) * round;
  return {
    interval: (_, step) => rounded(step) < at(step) + grid.resolution,
    formatter: step => (round < 60_000 ? clock : minute)(rounded(step)),
  };
}

/** The same for an axis of time. */
export function timeAxis({from, to}, width) {
  const round = roundStep(to - from, width);
  return {
    type: 'time',
    min: from,
    max: to,
    minInterval: round,
    axisLabel: {formatter: time => (round < 60_000 ? clock : minute)(time), hideOverlap: true},
  };
}
