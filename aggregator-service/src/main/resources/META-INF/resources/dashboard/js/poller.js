/**
 * Runs one cycle after another, never two at once. A cycle that took long is followed by a longer pause, a failure
 * by a pause that doubles (or the server's Retry-After), and a hidden page asks rarely.
 */

const PAUSE_MS = 1000;
const HIDDEN_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15_000;

export class Poller {
  #cycle;
  #failed;
  #failures = 0;
  #timer = null;
  #running = null;

  /** cycle(signal) does the work; failed(error, pauseMs) is told of what went wrong and when it is tried again. */
  constructor(cycle, failed) {
    this.#cycle = cycle;
    this.#failed = failed;
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        this.now();
      }
    });
  }

  /** Starts a cycle at once, calling off the one under way: the viewer has chosen something else. */
  now() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#run();
  }

  async #run() {
    const running = new AbortController();
    this.#running = running;
    const started = performance.now();
    let pause = PAUSE_MS;
    try {
      await this.#cycle(running.signal);
      this.#failures = 0;
      pause = Math.max(PAUSE_MS, 2 * (performance.now() - started));
    } catch (error) {
      if (running.signal.aborted) {
        return;
      }
      pause = Math.max(error.retryAfterMs ?? 0, Math.min(PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS));
      this.#failures++;
      this.#failed(error, pause);
    }
    if (running.signal.aborted) {
      return;
    }
    this.#running = null;
    this.#timer = setTimeout(() => this.#run(), document.hidden ? Math.max(pause, HIDDEN_PAUSE_MS) : pause);
  }
}

/** Runs work over items, at most `width` at once, so that a large meeting does not flood the server. */
export async function inTurn(items, width, work) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) {
      await work(queue.shift());
    }
  };
  await Promise.all(Array.from({length: Math.min(width, items.length)}, worker));
}
