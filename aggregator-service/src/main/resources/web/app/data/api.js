/** Rapt's REST API. Every failure is an ApiError that says what kind it is. Times are ms since the epoch. */

import {TOKEN_NEEDED} from '../door/session.js';
import {heard} from './freshness.js';

const TIMEOUT_MS = 10_000;
/** Detection and scoring of a large picture take their time. */
const ANALYZE_TIMEOUT_MS = 30_000;
const MOST_PAGES = 50;

export class ApiError extends Error {
  /** kind: 'lost' (no answer), 'not-ready' (503), 'unknown' (404), 'erased' (410), 'refused' (any other answer) */
  constructor(kind, message, retryAfterMs = 0) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

const part = encodeURIComponent;
const meetingPath = id => `/v1/meetings/${part(id)}`;

export const liveAddress = meeting => `${meetingPath(meeting)}/live`;

export const api = {
  /** Those that began last first; with a text, those that have it in their title or id, or as a label. */
  async meetings({text, limit}, signal) {
    const ask = values => get(`/v1/meetings${query({...values, limit, order: 'newest'})}`, signal);
    if (!text) {
      return ask({});
    }
    const [named, labelled] = await Promise.all([ask({q: text}), ask({label: text})]);
    const known = new Set(named.meetings.map(({id}) => id));
    return {...named, meetings: [...named.meetings, ...labelled.meetings.filter(({id}) => !known.has(id))], next: named.next ?? labelled.next};
  },

  meeting: (id, signal) => get(meetingPath(id), signal),

  /** All of them, however many parts the list comes in. */
  async participants(meeting, signal) {
    const found = [];
    let cursor;
    for (let i = 0; i < MOST_PAGES; i++) {
      const body = await get(`${meetingPath(meeting)}/participants${query({cursor})}`, signal);
      found.push(...body.participants ?? []);
      if (!body.next) {
        break;
      }
      cursor = body.next;
    }
    return found;
  },

  /** Of a participant, or of everybody where who is null; over the range, or over the whole meeting without one. */
  summary: (meeting, who, range, signal) => get(who && !range
      ? `${meetingPath(meeting)}/participants/${part(who)}/summary`
      : `${meetingPath(meeting)}/total${query({participants: who, ...span(range)})}`, signal),

  /** Chosen fields of everybody, or of these participants, in columns. */
  timelines: (meeting, {fields, participants}, range, signal) =>
    get(`${meetingPath(meeting)}/timelines${query({fields, participants, ...span(range)})}`, signal),

  /** The steps of everybody together. */
  pooled: (meeting, range, signal) => get(`${meetingPath(meeting)}/timeline${query(span(range))}`, signal),

  /** The same of a declared group. */
  group: (meeting, group, range, signal) =>
    get(`${meetingPath(meeting)}/groups/${part(group)}/timeline${query(span(range))}`, signal),

  markers: (meeting, signal) => get(`${meetingPath(meeting)}/markers`, signal).then(body => body.markers ?? []),

  addMarker: (meeting, marker, signal) => send('POST', `${meetingPath(meeting)}/markers`, marker, signal),

  removeMarker: (meeting, id, signal) =>
    send('DELETE', `${meetingPath(meeting)}/markers/${part(id)}`, undefined, signal),

  /** Faces and scores of a picture; nothing of it is kept. */
  analyze: (picture, signal) => ask('/v1/analyze',
      {method: 'POST', body: picture, headers: {'Content-Type': picture.type}}, signal, ANALYZE_TIMEOUT_MS),
};

function span(range) {
  return range
      ? {
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
        resolution: range.resolution && `${range.resolution / 1000}s`,
      }
      : {};
}

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The browser keeps the last answer and asks with its ETag whether it still stands. */
const get = (path, signal) => ask(path, {cache: 'no-cache'}, signal);

const send = (method, path, body, signal) => ask(path,
    {method, headers: {'Content-Type': 'application/json'}, body: body && JSON.stringify(body)}, signal);

async function ask(path, request, signal = new AbortController().signal, timeout = TIMEOUT_MS) {
  let response;
  try {
    response = await fetch(path, {
      ...request,
      headers: {Accept: 'application/json, application/problem+json', ...request.headers},
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    if (response.ok) {
      heard(response.headers.get('Rapt-Stale') === 'true');
      return response.status === 204 ? null : await response.json();
    }
  } catch (failure) {
    // Called off by the page itself: not a finding about the server
    signal.throwIfAborted();
    throw new ApiError('lost', failure.message);
  }
  throw await refusal(response);
}

const KINDS = {404: 'unknown', 410: 'erased', 503: 'not-ready'};

async function refusal(response) {
  if (response.status === 401) {
    window.dispatchEvent(new Event(TOKEN_NEEDED));
  }
  const problem = await response.json().catch(() => ({}));
  const said = problem.detail || problem.title || `answer ${response.status}`;
  const retryAfterMs = Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0;
  return new ApiError(KINDS[response.status] ?? 'refused', said, retryAfterMs);
}
