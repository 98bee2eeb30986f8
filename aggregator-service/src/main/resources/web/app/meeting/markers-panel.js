/** The markers: an advert, a slide, a question. They are drawn on the timeline; here they are listed and added. */

import {h, setText} from '../base/dom.js';
import {clock, plural} from '../base/words.js';
import {api} from '../data/api.js';
import {MarkerForm} from './marker-form.js';

const AGAIN_MS = 15_000;

export class MarkersPanel {
  #meeting;
  #changed;
  #chosen;
  #loadedAt = 0;
  #signature = null;
  #list = h('ul', {class: 'markers', 'aria-label': 'Markers'});
  #told = h('p', {class: 'facts'});
  #wrong = h('p', {role: 'alert', class: 'wrong'});
  #form;
  /** As the API gives them. */
  markers = [];
  element;

  /** changed() is called when one was added or removed; chosen({from, to}) to look at one. */
  constructor(meeting, changed, chosen) {
    this.#meeting = meeting;
    this.#changed = changed;
    this.#chosen = chosen;
    this.#form = new MarkerForm(marker => this.#add(marker));
    this.element = h('section', {class: 'panel panel-markers', 'aria-labelledby': 'markers-title'},
        h('div', {class: 'panel-head'}, h('h2', {id: 'markers-title'}, 'Markers'), this.#told),
        this.#list, this.#form.element, this.#wrong);
  }

  async load(signal) {
    if (Date.now() - this.#loadedAt > AGAIN_MS) {
      this.told(await api.markers(this.#meeting, signal));
    }
  }

  /** All of them, as the stream or the API says. */
  told(markers) {
    this.markers = [...markers].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
    this.#loadedAt = Date.now();
  }

  show(range) {
    this.#form.offer(range);
    const signature = JSON.stringify(this.markers);
    if (signature !== this.#signature) {
      this.#signature = signature;
      this.#list.replaceChildren(...this.markers.map(marker => this.#row(marker)));
      setText(this.#told, this.markers.length === 0 ? 'None yet' : plural(this.markers.length, 'marker'));
    }
  }

  #row({markerId, title, kind, start, end}) {
    const [from, to] = [Date.parse(start), Date.parse(end)];
    return h('li', {'data-marker': markerId},
        h('button', {type: 'button', class: 'quiet', title: 'Show this stretch of time', onclick: () => this.#chosen({from, to})}, title),
        h('span', {class: 'facts'}, `${kind}, ${clock(from)} to ${clock(to)}`),
        h('button', {type: 'button', class: 'quiet', 'aria-label': `Remove the marker ${title}`, onclick: () => this.#remove(markerId)}, 'Remove'));
  }

  async #add(marker) {
    await this.#try(() => api.addMarker(this.#meeting, marker));
  }

  async #remove(id) {
    await this.#try(() => api.removeMarker(this.#meeting, id)).catch(() => {
      // Said in the panel
    });
  }

  async #try(work) {
    setText(this.#wrong, '');
    try {
      await work();
      this.#loadedAt = 0;
      this.#changed();
    } catch (error) {
      setText(this.#wrong, `That was not saved: ${error.message}`);
      throw error;
    }
  }
}
