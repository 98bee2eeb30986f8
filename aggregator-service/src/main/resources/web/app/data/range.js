/** Which stretch of a meeting is shown, and how finely. Times are ms since the epoch, of the capture clock. */

export const BUCKET_MS = 5000;
const PIXELS_A_STEP = 4;
const FEWEST_STEPS = 60;
const RESOLUTIONS_MS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map(seconds => seconds * 1000);

/** What may be followed: the last so many ms. */
export const SPANS = {'5m': 300_000, '30m': 1_800_000, all: Infinity};

export const floor = (time, step) => Math.floor(time / step) * step;

export const ceiling = (time, step) => Math.ceil(time / step) * step;

/** The finest resolution whose steps have some pixels each. */
export function resolutionFor(length, width) {
  const most = Math.max(FEWEST_STEPS, Math.floor(width / PIXELS_A_STEP));
  return RESOLUTIONS_MS.find(resolution => length / resolution <= most)
      ?? Math.ceil(length / most / 3_600_000) * 3_600_000;
}

/**
 * The range of whole steps to show.
 *
 * @param chosen {span: '5m' | '30m' | 'all'} to follow, or {from, to} that the viewer has brushed
 * @param whole {from, to} of the meeting
 * @param width pixels there are
 */
export function rangeOf(chosen, whole, width) {
  const to = chosen.span ? whole.to : Math.min(chosen.to, whole.to);
  const wanted = chosen.span ? Math.max(whole.from, to - SPANS[chosen.span]) : Math.max(chosen.from, whole.from);
  const from = Math.max(whole.from, Math.min(wanted, to - BUCKET_MS));
  const resolution = resolutionFor(to - from, width);
  return {from: floor(from, resolution), to: Math.max(ceiling(to, resolution), floor(from, resolution) + resolution), resolution};
}

/** The meeting from its first frame to its last, in whole buckets. */
export const wholeOf = (first, last) =>
  ({from: floor(first, BUCKET_MS), to: floor(last, BUCKET_MS) + BUCKET_MS});
