/** Who is in the meeting, and their newest steps of five seconds. */

import {byName} from '../base/words.js';
import {BUCKET_MS} from './range.js';

/** Five minutes: what a sparkline shows. */
const KEPT = 60;
/** Behind the meeting's latest frame by more than this, a participant's picture is no longer coming in. */
const SILENT_MS = 15_000;

export class Roster {
  #people = new Map();
  last = 0;

  /** Everybody as listed: {id, name, camera, lastCapturedAt, …} */
  listed(participants) {
    for (const one of participants) {
      const person = this.#person(one.id);
      Object.assign(person, one, {lastSeen: Math.max(person.lastSeen, Date.parse(one.lastCapturedAt) || 0)});
      this.#advance(Date.parse(one.lastCapturedAt));
    }
  }

  /** Newest steps: [{participantId, name, buckets: [row…]}] Returns the ids of those who changed. */
  heard(participants) {
    for (const {participantId, name, buckets} of participants) {
      const person = this.#person(participantId);
      person.name = name ?? person.name;
      for (const bucket of buckets) {
        const start = Date.parse(bucket.start);
        person.rows.set(start, bucket);
        if (bucket.frames > 0) {
          person.lastSeen = Math.max(person.lastSeen, start);
          this.#advance(start);
        }
      }
      trim(person.rows);
    }
    return participants.map(({participantId}) => participantId);
  }

  /** Nothing more is told of these. */
  forget(ids) {
    ids.forEach(id => this.#people.delete(id));
  }

  /** Everybody in order of their names. */
  people() {
    return [...this.#people.values()].sort((a, b) => byName(a.name ?? a.id, b.name ?? b.id));
  }

  get(id) {
    return this.#people.get(id);
  }

  get size() {
    return this.#people.size;
  }

  /**
   * How somebody is now: {state, silentSeconds, row, index}; state is measured, away, unmeasured, camera-off or silent.
   * The index is of the newest step, or of the one before while too little of the newest has passed to tell.
   */
  now(person) {
    const silent = this.last - person.lastSeen;
    if (person.camera === 'off') {
      return {state: 'camera-off', silentSeconds: silent / 1000, row: null, index: null};
    }
    if (silent > SILENT_MS) {
      return {state: 'silent', silentSeconds: silent / 1000, row: null, index: null};
    }
    const row = newest(person);
    return {state: stateOf(row), silentSeconds: 0, row, index: this.#indexOf(person, row)};
  }

  #indexOf(person, row) {
    const index = row?.engagement?.index ?? null;
    const start = Date.parse(row?.start);
    const goesOn = start + BUCKET_MS > this.last;
    return index === null && goesOn ? person.rows.get(start - BUCKET_MS)?.engagement?.index ?? null : index;
  }

  #person(id) {
    if (!this.#people.has(id)) {
      this.#people.set(id, {id, name: null, camera: null, lastSeen: 0, rows: new Map()});
    }
    return this.#people.get(id);
  }

  #advance(time) {
    this.last = Math.max(this.last, time || 0);
  }
}

/** The last step in which a frame arrived. */
function newest({rows}) {
  const starts = [...rows.keys()].sort((a, b) => b - a);
  return rows.get(starts.find(start => rows.get(start).frames > 0)) ?? null;
}

function stateOf(row) {
  if (!row) {
    return 'unmeasured';
  }
  if (row.measuredFrames > 0 && row.measuredSeconds >= (row.awaySeconds ?? 0)) {
    return 'measured';
  }
  return row.awaySeconds > 0 ? 'away' : 'unmeasured';
}

function trim(rows) {
  const excess = rows.size - KEPT;
  if (excess > 0) {
    [...rows.keys()].sort((a, b) => a - b).slice(0, excess).forEach(start => rows.delete(start));
  }
}
