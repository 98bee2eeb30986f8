/** Figures as a table: for screen readers, for copying, and for whoever prefers them to a picture. */

import {h, setAttribute, setText} from '../base/dom.js';

export function table(caption, heads, rows) {
  return h('div', {class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': caption},
      h('table', {},
          h('caption', {}, caption),
          h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col'}, head)))),
          h('tbody', {}, rows.map(([first, ...rest]) =>
            h('tr', {}, h('th', {scope: 'row'}, first), rest.map(cell => h('td', {}, cell)))))));
}

/** A button that shows the table beside a chart. It is built only while it is open. */
export class TableToggle {
  #make = null;
  #what;
  #frame = h('div', {class: 'table-place', hidden: true});
  #button;
  elements;

  constructor(what) {
    this.#what = what;
    this.#button = h('button', {type: 'button', class: 'quiet', 'aria-expanded': 'false', onclick: () => this.#toggle()}, `Show ${what} as a table`);
    this.elements = [this.#button, this.#frame];
  }

  /** make() builds the table of what is shown now. */
  show(make) {
    this.#make = make;
    this.#fill();
  }

  #toggle() {
    this.#frame.hidden = !this.#frame.hidden;
    setAttribute(this.#button, 'aria-expanded', !this.#frame.hidden);
    setText(this.#button, `${this.#frame.hidden ? 'Show' : 'Hide'} ${this.#what} as a table`);
    this.#fill();
  }

  #fill() {
    // Somebody who reads it must not lose the place
    if (this.#make && !this.#frame.hidden && !this.#frame.contains(document.activeElement)) {
      this.#frame.replaceChildren(this.#make());
    } else if (this.#frame.hidden) {
      this.#frame.replaceChildren();
    }
  }
}
