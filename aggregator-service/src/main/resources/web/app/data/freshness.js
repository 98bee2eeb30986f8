/** Whether what was last answered came from a standby, as the header `Rapt-Stale` says. */

const listeners = new Set();
let stale = false;

/** Tells what an answer said of itself. */
export function heard(isStale) {
  if (isStale !== stale) {
    stale = isStale;
    listeners.forEach(changed => changed(stale));
  }
}

export function onFreshness(changed) {
  listeners.add(changed);
}
