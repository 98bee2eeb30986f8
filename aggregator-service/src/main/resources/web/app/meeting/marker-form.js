/** A small form for a marker. It offers the stretch of time that is shown until the viewer says another. */

import {h, setText} from '../base/dom.js';

const KINDS = ['advert', 'product', 'slide', 'question', 'other'];

export class MarkerForm {
  #touched = false;
  #title = h('input', {type: 'text', required: true, maxlength: 200, id: 'marker-title'});
  #kind = h('select', {id: 'marker-kind'}, KINDS.map(kind => h('option', {value: kind}, kind)));
  #start = this.#moment('marker-start');
  #end = this.#moment('marker-end');
  #done = h('p', {class: 'facts', role: 'status'});
  #details = h('details', {class: 'marker-form'},
      h('summary', {}, 'Add a marker'),
      h('form', {onsubmit: event => this.#submit(event)},
          h('label', {class: 'field'}, h('span', {}, 'Title'), this.#title),
          h('label', {class: 'field'}, h('span', {}, 'Kind'), this.#kind),
          h('label', {class: 'field'}, h('span', {}, 'Start'), this.#start),
          h('label', {class: 'field'}, h('span', {}, 'End'), this.#end),
          h('button', {type: 'submit'}, 'Add'),
          this.#done));
  #add;
  element = this.#details;

  /** add(marker) returns a promise that fails when it wasn't saved. */
  constructor(add) {
    this.#add = add;
  }

  offer({from, to}) {
    if (!this.#touched) {
      this.#start.value = local(from);
      this.#end.value = local(to);
    }
  }

  #moment(id) {
    return h('input', {type: 'datetime-local', step: 1, required: true, id, oninput: () => {
      this.#touched = true;
    }});
  }

  async #submit(event) {
    event.preventDefault();
    this.#end.setCustomValidity(new Date(this.#end.value) > new Date(this.#start.value) ? '' : 'The end is after the start');
    if (!this.#end.reportValidity()) {
      return;
    }
    setText(this.#done, '');
    try {
      await this.#add({
        title: this.#title.value.trim(),
        kind: this.#kind.value,
        start: new Date(this.#start.value).toISOString(),
        end: new Date(this.#end.value).toISOString(),
        labels: [],
      });
    } catch {
      // The panel says why
      return;
    }
    setText(this.#done, `Added ${this.#title.value.trim()}.`);
    this.#title.value = '';
    this.#touched = false;
  }
}

/** In the viewer's zone, as the field wants it. */
function local(time) {
  const date = new Date(time);
  return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
