/** How often a large chart is drawn while data streams in: what comes meanwhile is drawn once, at the end of the rest. */

const LARGE = 4000;
const REST_MS = {small: 0, large: 2500};

export class Pace {
  #timer = null;
  #waiting = null;
  #last = 0;

  /** Draws now, or once the rest after the last time is over; of several, the latest only. cells: how much there is to draw. */
  run(draw, cells) {
    const rest = cells > LARGE ? REST_MS.large : REST_MS.small;
    const wait = this.#last + rest - performance.now();
    clearTimeout(this.#timer);
    this.#waiting = draw;
    if (wait <= 0) {
      this.#now();
    } else {
      this.#timer = setTimeout(() => this.#now(), wait);
    }
  }

  close() {
    clearTimeout(this.#timer);
  }

  #now() {
    this.#last = performance.now();
    this.#waiting();
  }
}
