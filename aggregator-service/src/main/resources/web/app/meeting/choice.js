/** What the viewer has chosen in a meeting; the address keeps it. */

import {measureOf} from '../charts/measures.js';
import {BUCKET_MS, SPANS, ceiling, floor} from '../data/range.js';

export class MeetingChoice {
  #measure;
  /** No expression is chosen then, whatever the address says. */
  attentionOnly = false;

  constructor(query) {
    this.read(query);
  }

  get measure() {
    return measureOf(this.#measure, this.attentionOnly).id;
  }

  set measure(id) {
    this.#measure = id;
  }

  read(query) {
    this.who = query.get('who') || null;
    this.measure = query.get('measure');
    this.view = query.get('view') === 'lines' ? 'lines' : 'heat';
    const from = Date.parse(query.get('from'));
    const to = Date.parse(query.get('to'));
    this.range = from < to ? {from, to} : {span: query.get('span') in SPANS ? query.get('span') : 'all'};
  }

  /** values: any of who, measure, view, span, from with to. */
  set({span, from, to, ...values}) {
    Object.assign(this, values);
    if (span) {
      this.range = {span};
    } else if (from !== undefined) {
      this.range = {from: floor(from, BUCKET_MS), to: Math.max(ceiling(to, BUCKET_MS), floor(from, BUCKET_MS) + BUCKET_MS)};
    }
  }

  get isWhole() {
    return this.range.span === 'all';
  }

  /** For the address; what is as usual is left out. */
  written() {
    const {span, from, to} = this.range;
    return {
      who: this.who,
      measure: this.measure === 'engagementIndex' ? null : this.measure,
      view: this.view === 'heat' ? null : this.view,
      span: span && span !== 'all' ? span : null,
      from: from ? new Date(from).toISOString() : null,
      to: to ? new Date(to).toISOString() : null,
    };
  }
}
