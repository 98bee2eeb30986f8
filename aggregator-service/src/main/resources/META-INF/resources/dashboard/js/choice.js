/** What the viewer has chosen. It lives in the address (#meeting=…&range=…&view=…), so a link keeps it. */

import {RANGES} from './range.js';

const DEFAULTS = {meeting: null, range: '2m', view: 'lines'};

export class Choice {
  constructor(changed) {
    this.#read();
    window.addEventListener('hashchange', () => {
      this.#read();
      changed();
    });
  }

  /** A step that the back button undoes. */
  set(values) {
    location.hash = this.#written(values);
  }

  /** The page's own default: no step of its own in the history, and no event. */
  settle(values) {
    history.replaceState(null, '', `#${this.#written(values)}`);
    this.#read();
  }

  #written(values) {
    const {meeting, range, view} = {...this, ...values};
    return new URLSearchParams({...(meeting ? {meeting} : {}), range, view}).toString();
  }

  #read() {
    const given = new URLSearchParams(location.hash.slice(1));
    this.meeting = given.get('meeting') || DEFAULTS.meeting;
    this.range = given.get('range') in RANGES ? given.get('range') : DEFAULTS.range;
    this.view = ['lines', 'stack'].includes(given.get('view')) ? given.get('view') : DEFAULTS.view;
  }
}
