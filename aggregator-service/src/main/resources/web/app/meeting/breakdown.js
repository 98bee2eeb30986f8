/** The emotional breakdown of a person or of all, over the range that is shown, and the figures beside it. */

import {h, setText} from '../base/dom.js';
import {LABELS, capital, clock, name, percent} from '../base/words.js';
import {Pie} from '../charts/pie.js';
import {api} from '../data/api.js';
import {figures} from './figures.js';

export class Breakdown {
  #meeting;
  #key = null;
  #summary = null;
  #shown = null;
  #options = '';
  #pie = new Pie();
  #who;
  #over = h('p', {class: 'facts', id: 'breakdown-over'});
  #shares = h('ul', {class: 'shares', 'aria-label': 'Share of the time in which each label was displayed'});
  #figures = h('div', {class: 'figures-place'});
  #expressions = h('div', {class: 'pie-and-shares'}, this.#pie.element, this.#shares);
  #says = h('p', {class: 'says'}, 'Share of the time with a label in which each was displayed: an estimate of visible expression. “It depends”: none clearly ahead.');
  element;

  constructor(meeting, chosen) {
    this.#meeting = meeting;
    this.#who = h('select', {id: 'who', onchange: () => chosen({who: this.#who.value || null})});
    this.element = h('section', {class: 'panel panel-breakdown', 'aria-labelledby': 'breakdown-title', 'aria-busy': 'true'},
        h('div', {class: 'panel-head'},
            h('h2', {id: 'breakdown-title'}, 'Breakdown'),
            h('label', {class: 'field'}, h('span', {}, 'Of'), this.#who)),
        this.#over,
        this.#expressions, this.#says, this.#figures);
  }

  /** range: {from, to}, or null for the whole meeting; frames tells whether anything can have changed. */
  async load(who, range, frames, signal) {
    const key = `${who} ${range?.from} ${range?.to} ${frames}`;
    if (key === this.#key) {
      return;
    }
    this.#summary = await api.summary(this.#meeting, who, range && {from: range.from, to: range.to}, signal);
    this.#key = key;
    this.element.removeAttribute('aria-busy');
  }

  /** attentionOnly: then there is nothing of expressions to show. */
  show(roster, who, range, attentionOnly) {
    if (attentionOnly) {
      this.#expressions.remove();
      this.#says.remove();
    }
    this.#showOptions(roster, who);
    setText(this.#over, range ? `${clock(range.from)} to ${clock(range.to)}` : 'Over the whole meeting');
    if (!this.#summary || this.#summary === this.#shown) {
      return;
    }
    this.#shown = this.#summary;
    const shares = this.#summary.displayedShares ?? null;
    const person = who && roster.get(who);
    if (!attentionOnly) {
      this.#pie.show(shares, `Breakdown of ${person ? person.name ?? person.id : 'everybody'}, share of the time in which each label was displayed`);
      this.#shares.replaceChildren(...shares ? LABELS.map(label => share(label, shares[label])) : [h('li', {}, 'Not measured: no expression could be seen.')]);
    }
    this.#figures.replaceChildren(figures(this.#summary, attentionOnly));
  }

  close() {
    this.#pie.close();
  }

  #showOptions(roster, who) {
    const people = roster.people();
    const wanted = people.map(({id, name: said}) => `${id} ${said}`).join('\n');
    if (wanted !== this.#options) {
      this.#options = wanted;
      this.#who.replaceChildren(h('option', {value: ''}, 'Everybody'), ...people.map(({id, name: said}) => h('option', {value: id}, said ?? id)));
    }
    this.#who.value = who ?? '';
  }
}

const share = (label, value) => h('li', {class: `x-${label}`, 'data-label': label},
    h('i', {class: 'swatch', 'aria-hidden': true}),
    h('span', {}, capital(name(label))),
    h('data', {value: value ?? 0}, percent(value ?? 0, 1)));
