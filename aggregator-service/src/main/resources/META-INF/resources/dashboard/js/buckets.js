/** A timeline's buckets as the page reads them: times as numbers, and what was known in each. */

/**
 * Reads the API's buckets. Measures stay null where nothing was measured; nothing is filled in. The seconds of the
 * newest bucket that lie after the meeting's last frame have not happened yet, so they are not called unmeasured.
 */
export function read(timeline, last) {
  return (timeline?.buckets ?? []).map(bucket => {
    const start = Date.parse(bucket.start);
    const end = Date.parse(bucket.end);
    const toCome = Math.max(0, end / 1000 - Math.floor(last / 1000) - 1);
    const unmeasuredSeconds = Math.max(0, (bucket.unmeasuredSeconds ?? 0) - toCome);
    const happened = {...bucket, start, end, unmeasuredSeconds, expressions: bucket.expressions ?? null};
    return {...happened, state: stateOf(happened)};
  });
}

/**
 * 'measured', 'seen' for a face without an expression, 'away', 'unmeasured', or 'none' when the bucket says nothing about
 * the participant at all.
 */
function stateOf(bucket) {
  if (bucket.expressions) {
    return 'measured';
  }
  const away = bucket.awaySeconds ?? 0;
  const unmeasured = bucket.unmeasuredSeconds;
  if ((bucket.measuredFrames ?? 0) > 0 && (bucket.measuredSeconds ?? 0) >= Math.max(away, unmeasured)) {
    return 'seen';
  }
  if (away > 0 && away >= unmeasured) {
    return 'away';
  }
  return unmeasured > 0 || (bucket.frames ?? 0) > 0 ? 'unmeasured' : 'none';
}

/** Runs of neighbouring buckets for which `same` gives an equal, non-null value: [{value, buckets}] */
export function runs(buckets, same) {
  const found = [];
  for (const bucket of buckets) {
    const value = same(bucket);
    const last = found.at(-1);
    if (last && last.value === value && last.buckets.at(-1).end === bucket.start) {
      last.buckets.push(bucket);
    } else {
      found.push({value, buckets: [bucket]});
    }
  }
  return found.filter(run => run.value !== null);
}
