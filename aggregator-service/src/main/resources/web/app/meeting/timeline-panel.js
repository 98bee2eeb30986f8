/** The timeline of all participants: heat map or lines of a chosen measure, and the strip that chooses the time. */

import {h, setAttribute, setText} from '../base/dom.js';
import {LABELS, capital, name} from '../base/words.js';
import {Heat} from '../charts/heat.js';
import {Lines} from '../charts/lines.js';
import {groups, measureOf} from '../charts/measures.js';
import {Overview} from '../charts/overview.js';
import {TimelineData} from '../data/timeline-data.js';
import {Choice} from '../parts/choice.js';
import {TableToggle} from '../parts/table.js';
import {Pace} from '../charts/pace.js';
import {TimeSliders} from './time-sliders.js';
import {timelineTable} from './timeline-table.js';

const NARROWEST = 300;

export class TimelinePanel {
  #choice;
  #data;
  #heat;
  #lines = null;
  #overview;
  #sliders;
  #picked;
  #measure = h('select', {id: 'measure', onchange: () => this.#chosen({measure: this.#measure.value})});
  #chosen;
  #offered = null;
  #says = h('p', {class: 'says'});
  #colours = h('ul', {class: 'key', 'aria-label': 'Colours'});
  #view;
  #span;
  #chart = h('div', {class: 'chart-place', 'aria-busy': 'true'});
  #table = new TableToggle('the timeline');
  #pace = new Pace();
  #drawnData = null;
  #drawnChoice = null;
  #overviewKey = null;
  element;

  /** chosen(values) is called with what the viewer picks. */
  constructor(meeting, choice, chosen) {
    this.#choice = choice;
    this.#data = new TimelineData(meeting);
    this.#picked = id => id && chosen({who: id === choice.who ? null : id});
    this.#overview = new Overview(range => chosen(range));
    this.#sliders = new TimeSliders(range => chosen(range));
    this.#chosen = chosen;
    this.#offer(choice.attentionOnly);
    this.#view = new Choice('Timeline as', [['heat', 'Heat map'], ['lines', 'Lines']], choice.view, view => chosen({view}));
    this.#span = new Choice('Time', [['5m', 'Last 5 min'], ['30m', 'Last 30 min'], ['all', 'Whole meeting']], choice.range.span, span => chosen({span}));
    this.#show(choice.view);
    this.element = h('section', {class: 'panel panel-timeline', 'aria-labelledby': 'timeline-title'},
        h('div', {class: 'panel-head'},
            h('h2', {id: 'timeline-title'}, 'Timeline'),
            h('label', {class: 'field'}, h('span', {}, 'Measure'), this.#measure),
            this.#view.element, this.#span.element),
        this.#says, this.#chart, this.#colours, this.#overview.element, this.#sliders.element, ...this.#table.elements);
  }

  /** The pixels that steps may fill. */
  get width() {
    return Math.max(NARROWEST, this.#chart.clientWidth - 126);
  }

  async load(range, whole, streamed, signal) {
    await this.#data.load({measure: this.#choice.measure, who: this.#choice.who, range, whole, streamed, together: this.#choice.view === 'lines'}, signal);
  }

  /** Rows of the live stream: they belong into the columns at once where these are as fine. */
  heard(rows, range) {
    this.#data.heard(rows, range);
  }

  forget() {
    this.#data.forget();
  }

  show({range, whole, people, markers, who}) {
    const measure = measureOf(this.#choice.measure);
    this.#offer(this.#choice.attentionOnly);
    this.#measure.value = measure.id;
    this.#view.set(this.#choice.view);
    this.#span.set(this.#choice.range.span);
    this.#show(this.#choice.view);
    setText(this.#says, measure.says);
    this.#showKey(measure);
    this.#sliders.show(whole, range);
    this.#showOverview(whole, range);
    const {grid, version, pooled} = this.#data;
    if (!grid || this.#data.measure !== measure.id) {
      setAttribute(this.#chart, 'aria-busy', true);
      return;
    }
    setAttribute(this.#chart, 'aria-busy', null);
    const data = [version, pooled.at(-1)?.end, pooled.length, range.from, range.to].join('|');
    const choice = [measure.id, this.#choice.view, JSON.stringify(this.#choice.range), who, JSON.stringify(markers),
      people.map(({id, name: said}) => `${id} ${said}`).join()].join('|');
    if (data !== this.#drawnData || choice !== this.#drawnChoice) {
      const draw = () => this.#draw({grid: grid.within(range), pooled, people, measure, markers, who});
      // What the viewer did is seen at once
      this.#pace.run(draw, choice === this.#drawnChoice ? people.length * grid.steps : 0);
      this.#drawnData = data;
      this.#drawnChoice = choice;
    }
  }

  close() {
    this.#pace.close();
    this.#heat?.close();
    this.#lines?.close();
    this.#overview.close();
  }

  #draw({grid, pooled, people, measure, markers, who}) {
    setAttribute(this.#chart, 'data-steps', grid.steps);
    setAttribute(this.#chart, 'data-resolution', grid.resolution / 1000);
    setAttribute(this.#chart, 'data-to', grid.to);
    const within = pooled.filter(({start}) => Date.parse(start) >= grid.from && Date.parse(start) < grid.to);
    (this.#heat ?? this.#lines).show({grid, people, pooled: within, measure, markers, who});
    this.#table.show(() => timelineTable({grid, people, measure}));
  }

  #showOverview(whole, range) {
    const {overview} = this.#data;
    const key = [whole.from, whole.to, range.from, range.to, overview.length, overview.at(-1)?.[0]].join('|');
    if (key !== this.#overviewKey) {
      this.#overviewKey = key;
      this.#overview.show(whole, overview, range);
    }
  }

  #offer(attentionOnly) {
    if (attentionOnly !== this.#offered) {
      this.#offered = attentionOnly;
      this.#measure.replaceChildren(...groups(attentionOnly).map(({word, measures}) =>
        h('optgroup', {label: word}, measures.map(({id, word: said}) => h('option', {value: id}, said)))));
    }
  }

  #show(view) {
    if (view === 'heat' ? this.#heat : this.#lines) {
      return;
    }
    this.#heat?.close();
    this.#lines?.close();
    this.#heat = view === 'heat' ? new Heat(this.#picked) : null;
    this.#lines = view === 'heat' ? null : new Lines();
    this.#chart.replaceChildren((this.#heat ?? this.#lines).element);
  }

  #showKey(measure) {
    const kind = `${this.#choice.view} ${measure.labels ? 'labels' : 'scale'}`;
    if (this.#colours.dataset.kind === kind) {
      return;
    }
    this.#colours.dataset.kind = kind;
    const labels = measure.labels ? LABELS.map(label => [`x-${label}`, capital(name(label))]) : [];
    const gaps = this.#choice.view === 'heat'
        ? [['swatch-away', 'Away'], ['swatch-none', 'Not measured']]
        : measure.labels ? [] : [['swatch-all', 'Everybody']];
    this.#colours.replaceChildren(
        ...labels.map(([swatch, word]) => h('li', {class: swatch}, h('i', {class: 'swatch', 'aria-hidden': true}), word)),
        ...gaps.map(([swatch, word]) => h('li', {}, h('i', {class: `swatch ${swatch}`, 'aria-hidden': true}), word)));
  }
}
