/** A meeting in the group view: everybody and the declared groups as lines, and nobody by name. */

import {h, setAttribute, setText} from '../base/dom.js';
import {capital, clock, plural} from '../base/words.js';
import {GroupLines} from '../charts/group-lines.js';
import {groupMeasures, groupWritten} from '../charts/group-measures.js';
import {api} from '../data/api.js';
import {TableToggle, table} from '../parts/table.js';

const RESOLUTIONS_MS = [10, 20, 30, 60, 120, 300, 600, 1800, 3600].map(seconds => seconds * 1000);
const PIXELS_A_STEP = 4;
const FEWEST_STEPS = 60;
const NARROWEST = 300;
const MOST_STEPS = 60;

export class GroupPanel {
  #meeting;
  #rows = [];
  #range = null;
  #least = 5;
  #markers = [];
  #measures = [];
  #lines = new GroupLines();
  #measure = h('select', {id: 'group-measure', onchange: () => this.#show()});
  #says = h('p', {class: 'says'});
  #rule = h('p', {class: 'facts', id: 'group-rule'});
  #few = h('p', {class: 'facts', id: 'group-too-few'});
  #place = h('div', {class: 'chart-place', 'aria-busy': 'true'}, this.#lines.element);
  #table = new TableToggle('the groups');
  element = h('section', {class: 'panel panel-groups', 'aria-labelledby': 'groups-title'},
      h('div', {class: 'panel-head'}, h('h2', {id: 'groups-title'}, 'Groups'),
          h('label', {class: 'field'}, h('span', {}, 'Measure'), this.#measure)),
      this.#says, this.#place, this.#few, this.#rule, ...this.#table.elements);

  constructor(meeting) {
    this.#meeting = meeting;
  }

  /** whole: {from, to} of the meeting; groups: their names. */
  async load({whole, groups, attentionOnly}, signal) {
    this.#offer(attentionOnly);
    const steps = Math.max(FEWEST_STEPS, Math.floor(Math.max(NARROWEST, this.#lines.width) / PIXELS_A_STEP));
    const resolution = RESOLUTIONS_MS.find(length => (whole.to - whole.from) / length <= steps) ?? RESOLUTIONS_MS.at(-1);
    const range = {from: whole.from, to: whole.to, resolution};
    const [everybody, ...each] = await Promise.all([
      api.pooled(this.#meeting, range, signal),
      ...groups.map(group => api.group(this.#meeting, group, range, signal)),
    ]);
    this.#markers = await api.markers(this.#meeting, signal);
    this.#least = everybody.leastPeople;
    this.#range = {from: Date.parse(everybody.from), to: Date.parse(everybody.to), resolution};
    this.#rows = [{name: 'Everybody', steps: everybody.steps}, ...each.map(({group, steps: told}) => ({name: group, steps: told}))];
    this.#show();
  }

  close() {
    this.#lines.close();
  }

  #offer(attentionOnly) {
    const measures = groupMeasures(attentionOnly);
    if (measures.length !== this.#measures.length) {
      this.#measures = measures;
      this.#measure.replaceChildren(...measures.map(({id, word}) => h('option', {value: id}, word)));
    }
  }

  #show() {
    const measure = this.#measures.find(({id}) => id === this.#measure.value) ?? this.#measures[0];
    if (!measure || !this.#range) {
      return;
    }
    setText(this.#says, measure.says);
    setText(this.#rule, `Only figures of ${this.#least} people or more together are told, rounded, a minute at a time. What would tell of fewer is left out.`);
    setText(this.#few, this.#rows.map(({name, steps}) => fewOf(name, steps)).filter(text => text).join(' '));
    setAttribute(this.#place, 'aria-busy', null);
    this.#lines.show({rows: this.#rows, range: this.#range, measure, markers: this.#markers});
    this.#table.show(() => groupTable(this.#rows, measure));
  }
}

function fewOf(name, steps) {
  const few = steps.filter(({tooFew}) => tooFew).length;
  const due = steps.filter(({pending}) => !pending).length;
  return few === 0 ? '' : few === due ? `${capital(name)}: too few people all the time.` : `${capital(name)}: too few people in ${few} of ${plural(due, 'step')}.`;
}

/** Newest first, as the other tables. */
function groupTable(rows, measure) {
  const steps = rows[0].steps.length;
  return table(`${measure.word} of groups, newest first`, ['Time', ...rows.map(({name}) => name)],
      Array.from({length: Math.min(steps, MOST_STEPS)}, (_, i) => steps - 1 - i).map(step => [
        clock(Date.parse(rows[0].steps[step].start)),
        ...rows.map(row => groupWritten(measure, row.steps[step])),
      ]));
}
