/**
 * The columns that a timeline shows. They are read once for a measure and a resolution; afterwards only their end is,
 * and where the live stream brings steps as fine as theirs not even that.
 */

import {api} from './api.js';
import {Grid} from './grid.js';
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
  #overviewTo = 0;
  /** Which measure the grid holds. */
  measure = null;
  grid = null;
  /** The steps of all together, over the range. */
  pooled = null;
  /** The whole meeting's index: [[ms, value or null]…] */
  overview = [];

  constructor(meeting) {
    this.#meeting = meeting;
  }

  forget() {
    this.#key = null;
    this.#overviewTo = 0;
  }

  /** streamed: whether the live stream brings the newest steps. */
  async load({measure, who, range, whole, streamed}, signal) {
    const key = `${measure} ${range.resolution} ${measure === 'displayed' ? who : ''}`;
    const fits = key === this.#key && range.from >= this.grid.from && range.from <= this.grid.to && Date.now() - this.#readAt < ANEW_MS;
    const isTold = streamed && range.resolution === BUCKET_MS;
    const overview = this.#loadOverview(whole, signal);
    if (!fits) {
      await this.#read(key, {measure, who, range}, signal);
    } else if (range.to > this.grid.to || (!isTold && range.to === whole.to)) {
      await this.#readEnd({measure, who, range}, signal);
    }
    await overview;
  }

  /** Steps of the live stream. */
  heard(rows, range) {
    if (this.grid && this.grid.resolution === BUCKET_MS && range.to >= this.grid.to) {
      const answer = columnsOf(rows, [this.measure, ...STATE_FIELDS]);
      // A stream that runs behind what was read must not tear a hole
      if (answer && Date.parse(answer.from) >= this.grid.from && Date.parse(answer.from) <= this.grid.to) {
        this.grid.extend(answer);
        this.grid.trim(range.from);
      }
    }
  }

  async #read(key, {measure, who, range}, signal) {
    const [grid, pooled] = await Promise.all([this.#columns(measure, who, range, signal), api.pooled(this.#meeting, range, signal)]);
    this.grid = grid;
    this.pooled = pooled.buckets;
    this.measure = measure;
    this.#key = key;
    this.#readAt = Date.now();
  }

  async #readEnd({measure, who, range}, signal) {
    const from = Math.max(range.from, Math.min(this.grid.to, range.to) - OVERLAP_STEPS * range.resolution);
    const end = {...range, from};
    const [answer, pooled] = await Promise.all([this.#columns(measure, who, end, signal), api.pooled(this.#meeting, end, signal)]);
    this.grid.take(answer);
    this.grid.trim(range.from);
    const before = this.pooled.filter(({start}) => Date.parse(start) < from && Date.parse(start) >= range.from);
    this.pooled = [...before, ...pooled.buckets];
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

  async #loadOverview(whole, signal) {
    const resolution = resolutionFor(whole.to - whole.from, OVERVIEW_PIXELS);
    if (whole.to - this.#overviewTo < resolution) {
      return;
    }
    const {buckets} = await api.pooled(this.#meeting, {...whole, resolution}, signal);
    this.overview = buckets.map(({start, end, engagement}) =>
      [(Date.parse(start) + Date.parse(end)) / 2, engagement?.index ?? null]);
    this.#overviewTo = whole.to;
  }
}
