/** A timeline's buckets as the page reads them: times as numbers, and what was known in each. */

/** Reads the API's buckets. Measures stay null where nothing was measured; nothing is filled in. */
export function read(timeline) {
  return (timeline?.buckets ?? []).map(bucket => ({
    ...bucket,
    start: Date.parse(bucket.start),
    end: Date.parse(bucket.end),
    expressions: bucket.expressions ?? null,
    state: stateOf(bucket),
  }));
}

/** 'measured', 'away', 'unmeasured', or 'none' when the bucket says nothing about the participant at all. */
function stateOf(bucket) {
  if (bucket.expressions) {
    return 'measured';
  }
  const away = bucket.awaySeconds ?? 0;
  const unmeasured = bucket.unmeasuredSeconds ?? 0;
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
