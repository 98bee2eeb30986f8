/**
 * What happens now: from the live stream, and from the columns of the last seconds while the stream is cut. Changes are
 * handed on twice a second at most, however often the stream brings them.
 */

import {api} from '../data/api.js';
import {BUCKET_MS, floor} from '../data/range.js';
import {rowFields, rowsOf} from '../data/rows.js';
import {Stream} from '../data/stream.js';

const REST_MS = 500;
const RECENT_MS = 300_000;
/** Steps before the newest one may still change: a second without a face becomes one away three seconds later. */
const OVERLAP_MS = 2 * BUCKET_MS;
/** Frames that were counted and of which the stream says nothing for so long: it is dead without knowing it. */
const DEAF_MS = 30_000;
/** A page that nobody looks at for so long gives its connection back: a browser has six of them for all its tabs. */
const UNSEEN_MS = 60_000;

export class LiveFeed {
  #meeting;
  #roster;
  #to;
  #stream = null;
  #open = false;
  #wasCut = false;
  #knownTo = null;
  #heardAt = 0;
  #ids = new Set();
  #rows = [];
  #timer = null;
  #unseen = null;
  #rests = false;
  #looked = () => this.#look();

  /** to: {changed(ids, rows), speaker(active), markers(all), again(), over(), connection()} */
  constructor(meeting, roster, to) {
    this.#meeting = meeting;
    this.#roster = roster;
    this.#to = to;
    document.addEventListener('visibilitychange', this.#looked);
  }

  get isOpen() {
    return this.#open;
  }

  /** Whether the stream was there, or was tried, and isn't. */
  get isCut() {
    return this.#wasCut && !this.#open;
  }

  open() {
    if (this.#rests) {
      return;
    }
    this.#stream ??= new Stream(this.#meeting, (event, data) => this.#heard(event, data), open => this.#changed(open));
  }

  /** Reads what the stream hasn't told: the last five minutes at first, the last seconds while it is cut. */
  async catchUp(now, attentionOnly, signal) {
    if (this.#open && this.#knownTo !== null) {
      this.#watch(now);
      return;
    }
    const from = floor(Math.max(now - RECENT_MS, (this.#knownTo ?? 0) - OVERLAP_MS), BUCKET_MS);
    if (from < now) {
      const answer = await api.timelines(this.#meeting, {fields: rowFields(attentionOnly).join(',')}, {from, to: now, resolution: BUCKET_MS}, signal);
      this.#roster.heard(rowsOf(answer));
      this.#knownTo = now;
    }
  }

  close() {
    document.removeEventListener('visibilitychange', this.#looked);
    clearTimeout(this.#unseen);
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#hangUp();
  }

  #hangUp() {
    this.#stream?.close();
    this.#stream = null;
    this.#open = false;
    this.#wasCut = false;
  }

  #look() {
    clearTimeout(this.#unseen);
    if (document.hidden) {
      this.#unseen = setTimeout(() => {
        this.#rests = true;
        this.#hangUp();
      }, UNSEEN_MS);
    } else if (this.#rests) {
      this.#rests = false;
      this.#knownTo = null;
      this.#to.again();
    }
  }

  #heard(event, data) {
    this.#heardAt = Date.now();
    switch (event) {
      case 'hello':
      case 'buckets':
        this.#collect(data);
        break;
      case 'markers':
        this.#to.markers(data.markers ?? data);
        break;
      case 'gone':
        this.#forget(data.participantIds);
        this.#knownTo = null;
        this.#to.again();
        break;
      case 'reset':
        this.#knownTo = null;
        this.#to.again();
        break;
      default:
        this.#to.over();
    }
  }

  #forget(ids) {
    this.#roster.forget(ids);
    ids.forEach(id => this.#ids.delete(id));
    this.#rows = this.#rows.filter(({participantId}) => !ids.includes(participantId));
  }

  #collect({participants = [], activeSpeaker}) {
    if (activeSpeaker) {
      this.#to.speaker(activeSpeaker);
    }
    this.#roster.heard(participants).forEach(id => this.#ids.add(id));
    this.#rows.push(...participants);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const ids = [...this.#ids];
      this.#ids.clear();
      this.#to.changed(ids, this.#rows.splice(0));
    }, REST_MS);
  }

  #changed(open) {
    const healed = open && this.#wasCut;
    this.#open = open;
    this.#wasCut = !open;
    if (open) {
      this.#heardAt = Date.now();
    }
    if (healed) {
      // Between the cut and now, only the last seconds were read
      this.#to.again();
    }
    this.#to.connection();
  }

  #watch(now) {
    if (now > this.#knownTo && Date.now() - this.#heardAt > DEAF_MS) {
      this.#stream.reopen();
    }
    this.#knownTo = Math.max(this.#knownTo, this.#roster.last, now);
  }
}
