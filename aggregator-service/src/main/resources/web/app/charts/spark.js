/** A line without axes: somebody's engagement index over the last five minutes. */

import {NOT_MEASURED, clock, decimal} from '../base/words.js';
import {Chart} from './chart.js';
import {inks} from './colours.js';

const HEIGHT = 38;
const LENGTH_MS = 300_000;
/** Fewer points than these may lie alone, and a lone point has no line. */
const ENOUGH = 12;

export class Spark {
  #chart = new Chart('spark', HEIGHT);
  element = this.#chart.element;

  /** points: [[ms, value or null]…] up to the moment `to`. */
  show(points, to) {
    const known = points.filter(([, value]) => value !== null);
    const told = known.length === 0
        ? NOT_MEASURED
        : `between ${decimal(Math.min(...known.map(([, value]) => value)))} and ${decimal(Math.max(...known.map(([, value]) => value)))}, `
            + `${decimal(known.at(-1)[1])} at ${clock(known.at(-1)[0])}`;
    this.#chart.show(() => option(points, to, known.length), `Engagement index of the last five minutes: ${told}`);
  }

  close() {
    this.#chart.close();
  }
}

function option(points, to, known) {
  const {accent, grid} = inks();
  return {
    grid: {top: 4, bottom: 4, left: 2, right: 4},
    xAxis: {type: 'time', show: false, min: to - LENGTH_MS, max: to},
    yAxis: {type: 'value', show: true, min: 0, max: 1, interval: 0.5, axisLabel: {show: false}, splitLine: {lineStyle: {color: grid}}},
    series: [{
      type: 'line', silent: true, showSymbol: known < ENOUGH, symbolSize: 3, connectNulls: false,
      lineStyle: {width: 2, color: accent}, itemStyle: {color: accent},
      data: points,
    }],
  };
}
