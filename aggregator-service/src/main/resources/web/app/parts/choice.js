/** One of a few: radio buttons that look like one control. */

import {h} from '../base/dom.js';

let made = 0;

/** options: [[value, word]…]; chosen(value) is called when the viewer picks one. */
export class Choice {
  #inputs;
  element;

  constructor(legend, options, value, chosen) {
    const group = `choice-${made++}`;
    this.#inputs = options.map(([option]) =>
      h('input', {type: 'radio', name: group, value: option, checked: option === value, onchange: () => chosen(option)}));
    this.element = h('fieldset', {class: 'choice'}, h('legend', {}, legend),
        options.map(([, word], i) => h('label', {}, this.#inputs[i], h('span', {}, word))));
  }

  /** Shows this one as chosen; none, where there is no such option. */
  set(value) {
    this.#inputs.forEach(input => {
      input.checked = input.value === value;
    });
  }
}
