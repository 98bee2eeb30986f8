/** One meeting of the list: its title, when it was, and who is in it. */

import {meetingAddress} from '../base/address.js';
import {h, setText} from '../base/dom.js';
import {clock, day, minute, plural} from '../base/words.js';

const NAMED = 6;

export class MeetingRow {
  #title = h('span', {class: 'meeting-title'});
  #badge = h('span', {class: 'badge'});
  #when = h('p', {class: 'facts'});
  #who = h('p', {class: 'facts who'});
  #labels = h('ul', {class: 'labels', 'aria-label': 'Labels'});
  element;

  constructor(id) {
    this.element = h('li', {class: 'meeting-row', 'data-meeting': id},
        h('h2', {}, h('a', {href: meetingAddress(id)}, this.#title)), this.#badge, this.#labels, this.#when, this.#who);
  }

  show(meeting, live, names) {
    const {id, title, labels = [], stale} = meeting;
    setText(this.#title, title || id);
    this.#badge.dataset.state = live ? 'live' : meeting.endedAt ? 'ended' : 'quiet';
    setText(this.#badge, live ? 'Live' : meeting.endedAt ? 'Ended' : meeting.firstCapturedAt ? 'Quiet' : 'No frames yet');
    setText(this.#when, `${when(meeting)}${title ? ` · ${id}` : ''}${stale ? ' · from a standby' : ''}`);
    setText(this.#who, meeting.participants === null && meeting.firstCapturedAt ? 'Only groups are shown' : who(meeting.participants, names));
    this.#labels.hidden = labels.length === 0;
    if (this.#labels.textContent !== labels.join('')) {
      this.#labels.replaceChildren(...labels.map(label => h('li', {}, h('a', {href: `#/?q=${encodeURIComponent(label)}`}, label))));
    }
  }
}

function when({firstCapturedAt, lastCapturedAt, declaredAt}) {
  const first = Date.parse(firstCapturedAt ?? declaredAt);
  const last = Date.parse(lastCapturedAt);
  return Number.isNaN(last) ? `declared ${day(first)}, ${minute(first)}` : `${day(first)}, ${clock(first)} to ${clock(last)}`;
}

function who(participants, names) {
  const told = names.slice(0, NAMED).join(', ');
  const more = names.length - NAMED;
  return `${plural(participants ?? 0, 'participant')}${told ? `: ${told}${more > 0 ? ` and ${more} more` : ''}` : ''}`;
}
