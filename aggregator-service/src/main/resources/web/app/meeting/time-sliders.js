/** The brush for hands on a keyboard: two sliders that say the time. */

import {h, setAttribute, setText} from '../base/dom.js';
import {clock, span} from '../base/words.js';
import {BUCKET_MS} from '../data/range.js';

const SETTLED_MS = 250;

export class TimeSliders {
  #whole = null;
  #timer = null;
  #from = this.#slider('From');
  #to = this.#slider('To');
  #told = h('span', {class: 'facts'});
  #brushed;
  element = h('div', {class: 'time-sliders', role: 'group', 'aria-label': 'Time shown'},
      h('label', {}, h('span', {}, 'From'), this.#from),
      h('label', {}, h('span', {}, 'To'), this.#to),
      this.#told);

  /** brushed({from, to}) is called once the sliders have come to rest. */
  constructor(brushed) {
    this.#brushed = brushed;
  }

  show(whole, range) {
    this.#whole = whole;
    if (this.#timer !== null) {
      return;
    }
    const steps = (whole.to - whole.from) / BUCKET_MS;
    for (const [slider, time] of [[this.#from, range.from], [this.#to, Math.min(range.to, whole.to)]]) {
      slider.max = steps;
      slider.value = Math.max(0, Math.round((time - whole.from) / BUCKET_MS));
    }
    this.#tell();
  }

  #slider(word) {
    return h('input', {type: 'range', min: 0, max: 1, step: 1, 'data-end': word.toLowerCase(), oninput: event => this.#moved(event.target)});
  }

  #moved(slider) {
    const other = slider === this.#from ? this.#to : this.#from;
    const [least, most] = [Number(this.#from.value), Number(this.#to.value)];
    if (least >= most) {
      other.value = slider === this.#from ? least + 1 : most - 1;
      if (Number(this.#from.value) >= Number(this.#to.value)) {
        slider.value = slider === this.#from ? Number(this.#to.value) - 1 : Number(this.#from.value) + 1;
      }
    }
    this.#tell();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#brushed({from: this.#at(this.#from), to: this.#at(this.#to)});
    }, SETTLED_MS);
  }

  #at(slider) {
    return this.#whole.from + Number(slider.value) * BUCKET_MS;
  }

  #tell() {
    const [from, to] = [this.#at(this.#from), this.#at(this.#to)];
    setAttribute(this.#from, 'aria-valuetext', clock(from));
    setAttribute(this.#to, 'aria-valuetext', clock(to));
    setText(this.#told, `${clock(from)} to ${clock(to)}, ${span((to - from) / 1000)}`);
  }
}
