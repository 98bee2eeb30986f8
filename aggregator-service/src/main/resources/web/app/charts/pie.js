/** The emotional breakdown as a pie: for how long each label was displayed, `it depends` among them. */

import {LABELS, NOT_MEASURED, capital, longest, name, percent} from '../base/words.js';
import {Chart} from './chart.js';
import {font, hatch, inks, labelColour, tooltip} from './colours.js';


export class Pie {
  #chart;

  constructor(height = 190) {
    this.#chart = new Chart('pie', height);
    this.element = this.#chart.element;
  }

  /** shares: of the labels, or null while nothing is measured; what: begins the description. */
  show(shares, what) {
    const parts = shares ? LABELS.filter(label => shares[label] > 0) : [];
    const told = parts.map(label => `${name(label)} ${percent(shares[label], 1)}`).join(', ');
    this.#chart.show(() => option(shares, parts), `${what}: ${told || NOT_MEASURED}`);
  }

  close() {
    this.#chart.close();
  }
}

function option(shares, parts) {
  const {ink, soft, card, grid} = inks();
  const most = longest(shares);
  const data = parts.length === 0
      ? [{value: 1, name: '', itemStyle: {color: grid}, tooltip: {show: false}}]
      : parts.map(label => ({
        value: shares[label],
        name: label,
        itemStyle: {color: labelColour(label), decal: label === 'it-depends' ? hatch() : undefined},
      }));
  // Every slice would write it at the same place
  data[0].label = {
    show: true,
    position: 'center',
    formatter: parts.length === 0 ? `{note|${NOT_MEASURED}}` : `{word|${percent(shares[most])}}\n{note|${name(most)}}`,
    rich: {
      word: {fontSize: 24, fontWeight: 650, color: ink, lineHeight: 28},
      note: {fontSize: 13, color: soft, lineHeight: 18},
    },
  };
  return {
    textStyle: {fontFamily: font()},
    tooltip: tooltip(({name: label, value}) => `${capital(name(label))} ${percent(value, 1)}`),
    series: [{
      type: 'pie',
      radius: ['56%', '92%'],
      startAngle: 90,
      data,
      silent: parts.length === 0,
      itemStyle: {borderColor: card, borderWidth: 1.5},
      label: {show: false},
      emphasis: {scaleSize: 3},
    }],
  };
}

