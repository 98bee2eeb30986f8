/** Who is in each meeting of the list: asked once, and again when somebody came. */

import {byName} from '../base/words.js';
import {api} from '../data/api.js';

const AT_ONCE = 2;

export class Names {
  #known = new Map();
  #changed;
  #closed = false;

  /** changed() is called when more is known. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** The names of a meeting, in order; empty while they aren't known. */
  of(id) {
    return this.#known.get(id)?.names ?? [];
  }

  async ask(meetings, signal) {
    const wanted = meetings.filter(({id, participants}) => participants > 0 && this.#known.get(id)?.count !== participants);
    const worker = async () => {
      while (wanted.length > 0 && !this.#closed) {
        const {id, participants: count} = wanted.shift();
        const people = await api.participants(id, signal);
        this.#known.set(id, {count, names: people.map(one => one.name ?? one.id).sort(byName)});
        this.#changed();
      }
    };
    await Promise.all(Array.from({length: AT_ONCE}, worker));
  }

  close() {
    this.#closed = true;
  }
}
