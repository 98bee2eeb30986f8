/** Person by time: one row a participant, one cell a step, of a chosen measure. */

import {LABELS, capital, clock, name, plural} from '../base/words.js';
import {Chart} from './chart.js';
import {font, inks, labelColours, ramp, tooltip} from './colours.js';
import {markAreas} from './marks.js';
import {drawn, written} from './measures.js';
import {timeLabels} from './times.js';

const MARGINS = {top: 22, bottom: 46};
const ROW_PIXELS = [7, 30];
const WANTED_PIXELS = 560;
const NARROW = 560;

export class Heat {
  #chart = new Chart('heat', 200);
  #grid = null;
  element = this.#chart.element;

  /** picked(id) is called when a row is pressed. */
  constructor(picked) {
    this.#chart.on('click', ({value}) => picked(this.#people()[value?.[1]]?.id));
  }

  get width() {
    return this.#chart.width;
  }

  /** grid: the columns; order: ids from the top; measure; markers to draw over it. */
  show({grid, people, measure, markers}) {
    this.#grid = {grid, people};
    const rowPixels = Math.max(ROW_PIXELS[0], Math.min(ROW_PIXELS[1], Math.floor(WANTED_PIXELS / Math.max(1, people.length))));
    this.#chart.height(people.length * rowPixels + MARGINS.top + MARGINS.bottom);
    this.#chart.show(() => option({grid, people, measure, markers, rowPixels, width: this.#chart.width}), described(grid, people, measure));
  }

  close() {
    this.#chart.close();
  }

  #people() {
    return this.#grid?.people ?? [];
  }
}

function described(grid, people, measure) {
  return `Heat map: ${measure.word.toLowerCase()} of ${plural(people.length, 'participant')} from ${clock(grid.from)} to ${clock(grid.to)}, `
      + `in steps of ${grid.resolution / 1000} s. The same is in the table below it.`;
}

function option({grid, people, measure, markers, rowPixels, width}) {
  const {ink, soft, line, away} = inks();
  const {values, aways} = cells(grid, people, measure);
  const names = people.map(({name: said, id}) => said ?? id);
  const wide = width > NARROW;
  return {
    textStyle: {fontFamily: font()},
    grid: {top: MARGINS.top, bottom: MARGINS.bottom, left: wide ? 116 : 64, right: 10},
    tooltip: tooltip(({value: [step, row, value], seriesIndex}) =>
      `${names[row]}, ${clock(grid.timeOf(step))} to ${clock(grid.timeOf(step + 1))}\n`
        + (seriesIndex === 1 ? 'Away: a usable picture without a face' : `${measure.word}: ${written(measure, measure.labels ? LABELS[value] : value)}`)),
    xAxis: {
      type: 'category',
      data: Array.from({length: grid.steps}, (_, step) => step),
      axisLabel: {color: soft, hideOverlap: true, ...timeLabels(grid, width - (wide ? 126 : 74))},
      axisTick: {show: false},
      axisLine: {lineStyle: {color: line}},
      splitLine: {show: false},
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLabel: {color: ink, interval: rowPixels >= 13 ? 0 : 'auto', width: wide ? 104 : 54, overflow: 'truncate', fontSize: Math.min(13, Math.max(10, rowPixels))},
      axisTick: {show: false},
      axisLine: {show: false},
      splitLine: {show: false},
    },
    visualMap: [colours(measure, soft), {type: 'piecewise', seriesIndex: 1, show: false, dimension: 2, pieces: [{value: 1, color: away}]}],
    series: [
      {type: 'heatmap', data: values, progressive: 4000, emphasis: {itemStyle: {borderColor: ink, borderWidth: 1}}, markArea: markAreas(markers, time => stepOf(grid, time), grid)},
      {type: 'heatmap', data: aways, progressive: 4000},
    ],
  };
}

const stepOf = (grid, time) => Math.max(0, Math.min(grid.steps - 1, Math.floor((time - grid.from) / grid.resolution)));

/** What was measured, and where somebody was away; all else stays the ground. */
function cells(grid, people, measure) {
  const values = [];
  const aways = [];
  people.forEach(({id}, row) => {
    const columns = grid.people.get(id)?.columns ?? {};
    for (let step = 0; step < grid.steps; step++) {
      const value = drawn(measure, columns[measure.id]?.[step]);
      if (value !== null && value >= (measure.labels ? 0 : -Infinity)) {
        values.push([step, row, value]);
      } else if (columns.awaySeconds?.[step] > 0 && !(columns.measuredSeconds?.[step] > 0)) {
        aways.push([step, row, 1]);
      }
    }
  });
  return {values, aways};
}

function colours(measure, soft) {
  const common = {seriesIndex: 0, dimension: 2, orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 130, itemWidth: 10, textStyle: {color: soft, fontSize: 11}};
  if (measure.labels) {
    const pieces = labelColours().map((color, place) => ({value: place, label: capital(name(LABELS[place])), color}));
    return {...common, type: 'piecewise', show: false, pieces};
  }
  const [least, most] = measure.scale;
  return {...common, type: 'continuous', min: least, max: most, text: [measure.write(most), measure.write(least)], inRange: {color: ramp(measure.scale)}};
}
