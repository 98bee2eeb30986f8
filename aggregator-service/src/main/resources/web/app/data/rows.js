/** Steps of five seconds between the two shapes they come in: rows (live) and columns (the past). */

import {measureOf} from '../charts/measures.js';
import {BUCKET_MS, floor} from './range.js';

/** The fields from which a card is made where the live stream is away. */
const ROW_FIELDS = ['frames', 'measuredFrames', 'measuredSeconds', 'awaySeconds', 'displayed', 'engagementIndex', 'facing', 'speakingShare'];

/** Of a meeting of which only attention is measured, asking for an expression is refused. */
export const rowFields = attentionOnly => ROW_FIELDS.filter(field => !(attentionOnly && field === 'displayed'));

/** Columns of five seconds as rows: [{participantId, name, buckets}] Steps without a frame or a second are left out. */
export function rowsOf(answer) {
  const from = Date.parse(answer.from);
  return answer.participants.map(({participantId, name, columns}) => ({
    participantId,
    name,
    buckets: Array.from({length: answer.steps}, (_, step) => rowOf(columns, step, from + step * BUCKET_MS))
        .filter(({frames, measuredSeconds, awaySeconds}) => frames > 0 || measuredSeconds > 0 || awaySeconds > 0),
  }));
}

function rowOf(columns, step, start) {
  const value = field => columns[field]?.[step] ?? null;
  const index = value('engagementIndex');
  const share = value('speakingShare');
  return {
    start: new Date(start).toISOString(),
    end: new Date(start + BUCKET_MS).toISOString(),
    frames: value('frames'),
    measuredFrames: value('measuredFrames'),
    measuredSeconds: value('measuredSeconds'),
    awaySeconds: value('awaySeconds'),
    displayed: value('displayed'),
    facing: value('facing'),
    engagement: index === null ? null : {index},
    speaking: share === null ? null : {share},
  };
}

/** Live rows as columns of these fields, for a grid of five seconds; null where there are none. */
export function columnsOf(participants, fields) {
  const starts = participants.flatMap(({buckets}) => buckets.map(({start}) => floor(Date.parse(start), BUCKET_MS)));
  if (starts.length === 0) {
    return null;
  }
  const from = Math.min(...starts);
  const steps = (Math.max(...starts) - from) / BUCKET_MS + 1;
  return {
    from: new Date(from).toISOString(),
    resolution: '5s',
    steps,
    participants: participants.map(({participantId, name, buckets}) => ({participantId, name, columns: columns(buckets, fields, from)})),
  };
}

/** Only the steps that are told: the others stay as they are. */
function columns(buckets, fields, from) {
  const made = Object.fromEntries(fields.map(field => [field, []]));
  for (const bucket of buckets) {
    const step = (Date.parse(bucket.start) - from) / BUCKET_MS;
    for (const field of fields) {
      const value = field in bucket ? bucket[field] : measureOf(field).of(bucket);
      made[field][step] = value ?? null;
    }
  }
  return made;
}
