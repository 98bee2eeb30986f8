/** The meetings: searched, the live ones first. */

import {address, settle} from '../base/address.js';
import {arrange, h, setText} from '../base/dom.js';
import {banner, note, say, trouble} from '../base/notices.js';
import {plural} from '../base/words.js';
import {api} from '../data/api.js';
import {Poller} from '../data/poller.js';
import {MeetingRow} from './meeting-row.js';
import {noMeeting} from './no-meeting.js';
import {Liveliness} from './liveliness.js';
import {Names} from './names.js';

const PAUSE_MS = 3000;
const TYPING_MS = 300;
const PAGE = 50;
/** Of so many it is told who is in them. */
const NAMED = 20;
/** What one answer may have. */
const MOST = 1000;

export class ListPage {
  #rows = new Map();
  #liveliness = new Liveliness();
  #names = new Names(() => this.#show());
  #meetings = [];
  #next = null;
  #limit = PAGE;
  #seenAt = null;
  #typing = null;
  #poller = new Poller(signal => this.#cycle(signal), error => this.#failed(error), PAUSE_MS);
  #search = h('input', {type: 'search', id: 'search', autocomplete: 'off', placeholder: 'Title, label or id', oninput: () => this.#typed()});
  #list = h('ul', {class: 'meetings', 'aria-label': 'Meetings, live ones first'});
  #told = h('p', {class: 'facts', role: 'status'});
  #place = h('div', {}, note('loading', null, h('p', {}, 'Loading the meetings…')));
  #more = h('button', {type: 'button', hidden: true, onclick: () => this.#showMore()}, 'Show more meetings');
  element = h('section', {class: 'page', 'aria-labelledby': 'list-title'},
      h('div', {class: 'page-head'},
          h('h1', {id: 'list-title'}, 'Meetings'),
          h('label', {class: 'field'}, h('span', {}, 'Search'), this.#search),
          this.#told),
      this.#place, this.#list, this.#more);

  constructor(_, query) {
    this.#search.value = query.get('q') ?? '';
  }

  open() {
    document.title = 'Meetings · Rapt';
    say('connecting', 'Connecting…');
    this.#poller.now();
  }

  asked(query) {
    if (this.#search.value !== (query.get('q') ?? '')) {
      this.#search.value = query.get('q') ?? '';
      this.#poller.now();
    }
  }

  close() {
    clearTimeout(this.#typing);
    this.#poller.close();
    this.#names.close();
  }

  async #cycle(signal) {
    const q = this.#search.value.trim();
    const {meetings = [], next = null, missing = []} = await api.meetings({text: q, limit: this.#limit}, signal);
    this.#meetings = meetings;
    this.#next = next;
    this.#liveliness.seen(meetings);
    this.#seenAt = Date.now();
    document.body.classList.remove('stale');
    banner(missing.length === 0 ? null
        : `Not all instances answered, so meetings may be missing: ${missing.map(({instance, reason}) => `${instance} (${reason})`).join(', ')}.`);
    this.#show();
    await this.#names.ask(this.#ordered().slice(0, NAMED), signal);
  }

  #show() {
    const live = this.#meetings.filter(meeting => this.#liveliness.of(meeting)).length;
    const rows = this.#ordered().map(meeting => {
      const row = this.#row(meeting.id);
      row.show(meeting, this.#liveliness.of(meeting), this.#names.of(meeting.id));
      return row.element;
    });
    arrange(this.#list, rows);
    const ids = new Set(this.#meetings.map(({id}) => id));
    [...this.#rows.keys()].filter(id => !ids.has(id)).forEach(id => this.#rows.delete(id));
    this.#showEmpty();
    this.#more.hidden = !this.#next || this.#limit === MOST;
    setText(this.#told, this.#meetings.length === 0 ? '' : `${plural(this.#meetings.length, 'meeting')}${this.#next ? ' and more' : ''}, ${live} live`);
    say(live > 0 ? 'live' : 'waiting', live > 0 ? `${plural(live, 'meeting')} live` : 'Waiting for frames');
  }

  /** The live ones first, then those whose last frame is the newest. */
  #ordered() {
    return [...this.#meetings].sort((a, b) => this.#liveliness.of(b) - this.#liveliness.of(a)
        || Date.parse(b.lastCapturedAt ?? b.declaredAt) - Date.parse(a.lastCapturedAt ?? a.declaredAt)
        || a.id.localeCompare(b.id));
  }

  #showEmpty() {
    const q = this.#search.value.trim();
    const kind = this.#meetings.length > 0 ? 'none' : q ? `search ${q}` : 'empty';
    if (this.#place.dataset.kind === kind) {
      return;
    }
    this.#place.dataset.kind = kind;
    this.#place.replaceChildren(...kind === 'none' ? [] : [q ? noMatch(q) : noMeeting()]);
  }

  #row(id) {
    if (!this.#rows.has(id)) {
      this.#rows.set(id, new MeetingRow(id));
    }
    return this.#rows.get(id);
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      if (address().page === 'list') {
        settle({q: this.#search.value.trim()});
        this.#limit = PAGE;
        this.#poller.now();
      }
    }, TYPING_MS);
  }

  #showMore() {
    this.#limit = Math.min(MOST, this.#limit + PAGE);
    this.#poller.now();
  }

  #failed(error) {
    document.body.classList.add('stale');
    if (this.#seenAt === null) {
      this.#place.dataset.kind = 'failed';
      this.#place.replaceChildren(note('loading', null, h('p', {}, 'The meetings could not be loaded yet.')));
    }
    trouble(error, this.#seenAt);
  }
}

const noMatch = q => note('empty', 'No meeting matches', h('p', {}, 'Nothing has a title, a label or an id with ', h('q', {}, q), ' in it.'));
