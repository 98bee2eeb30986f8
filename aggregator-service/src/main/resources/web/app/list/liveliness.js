/** Which meetings are live: whose frames grow before our eyes, or whose last frame is seconds old. */

const QUIET_AFTER_MS = 15_000;

export class Liveliness {
  #seen = new Map();

  /** What the list says now. */
  seen(meetings) {
    const now = Date.now();
    for (const {id, frames, lastCapturedAt} of meetings) {
      const known = this.#seen.get(id);
      if (!known) {
        // A sender's clock may run ahead or behind: only what grows afterwards is certain
        this.#seen.set(id, {frames, grewAt: Math.min(now, Date.parse(lastCapturedAt) || 0)});
      } else if (known.frames !== frames) {
        this.#seen.set(id, {frames, grewAt: now});
      }
    }
  }

  /** Something of it has just come, as the live stream tells. */
  grew(id) {
    this.#seen.set(id, {...this.#seen.get(id), grewAt: Date.now()});
  }

  of({id, endedAt}) {
    return !endedAt && Date.now() - (this.#seen.get(id)?.grewAt ?? 0) < QUIET_AFTER_MS;
  }
}
