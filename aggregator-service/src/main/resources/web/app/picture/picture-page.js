/** Try a picture: its faces, their scores, and the dominant expression of each. Nothing of it is kept. */

import {h, setText} from '../base/dom.js';
import {note, say} from '../base/notices.js';
import {plural} from '../base/words.js';
import {Lazy} from '../charts/lazy.js';
import {api} from '../data/api.js';
import {faceCard} from './face-card.js';
import {boxed} from './boxed.js';

const TYPES = ['image/jpeg', 'image/png'];

export class PicturePage {
  #lazy = new Lazy();
  #address = null;
  #asking = null;
  #input = h('input', {type: 'file', id: 'picture', accept: TYPES.join(','), onchange: () => this.#take(this.#input.files[0])});
  #drop = h('div', {class: 'drop'},
      h('label', {for: 'picture', class: 'drop-word'}, 'Choose a photo, or drop one here'),
      this.#input,
      h('p', {class: 'says'}, 'JPEG or PNG. It is sent to this server, scored and forgotten: nothing of it is stored.'));
  #told = h('p', {class: 'facts', role: 'status'});
  #result = h('div', {class: 'picture-result'});
  element = h('section', {class: 'page page-picture', 'aria-labelledby': 'picture-title'},
      h('div', {class: 'page-head'}, h('h1', {id: 'picture-title'}, 'Try a picture')),
      h('p', {class: 'says'}, 'The scores are estimates of visible expression, not of what a person feels.'),
      this.#drop, this.#told, this.#result);

  open() {
    document.title = 'Try a picture · Rapt';
    say('waiting', 'No meeting shown');
    for (const type of ['dragover', 'dragleave', 'drop']) {
      this.#drop.addEventListener(type, event => this.#dragged(event));
    }
  }

  close() {
    this.#asking?.abort();
    this.#lazy.close();
    this.#forget();
  }

  #dragged(event) {
    event.preventDefault();
    this.#drop.classList.toggle('drop-over', event.type === 'dragover');
    if (event.type === 'drop') {
      this.#take(event.dataTransfer.files[0]);
    }
  }

  async #take(file) {
    if (!file) {
      return;
    }
    this.#asking?.abort();
    this.#asking = new AbortController();
    this.#forget();
    this.#result.replaceChildren();
    if (!TYPES.includes(file.type)) {
      this.#refuse('This is not a JPEG or PNG picture.');
      return;
    }
    setText(this.#told, `Looking at ${file.name}…`);
    try {
      const answer = await api.analyze(file, this.#asking.signal);
      await this.#show(file, answer);
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#refuse(REASONS[error.kind] ?? error.message);
      }
    }
  }

  async #show(file, {width, height, faces, model}) {
    this.#address = URL.createObjectURL(file);
    const {element, forward} = boxed(this.#address, {width, height}, faces);
    setText(this.#told, faces.length === 0 ? 'No face was found.' : `${plural(faces.length, 'face')} found, the largest first.`);
    this.#result.replaceChildren(element, h('div', {class: 'faces'}, faces.map((face, i) => faceCard(face, i + 1, this.#lazy, forward))),
        h('p', {class: 'facts'}, model ? `Model: ${model.name} ${model.version}.` : ''));
  }

  #refuse(why) {
    setText(this.#told, '');
    this.#result.replaceChildren(note('error', 'The picture could not be scored', h('p', {role: 'alert'}, why)));
  }

  #forget() {
    if (this.#address) {
      URL.revokeObjectURL(this.#address);
      this.#address = null;
    }
  }
}

const REASONS = {
  lost: 'The server does not answer. Try again in a moment.',
};
