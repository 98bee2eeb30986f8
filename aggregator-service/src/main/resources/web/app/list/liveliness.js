/** Which meetings are live: whose frames grow before our eyes, or whose last frame is seconds old. */

const QUIET_AFTER_MS = 15_000;
/** Where only the minute of the last frame is told. */
const QUIET_AFTER_MINUTES_MS = 90_000;

export class Liveliness {
  #seen = new Map();

  /** What the list says now. */
  seen(meetings) {
    const now = Date.now();
    for (const {id, frames: counted, lastCapturedAt} of meetings) {
      // In the group view only the minute of the last frame is told
      const frames = counted ?? lastCapturedAt;
      const known = this.#seen.get(id);
      if (!known) {
        // A sender's clock may run ahead or behind: only what grows afterwards is certain
        this.#seen.set(id, {frames, counted, grewAt: Math.min(now, Date.parse(lastCapturedAt) || 0)});
      } else if (known.frames !== frames) {
        this.#seen.set(id, {frames, counted, grewAt: now});
      }
    }
  }

  /** Something of it has just come, as the live stream tells. */
  grew(id) {
    this.#seen.set(id, {...this.#seen.get(id), grewAt: Date.now()});
  }

  of({id, endedAt}) {
    const {grewAt = 0, counted} = this.#seen.get(id) ?? {};
    return !endedAt && Date.now() - grewAt < (counted === null ? QUIET_AFTER_MINUTES_MS : QUIET_AFTER_MS);
  }
}
