/** Which stretch of a meeting is shown, and how finely. Times are ms since the epoch, of the capture clock. */

const BUCKET_MS = 5000;
const MOST_BUCKETS = 180;
const SHORTEST_MS = 60_000;
const RESOLUTIONS_MS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map(seconds => seconds * 1000);

export const RANGES = {
  '2m': {length: 120_000, resolution: BUCKET_MS},
  '10m': {length: 600_000, resolution: 2 * BUCKET_MS},
  all: {length: Infinity, resolution: null},
};

/**
 * The range that ends with the meeting's last frame. It begins no earlier than the meeting and covers at least a
 * minute, so that a young meeting grows into it from the left.
 */
export function rangeOf(choice, first, last) {
  const {length, resolution: fixed} = RANGES[choice];
  const resolution = fixed ?? coarsest(last - first);
  const end = Math.floor(last / resolution) * resolution + resolution;
  const from = Math.max(end - length, Math.floor(first / resolution) * resolution);
  return {from, to: end, shownTo: Math.max(end, from + SHORTEST_MS), resolution};
}

function coarsest(length) {
  const fitting = RESOLUTIONS_MS.find(resolution => length / resolution <= MOST_BUCKETS);
  return fitting ?? Math.ceil(length / MOST_BUCKETS / 3_600_000) * 3_600_000;
}

/** Round times for the axis: few enough for the width, each a whole number of seconds, minutes or hours. */
export function ticks(from, to, most) {
  const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];
  const step = 1000 * (steps.find(seconds => (to - from) / (seconds * 1000) <= most) ?? 86400);
  const times = [];
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
    times.push(time);
  }
  return {times, step};
}
