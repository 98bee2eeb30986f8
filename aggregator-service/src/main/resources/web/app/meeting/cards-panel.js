/** The participants as cards. Some dozens are drawn; the others are found by name or shown on demand. */

import {arrange, h, setText} from '../base/dom.js';
import {plural} from '../base/words.js';
import {Lazy} from '../charts/lazy.js';
import {Card} from './card.js';

const DRAWN = 24;
const FILTERED_ABOVE = 8;

export class CardsPanel {
  #cards = new Map();
  #lazy = new Lazy();
  #all = false;
  #chosen;
  #filter = h('input', {type: 'search', id: 'filter', autocomplete: 'off', placeholder: 'Name', oninput: () => this.#chosen({filter: true})});
  #field = h('label', {class: 'field', hidden: true}, h('span', {}, 'Find'), this.#filter);
  #grid = h('div', {class: 'cards'});
  #told = h('p', {class: 'facts'});
  #more = h('button', {type: 'button', hidden: true, onclick: () => this.#showAll()}, 'Show all');
  element = h('section', {class: 'panel panel-cards', 'aria-labelledby': 'cards-title'},
      h('div', {class: 'panel-head'}, h('h2', {id: 'cards-title'}, 'Participants'), this.#field, this.#told),
      this.#grid, this.#more);

  constructor(chosen) {
    this.#chosen = chosen;
  }

  /** Those whose name or id has in it what the viewer typed. */
  filtered(people) {
    const wanted = this.#filter.value.trim().toLowerCase();
    return wanted === '' ? people : people.filter(({id, name}) => `${name ?? ''} ${id}`.toLowerCase().includes(wanted));
  }

  show(roster, people, who, active, attentionOnly) {
    const drawn = this.#all ? people : people.slice(0, DRAWN);
    const ids = new Set(drawn.map(({id}) => id));
    [...this.#cards.keys()].filter(id => !ids.has(id)).forEach(id => this.#drop(id));
    const speaks = active?.state === 'speaking' ? active.participantId : null;
    const elements = drawn.map(person => {
      const card = this.#card(person.id);
      card.show(person, roster, {chosen: person.id === who, speaks: person.id === speaks, attentionOnly});
      return card.element;
    });
    arrange(this.#grid, elements);
    this.#field.hidden = roster.size <= FILTERED_ABOVE;
    this.#more.hidden = drawn.length === people.length;
    setText(this.#more, `Show all ${people.length}`);
    setText(this.#told, people.length === roster.size ? plural(roster.size, 'participant') : `${people.length} of ${roster.size}`);
  }

  close() {
    this.#lazy.close();
  }

  #card(id) {
    if (!this.#cards.has(id)) {
      this.#cards.set(id, new Card(id, this.#lazy, this.#chosen));
    }
    return this.#cards.get(id);
  }

  #drop(id) {
    this.#cards.get(id).close();
    this.#cards.delete(id);
  }

  #showAll() {
    this.#all = true;
    this.#chosen({filter: true});
  }
}
