/** One participant: who, whether in view, the breakdown, the timeline, and both as tables. */

import {attention} from './attention.js';
import {read} from './buckets.js';
import {h, setAttribute, setText} from './dom.js';
import {doughnut} from './doughnut.js';
import {Plot} from './plot.js';
import {speaking, speakingTitle} from './speech.js';
import {breakdownTable, timelineTable} from './tables.js';
import {LABELS, PRESENCE, capital, count, displayedShares, dominance, name, percent, plural, span} from './words.js';

/** Behind the meeting's latest frame by more than this, a participant's picture is no longer coming in. */
const SILENT_MS = 10_000;

export class Card {
  #id;
  #name;
  #named = h('span', {class: 'named'});
  #presence = h('p', {class: 'presence'});
  #figures = h('dl', {class: 'figures'});
  #ring = h('div', {class: 'ring'});
  #shares = h('ul', {class: 'shares'});
  #attention = h('section', {class: 'attention'});
  #tables = h('div', {class: 'tables', hidden: true});
  #button = h('button', {type: 'button', class: 'as-tables', 'aria-expanded': 'false'}, 'Show as tables');
  #plot;
  #shown = null;

  constructor(id) {
    this.#id = id;
    this.#name = h('h3', {}, id);
    this.#plot = new Plot(id);
    this.#button.addEventListener('click', () => this.#toggleTables());
    this.element = h('article',
        {class: 'card', 'data-participant': id, 'aria-busy': true, 'aria-label': `Participant ${id}`},
        h('header', {class: 'card-head'}, this.#name, this.#named, this.#presence, this.#figures, this.#button),
        h('section', {class: 'breakdown', 'aria-label': `Breakdown of ${id}`}, this.#ring, this.#shares),
        h('section', {class: 'course', 'aria-label': `Timeline of ${id}`}, ...this.#plot.elements),
        this.#attention,
        this.#tables);
    setAttribute(this.#attention, 'aria-label', `Attention of ${id}`);
  }

  /** participant as listed; summary and timeline as last answered; the meeting's last frame, ms. */
  show({participant, summary, timeline, range, view, last}) {
    const buckets = read(timeline, last);
    this.#shown = {summary, buckets};
    this.element.removeAttribute('aria-busy');
    const silent = last - Date.parse(participant.lastCapturedAt);
    const latest = silent > SILENT_MS ? undefined : latestOf(buckets);
    this.#showName(participant.name);
    this.#showPresence(latest, silent);
    this.#showFigures(participant, summary, latest);
    this.#showBreakdown(summary);
    this.#attention.replaceChildren(...attention(summary));
    this.#plot.show(buckets, range, view);
    this.#fillTables();
  }

  /** The name that the meeting shows, when a bot has told it, and the id beside it. */
  #showName(shownName) {
    setText(this.#name, shownName ?? this.#id);
    setText(this.#named, shownName && shownName !== this.#id ? this.#id : '');
  }

  #showPresence(latest, silent) {
    const state = latest?.state ?? 'unmeasured';
    setAttribute(this.#presence, 'data-state', state);
    setAttribute(this.#presence, 'title', PRESENCE[state]?.says ?? '');
    setText(this.#presence, silent > SILENT_MS ? `Unmeasured: no frames for ${span(silent / 1000)}` : PRESENCE[state].word);
  }

  #showFigures(participant, summary, latest) {
    const seen = summary ?? participant;
    const figures = [
      ['Lately', shown(latest?.displayed ?? latest?.dominant, 'lately')],
      ['Overall', shown(longest(displayedShares(summary)) ?? summary?.dominant, 'overall')],
      ['Frames', h('data', {value: seen.frames, class: 'frames'}, count(seen.frames))],
      ['Measured', span(summary?.measuredSeconds)],
      ['Away', span(summary?.awaySeconds)],
      ['Unmeasured', span(summary?.unmeasuredSeconds)],
      ['Speaking', h('span', {class: 'speaking', title: speakingTitle(summary?.speaking)}, speaking(summary?.speaking))],
    ];
    this.#figures.replaceChildren(...figures.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
  }

  #showBreakdown(summary) {
    const labels = displayedShares(summary);
    const first = longest(labels);
    this.#ring.replaceChildren(doughnut(labels, first
        ? {word: percent(labels[first]), note: name(first)}
        : {word: '–', note: 'not measured yet'}));
    this.#shares.replaceChildren(...(labels ? LABELS : []).map(label =>
      h('li', {class: `x-${label}`, 'data-label': label},
          h('i', {class: 'swatch', 'aria-hidden': true}),
          h('span', {}, capital(name(label))),
          h('data', {value: labels[label] ?? 0}, percent(labels[label])))));
    setAttribute(this.#shares, 'title', summary ? `Share of ${plural(summary.measuredSeconds ?? 0, 'measured second')} in which each label was displayed, smoothed over time` : '');
  }

  #toggleTables() {
    this.#tables.hidden = !this.#tables.hidden;
    setAttribute(this.#button, 'aria-expanded', !this.#tables.hidden);
    setText(this.#button, this.#tables.hidden ? 'Show as tables' : 'Hide the tables');
    this.#fillTables();
  }

  #fillTables() {
    if (!this.#tables.hidden && this.#shown) {
      const {summary, buckets} = this.#shown;
      this.#tables.replaceChildren(breakdownTable(this.#id, summary), timelineTable(this.#id, buckets));
    }
  }
}

/** The last bucket in which a frame arrived at all. */
const latestOf = buckets => buckets.findLast(bucket => (bucket.frames ?? 0) > 0);

/** The label with the largest share; null when there are none. */
const longest = shares => shares ? LABELS.reduce((best, label) => shares[label] > shares[best] ? label : best) : null;

/** A displayed label as a word, with what it is worth in its title. */
const shown = (label, when) => h('span', {
  class: `dominant dominant-${when}`,
  title: label ? `Estimate of visible expression: ${dominance(label)}` : 'Nothing measured',
}, label ? capital(name(label)) : '–');
