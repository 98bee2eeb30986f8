/** The steps of all participants together. Read once for a resolution; afterwards only their end is. */

import {api} from './api.js';

const OVERLAP_STEPS = 2;

export class PooledSteps {
  #meeting;
  #resolution = null;
  #from = 0;
  #to = 0;
  /** As the API gives them, in order. */
  steps = [];

  constructor(meeting) {
    this.#meeting = meeting;
  }

  forget() {
    this.#resolution = null;
  }

  /** range: {from, to, resolution}; goesOn: whether its last step may have changed since. */
  async load(range, goesOn, signal) {
    const fits = range.resolution === this.#resolution && range.from >= this.#from && range.from <= this.#to;
    if (!fits) {
      this.steps = (await api.pooled(this.#meeting, range, signal)).buckets;
      this.#resolution = range.resolution;
      this.#from = range.from;
    } else if (range.to > this.#to || goesOn) {
      const from = Math.max(range.from, Math.min(this.#to, range.to) - OVERLAP_STEPS * range.resolution);
      const {buckets} = await api.pooled(this.#meeting, {...range, from}, signal);
      this.steps = [...this.steps.filter(({start}) => Date.parse(start) < from), ...buckets];
    } else {
      return;
    }
    this.#to = Math.max(fits ? this.#to : 0, range.to);
  }
}
