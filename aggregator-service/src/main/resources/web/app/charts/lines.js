/** The timeline as lines: everybody faintly, the chosen person and all together plainly; labels as stacked shares. */

import {LABELS, capital, clock, name, plural} from '../base/words.js';
import {Chart} from './chart.js';
import {font, hatch, inks, labelColour, tooltip} from './colours.js';
import {markAreas} from './marks.js';
import {written} from './measures.js';
import {timeAxis} from './times.js';

const HEIGHT = 300;
const FAINT_ABOVE = 6;
const CROWD = 30;
/** So many people get a colour of their own; the dashes tell them apart without it. */
const OWN = ['sad', 'angry', 'disgust', 'fear', 'happy', 'surprise'];

export class Lines {
  #chart = new Chart('lines', HEIGHT);
  element = this.#chart.element;

  get width() {
    return this.#chart.width;
  }

  /** grid: everybody's columns; pooled: steps of all together, or null; who: the chosen participant, or null. */
  show({grid, people, pooled, measure, markers, who}) {
    const series = measure.labels ? stacked(grid, pooled, who) : lines({grid, people, pooled, measure, who});
    this.#chart.show(() => option({grid, series: series(), measure, markers, width: this.#chart.width}), described(grid, people, measure));
  }

  close() {
    this.#chart.close();
  }
}

function described(grid, people, measure) {
  return `Lines: ${measure.word.toLowerCase()} of ${plural(people.length, 'participant')} from ${clock(grid.from)} to ${clock(grid.to)}, `
      + 'a gap where nothing was measured. The same is in the table below it.';
}

function option({grid, series, measure, markers, width}) {
  const {soft, line, grid: faint} = inks();
  const [least, most] = measure.labels ? [0, 1] : measure.scale;
  const axis = timeAxis(grid, width - 60);
  const [first, ...others] = series;
  return {
    textStyle: {fontFamily: font()},
    grid: {top: 22, bottom: 26, left: 46, right: 14},
    tooltip: tooltip(points => readout(points, measure), {trigger: 'axis', axisPointer: {lineStyle: {color: soft}}}),
    xAxis: {...axis, axisLabel: {...axis.axisLabel, color: soft}, axisLine: {lineStyle: {color: line}}, splitLine: {show: false}},
    yAxis: {
      type: 'value', min: least, max: most, interval: (most - least) / 4,
      axisLabel: {color: soft, formatter: value => measure.labels ? `${Math.round(value * 100)} %` : measure.write(value)},
      splitLine: {lineStyle: {color: faint}},
    },
    series: first ? [{...first, markArea: markAreas(markers, time => time, grid)}, ...others] : [],
  };
}

const TOLD = 8;

function readout(points, measure) {
  const told = points.filter(({value}) => value[1] !== null && value[1] !== undefined);
  const lines = told.slice(0, TOLD).map(({seriesName, value}) =>
    `${seriesName}: ${measure.labels ? `${(value[1] * 100).toFixed(0)} %` : written(measure, value[1])}`);
  const more = told.length > TOLD ? [`and ${told.length - TOLD} more`] : [];
  return [clock(points[0].value[0]), ...(lines.length > 0 ? lines : ['not measured']), ...more].join('\n');
}

const BASE = {type: 'line', showSymbol: false, connectNulls: false, sampling: 'lttb', emphasis: {focus: 'series'}};

function lines({grid, people, pooled, measure, who}) {
  return () => {
    const {ink, soft} = inks();
    const many = people.length > FAINT_ABOVE;
    const everybody = pooled && {
      ...BASE,
      name: 'Everybody',
      z: 4,
      lineStyle: {width: 3, color: ink},
      itemStyle: {color: ink},
      data: pooled.map(step => [middle(step), measure.of(step) ?? null]),
    };
    const each = people.map((person, place) => {
      const chosen = person.id === who;
      const color = chosen ? labelColour('angry') : many ? soft : labelColour(OWN[place % OWN.length]);
      return {
        ...BASE,
        name: person.name ?? person.id,
        z: chosen ? 5 : 2,
        // A lone step between two gaps has no line: its symbol shows it
        showSymbol: !many && grid.steps < 200,
        symbolSize: 3,
        lineStyle: {width: chosen ? 3.5 : many ? 1 : 1.8, opacity: chosen || !(many || who) ? 1 : people.length > CROWD ? 0.14 : 0.35, color, type: many || chosen ? 'solid' : ['solid', 'dashed', 'dotted'][Math.floor(place / 2) % 3]},
        itemStyle: {color, opacity: chosen || !(many || who) ? 1 : 0.35},
        data: steps(grid, person.id, measure.id),
      };
    });
    return [...(everybody ? [everybody] : []), ...each];
  };
}

function steps(grid, id, field) {
  const column = grid.people.get(id)?.columns[field] ?? [];
  return Array.from({length: grid.steps}, (_, step) => [grid.timeOf(step) + grid.resolution / 2, column[step] ?? null]);
}

const middle = step => (Date.parse(step.start) + Date.parse(step.end)) / 2;

/** For how long each label was displayed, of the chosen person or of all. */
function stacked(grid, pooled, who) {
  return () => LABELS.map(label => {
    const color = labelColour(label);
    return {
      ...BASE,
      sampling: undefined,
      name: capital(name(label)),
      stack: 'labels',
      step: 'middle',
      lineStyle: {width: 0},
      itemStyle: {color},
      areaStyle: {color, opacity: 0.9, decal: label === 'it-depends' ? hatch() : undefined},
      data: who
          ? steps(grid, who, `displayedShares.${label}`)
          : (pooled ?? []).map(step => [middle(step), step.displayedShares?.[label] ?? null]),
    };
  });
}
