/**
 * The live stream of a meeting. The browser itself reconnects with the last event's id, so that nothing is missed; where
 * it gives up (an answer that isn't a stream), this asks again after a pause that doubles.
 */

import {liveAddress} from './api.js';

const EVENTS = ['hello', 'buckets', 'markers', 'ended', 'erased', 'gone', 'reset'];
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;

export class Stream {
  #meeting;
  #heard;
  #changed;
  #source = null;
  #timer = null;
  #failures = 0;

  /** heard(event, data) for each event; changed(open) whenever the stream opens or is cut. */
  constructor(meeting, heard, changed) {
    this.#meeting = meeting;
    this.#heard = heard;
    this.#changed = changed;
    this.#open();
  }

  /** Begins anew: for a stream that looks open and brings nothing. */
  reopen() {
    this.close();
    this.#changed(false);
    this.#open();
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #open() {
    const source = new EventSource(liveAddress(this.#meeting));
    this.#source = source;
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#changed(true);
    });
    source.addEventListener('error', () => {
      this.#changed(false);
      if (source.readyState === EventSource.CLOSED && this.#source === source) {
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
        this.#failures++;
        this.#timer = setTimeout(() => this.#open(), pause);
      }
    });
    for (const event of EVENTS) {
      source.addEventListener(event, message => this.#heard(event, JSON.parse(message.data || 'null')));
    }
  }
}
