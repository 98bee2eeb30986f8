/** One participant as they are now. It is touched only when something about them changed. */

import {h, setAttribute, setText} from '../base/dom.js';
import {NOT_MEASURED, absent, capital, decimal, name, span} from '../base/words.js';
import {Spark} from '../charts/spark.js';

const STATES = {
  measured: ['Measured', 'A face is in view and is being read'],
  away: ['Away', 'The picture is usable and shows no face'],
  unmeasured: ['Not measured', 'Dark, blurred or hidden: nothing is known, which is not a low value'],
  'camera-off': ['Camera off', 'Nothing is known, which is not a low value'],
  silent: ['No frames', 'No picture comes in: nothing is known, which is not a low value'],
};

export class Card {
  #id;
  #lazy;
  #signature = null;
  #shown = null;
  #button;
  #named = h('span', {class: 'named'});
  #speaking = h('span', {class: 'speaking-now', hidden: true}, 'Speaking');
  #state = h('p', {class: 'presence'});
  #swatch = h('i', {class: 'swatch', 'aria-hidden': true});
  #displayed = h('span', {});
  #expression = h('div', {}, h('dt', {}, 'Displayed'), h('dd', {class: 'displayed', title: 'Estimate of visible expression'}, this.#swatch, this.#displayed));
  #index = h('dd', {class: 'card-index'});
  #facing = h('dd', {});
  #spark = h('div', {class: 'spark-place'});
  element;

  constructor(id, lazy, chosen) {
    this.#id = id;
    this.#lazy = lazy;
    this.#button = h('button', {type: 'button', class: 'card-name', 'aria-pressed': 'false',
      onclick: () => chosen({who: this.#button.getAttribute('aria-pressed') === 'true' ? null : id})});
    this.element = h('article', {class: 'card', 'data-participant': id},
        h('header', {}, h('h3', {}, this.#button), this.#named, this.#speaking, this.#state),
        h('dl', {class: 'card-figures'},
            this.#expression,
            h('div', {}, h('dt', {}, 'Index'), this.#index),
            h('div', {}, h('dt', {}, 'Facing'), this.#facing)),
        this.#spark);
    setAttribute(this.#index, 'title', 'Engagement index: not validated as a measure of engagement');
    lazy.watch(this.#spark, () => new Spark(), spark => this.#draw(spark));
  }

  show(person, roster, {chosen, speaks, attentionOnly}) {
    const {state, silentSeconds, row, index} = roster.now(person);
    const signature = [attentionOnly, person.name, state, state === 'silent' ? Math.round(silentSeconds / 5) : 0, chosen, speaks, person.rows.size, row?.start, row?.frames,
      row?.displayed, index, row?.engagement?.index, row?.displayedFacing, row?.facing].join('|');
    if (signature === this.#signature) {
      return;
    }
    this.#signature = signature;
    this.#shown = {person, to: roster.last};
    setText(this.#button, person.name ?? this.#id);
    setAttribute(this.#button, 'aria-pressed', chosen);
    setText(this.#named, person.name && person.name !== this.#id ? this.#id : '');
    this.#speaking.hidden = !speaks;
    setAttribute(this.element, 'data-speaks', speaks ? '' : null);
    setAttribute(this.element, 'data-state', state);
    const [word, says] = STATES[state];
    setText(this.#state, state === 'silent' ? `${word} for ${span(silentSeconds)}` : word);
    setAttribute(this.#state, 'data-state', state);
    setAttribute(this.#state, 'title', says);
    if (attentionOnly) {
      this.#expression.remove();
    }
    this.#showFigures(row, index);
    this.#lazy.changed(this.#spark);
  }

  close() {
    this.#lazy.forget(this.#spark);
  }

  #showFigures(row, index) {
    const label = row?.displayed ?? null;
    setAttribute(this.#swatch, 'class', label ? `swatch x-${label}` : 'swatch swatch-none');
    say(this.#displayed, label && capital(name(label)));
    say(this.#index, absent(index) ? null : decimal(index, 2));
    say(this.#facing, facing(row));
  }

  #draw(spark) {
    if (this.#shown) {
      const {person, to} = this.#shown;
      const points = [...person.rows.entries()].sort(([a], [b]) => a - b).map(([start, row]) => [start, row.engagement?.index ?? null]);
      spark.show(points, to);
    }
  }
}

function facing(row) {
  if (!absent(row?.displayedFacing)) {
    return row.displayedFacing ? 'yes' : 'no';
  }
  return absent(row?.facing) ? null : row.facing >= 0.5 ? 'yes' : 'no';
}

/** A value; where there is none, that it wasn't measured, in quieter letters. */
function say(element, value) {
  setText(element, value ?? NOT_MEASURED);
  element.classList.toggle('none', value === null);
}
