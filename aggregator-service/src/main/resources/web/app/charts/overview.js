/** The whole meeting in one strip, with the brush that chooses a stretch of it. */

import {clock, minute} from '../base/words.js';
import {Chart} from './chart.js';
import {font, inks} from './colours.js';

const HEIGHT = 58;
const SETTLED_MS = 250;

export class Overview {
  #chart = new Chart('overview', HEIGHT);
  #shown = null;
  #held = false;
  #timer = null;
  #released = () => this.#release();
  element = this.#chart.element;

  /** brushed({from, to}) is called once the brush has come to rest. */
  constructor(brushed) {
    this.#chart.on('datazoom', event => {
      const {start, end} = event.batch?.[0] ?? event;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => brushed(this.#between(start, end)), SETTLED_MS);
    });
    this.element.addEventListener('pointerdown', () => {
      this.#held = true;
    });
    window.addEventListener('pointerup', this.#released);
  }

  /** whole: {from, to}; points: [[ms, value or null]…] of all together; range: what is shown of it. */
  show(whole, points, range) {
    this.#shown = {whole, points, range};
    // A strip drawn anew would slip out of the hand that holds its brush
    if (!this.#held) {
      this.#draw();
    }
  }

  close() {
    clearTimeout(this.#timer);
    window.removeEventListener('pointerup', this.#released);
    this.#chart.close();
  }

  #draw() {
    const {whole, points, range} = this.#shown;
    this.#chart.show(() => option(whole, points, range),
        `The whole meeting from ${clock(whole.from)} to ${clock(whole.to)}; shown is ${clock(range.from)} to ${clock(range.to)}. `
            + 'Choose another stretch with the two sliders below it.');
  }

  #release() {
    this.#held = false;
  }

  #between(start, end) {
    const {from, to} = this.#shown.whole;
    return {from: from + (to - from) * start / 100, to: from + (to - from) * end / 100};
  }
}

function option(whole, points, range) {
  const {soft, line, accent, grid} = inks();
  const length = whole.to - whole.from;
  return {
    textStyle: {fontFamily: font()},
    grid: {top: 0, height: 0, left: 46, right: 14},
    xAxis: {type: 'time', min: whole.from, max: whole.to, show: false},
    yAxis: {type: 'value', min: 0, max: 1, show: false},
    dataZoom: [{
      type: 'slider', xAxisIndex: 0, filterMode: 'none', top: 10, height: 36, left: 46, right: 14,
      start: 100 * Math.max(0, range.from - whole.from) / length,
      end: 100 * (Math.min(range.to, whole.to) - whole.from) / length,
      brushSelect: true,
      showDataShadow: true,
      borderColor: line,
      fillerColor: 'transparent',
      dataBackground: {lineStyle: {color: soft, width: 1}, areaStyle: {color: grid, opacity: 1}},
      selectedDataBackground: {lineStyle: {color: accent, width: 1.5}, areaStyle: {color: accent, opacity: 0.25}},
      handleStyle: {color: accent, borderColor: accent},
      moveHandleStyle: {color: accent, opacity: 0.5},
      emphasis: {handleStyle: {color: accent, borderColor: accent}, moveHandleStyle: {color: accent}},
      labelFormatter: time => minute(time),
      textStyle: {color: soft, fontSize: 11},
    }],
    series: [{type: 'line', showSymbol: false, lineStyle: {width: 0}, data: points}],
  };
}
