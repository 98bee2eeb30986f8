/**
 * The columns that a timeline shows. They are read once for a measure and a resolution; afterwards only their end is,
 * and where the live stream brings steps as fine as theirs not even that.
 */

import {api} from './api.js';
import {Grid} from './grid.js';
import {PooledSteps} from './pooled-steps.js';
import {BUCKET_MS, resolutionFor} from './range.js';
import {columnsOf} from './rows.js';

/** What tells away from not measured. */
const STATE_FIELDS = ['measuredSeconds', 'awaySeconds'];
/** A baseline that is still being learnt changes what was said of past seconds, so all is read again now and then. */
const ANEW_MS = 60_000;
const OVERLAP_STEPS = 2;
const OVERVIEW_PIXELS = 1200;

export class TimelineData {
  #meeting;
  #key = null;
  #readAt = 0;
  #together;
  #whole;
  /** Which measure the grid holds. */
  measure = null;
  grid = null;
  /** Another one whenever the grid has changed. */
  version = 0;

  constructor(meeting) {
    this.#meeting = meeting;
    this.#together = new PooledSteps(meeting);
    this.#whole = new PooledSteps(meeting);
  }

  /** The steps of all together; empty until they were asked for. */
  get pooled() {
    return this.#together.steps;
  }

  /** The whole meeting's index: [[ms, value or null]…] */
  get overview() {
    return this.#whole.steps.map(({start, end, engagement}) => [(Date.parse(start) + Date.parse(end)) / 2, engagement?.index ?? null]);
  }

  forget() {
    this.#key = null;
    this.#together.forget();
    this.#whole.forget();
  }

  /** streamed: whether the live stream brings the newest steps; together: whether all together are shown. */
  async load({measure, who, range, whole, streamed, together}, signal) {
    const goesOn = range.to >= whole.to;
    await Promise.all([
      this.#loadColumns({measure, who, range, goesOn, streamed}, signal),
      together && this.#together.load(range, goesOn, signal),
      this.#whole.load({...whole, resolution: resolutionFor(whole.to - whole.from, OVERVIEW_PIXELS)}, false, signal),
    ]);
  }

  /** Steps of the live stream. */
  heard(rows, range) {
    if (this.grid && this.grid.resolution === BUCKET_MS && range.to >= this.grid.to) {
      const answer = columnsOf(rows, [this.measure, ...STATE_FIELDS]);
      // A stream that runs behind what was read must not tear a hole
      if (answer && Date.parse(answer.from) >= this.grid.from && Date.parse(answer.from) <= this.grid.to) {
        this.grid.extend(answer);
        this.grid.trim(range.from);
        this.version++;
      }
    }
  }

  async #loadColumns({measure, who, range, goesOn, streamed}, signal) {
    const key = `${measure} ${range.resolution} ${measure === 'displayed' ? who : ''}`;
    const fits = key === this.#key && range.from >= this.grid.from && range.from <= this.grid.to && Date.now() - this.#readAt < ANEW_MS;
    const isTold = streamed && range.resolution === BUCKET_MS;
    if (!fits) {
      this.grid = await this.#columns(measure, who, range, signal);
      this.measure = measure;
      this.#key = key;
      this.#readAt = Date.now();
      this.version++;
    } else if (range.to > this.grid.to || (goesOn && !isTold)) {
      const from = Math.max(range.from, Math.min(this.grid.to, range.to) - OVERLAP_STEPS * range.resolution);
      this.grid.take(await this.#columns(measure, who, {...range, from}, signal));
      this.grid.trim(range.from);
      this.version++;
    }
  }

  /** Everybody's measure; and of whom is chosen, the shares of all labels. */
  async #columns(measure, who, range, signal) {
    const fields = [measure, ...STATE_FIELDS].join(',');
    const grid = new Grid(await api.timelines(this.#meeting, {fields}, range, signal));
    if (measure === 'displayed' && who) {
      grid.extend(await api.timelines(this.#meeting, {fields: 'displayedShares', participants: who}, range, signal));
    }
    return grid;
  }
}
