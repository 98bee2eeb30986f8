/** Everybody and each group over time, as lines; a gap where too few people counted. */

import {clock, plural} from '../base/words.js';
import {Chart} from './chart.js';
import {font, inks, labelColour, tooltip} from './colours.js';
import {groupValue, groupWritten} from './group-measures.js';
import {markAreas} from './marks.js';
import {timeAxis} from './times.js';

const HEIGHT = 300;
/** So many groups get a colour of their own; the dashes tell them apart without it. */
const OWN = ['sad', 'angry', 'disgust', 'fear', 'happy', 'surprise'];
const DASHES = ['solid', 'dashed', 'dotted'];

export class GroupLines {
  #chart = new Chart('lines', HEIGHT);
  element = this.#chart.element;

  get width() {
    return this.#chart.width;
  }

  /** rows: everybody first, then the groups, each {name, steps}; range: {from, to, resolution}. */
  show({rows, range, measure, markers}) {
    const grid = {...range, steps: (range.to - range.from) / range.resolution, timeOf: step => range.from + step * range.resolution};
    this.#chart.show(() => option({rows, grid, measure, markers, width: this.#chart.width}),
        `Lines: ${measure.word.toLowerCase()} of everybody and ${plural(rows.length - 1, 'group')} from ${clock(range.from)} to ${clock(range.to)}, `
        + 'a gap where too few people counted. The same is in the table below it.');
  }

  close() {
    this.#chart.close();
  }
}

function option({rows, grid, measure, markers, width}) {
  const {ink, soft, line, grid: faint} = inks();
  const [least, most] = measure.scale;
  const axis = timeAxis(grid, width - 60);
  const series = rows.map(({name, steps}, place) => {
    const color = place === 0 ? ink : labelColour(OWN[(place - 1) % OWN.length]);
    return {
      type: 'line',
      name,
      connectNulls: false,
      showSymbol: steps.length < 200,
      symbolSize: 4,
      z: place === 0 ? 4 : 2,
      lineStyle: {width: place === 0 ? 3 : 1.8, color, type: place === 0 ? 'solid' : DASHES[Math.floor((place - 1) / 2) % DASHES.length]},
      itemStyle: {color},
      data: steps.map(step => [(Date.parse(step.start) + Date.parse(step.end)) / 2, groupValue(measure, step), groupWritten(measure, step)]),
    };
  });
  const [first, ...others] = series;
  return {
    textStyle: {fontFamily: font()},
    grid: {top: 22, bottom: 26, left: 46, right: 14},
    tooltip: tooltip(readout, {trigger: 'axis', axisPointer: {lineStyle: {color: soft}}}),
    xAxis: {...axis, axisLabel: {...axis.axisLabel, color: soft}, axisLine: {lineStyle: {color: line}}, splitLine: {show: false}},
    yAxis: {
      type: 'value', min: least, max: most, interval: (most - least) / 4,
      axisLabel: {color: soft, formatter: value => measure.write(value)},
      splitLine: {lineStyle: {color: faint}},
    },
    series: first ? [{...first, markArea: markAreas(markers, time => time, grid)}, ...others] : [],
  };
}

const readout = points => [clock(points[0].value[0]), ...points.map(({seriesName, value}) => `${seriesName}: ${value[2]}`)].join('\n');
