/** A meeting's notice, in a language that the reader chooses. */

import {askJson, h, meetingPath} from './dom.js';
import {LANGUAGES, preferred} from './words.js';

export class NoticeText {
  #meeting;
  #text = h('div', {class: 'notice'});
  #language = h('select', {id: 'language', onchange: () => this.load()}, ...Object.entries(LANGUAGES).map(([tag, name]) => h('option', {value: tag, lang: tag}, name)));
  element = h('section', {'aria-labelledby': 'notice-title'}, h('label', {class: 'field'}, h('span', {}, 'Language'), this.#language), this.#text);
  /** Of the notice that is shown; a consent names it. */
  version = null;

  constructor(meeting) {
    this.#meeting = meeting;
    this.#language.value = preferred();
  }

  get language() {
    return this.#language.value;
  }

  async load() {
    const notice = await askJson(`${meetingPath(this.#meeting)}/notice?language=${this.language}`);
    this.version = notice.version;
    this.#text.lang = notice.language;
    // What is measured now is on this page already
    const paragraphs = notice.paragraphs.filter(paragraph => !paragraph.includes(notice.link));
    this.#text.replaceChildren(h('h2', {id: 'notice-title'}, notice.title), ...paragraphs.map(paragraph => h('p', {}, paragraph)),
        h('p', {class: 'quiet', lang: 'en'}, `Notice ${notice.version}`));
  }
}
