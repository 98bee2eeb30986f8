/**
 * Runs one cycle after another, never two at once. A cycle that took long is followed by a longer pause, a failure
 * by a pause that doubles (or the server's Retry-After), and a hidden page asks rarely.
 */

const HIDDEN_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15_000;
const FIRST_PAUSE_MS = 1000;

export class Poller {
  #cycle;
  #failed;
  #pause;
  #failures = 0;
  #timer = null;
  #running = null;
  #closed = false;
  #seen = () => document.hidden || this.now();

  /** cycle(signal) does the work; failed(error) is told of what went wrong; pause is the usual one, ms. */
  constructor(cycle, failed, pause) {
    this.#cycle = cycle;
    this.#failed = failed;
    this.#pause = pause;
    document.addEventListener('visibilitychange', this.#seen);
  }

  /** Starts a cycle at once, calling off the one under way: the viewer has chosen something else. */
  now() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    if (!this.#closed) {
      this.#run();
    }
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#running?.abort();
    document.removeEventListener('visibilitychange', this.#seen);
  }

  async #run() {
    const running = new AbortController();
    this.#running = running;
    const started = performance.now();
    let pause = this.#pause;
    try {
      await this.#cycle(running.signal);
      this.#failures = 0;
      pause = Math.max(pause, 2 * (performance.now() - started));
    } catch (error) {
      if (running.signal.aborted) {
        return;
      }
      pause = Math.max(error.retryAfterMs ?? 0, Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS));
      this.#failures++;
      this.#failed(error);
    }
    if (running.signal.aborted) {
      return;
    }
    this.#running = null;
    this.#timer = setTimeout(() => this.#run(), document.hidden ? Math.max(pause, HIDDEN_PAUSE_MS) : pause);
  }
}
