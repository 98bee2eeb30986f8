/** The list of meetings to choose from, latest first. */

import {h, setText} from './dom.js';
import {day, minute} from './words.js';

export class MeetingList {
  #select;

  constructor(select, chosen) {
    this.#select = select;
    select.addEventListener('change', () => chosen(select.value));
  }

  /** Changes only what differs: an open list must not be pulled away from under the viewer. */
  show(meetings, current) {
    this.#select.disabled = meetings.length === 0;
    const ids = meetings.map(meeting => meeting.id);
    const known = ids.includes(current);
    const wanted = meetings.length === 0 ? [''] : known || !current ? ids : [current, ...ids];
    if (wanted.join('\n') !== [...this.#select.options].map(option => option.value).join('\n')) {
      this.#select.replaceChildren(...wanted.map(id => h('option', {value: id})));
    }
    for (const option of this.#select.options) {
      const meeting = meetings.find(({id}) => id === option.value);
      setText(option, meeting ? described(meeting) : option.value ? `${option.value} (not known)` : 'None yet');
    }
    const value = current ?? wanted[0];
    if (this.#select.value !== value) {
      this.#select.value = value;
    }
  }
}

export function latestFirst(meetings) {
  return [...meetings].sort((a, b) =>
    Date.parse(b.lastCapturedAt) - Date.parse(a.lastCapturedAt) || a.id.localeCompare(b.id));
}

function described(meeting) {
  const begun = Date.parse(meeting.firstCapturedAt);
  return `${meeting.id} · ${day(begun)}, ${minute(begun)}`;
}
