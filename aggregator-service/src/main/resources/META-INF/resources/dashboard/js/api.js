/** The aggregator's REST API, read only. Every failure is an ApiError that says what kind it is. */

const TIMEOUT_MS = 8000;

export class ApiError extends Error {
  /** kind: 'lost' (no answer), 'not-ready' (503), 'unknown' (404), 'refused' (any other answer) */
  constructor(kind, message, retryAfterMs = 0) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

const meetingPath = id => `v1/meetings/${encodeURIComponent(id)}`;

const participantPath = (meeting, id) => `${meetingPath(meeting)}/participants/${encodeURIComponent(id)}`;

export const api = {
  meetings: signal => get('v1/meetings', signal).then(body => body.meetings ?? []),
  meeting: (id, signal) => get(meetingPath(id), signal),
  participants: (meeting, signal) =>
    get(`${meetingPath(meeting)}/participants`, signal).then(body => body.participants ?? []),
  summary: (meeting, id, signal) => get(`${participantPath(meeting, id)}/summary`, signal),
  timeline(meeting, id, range, signal) {
    const query = new URLSearchParams({
      from: new Date(range.from).toISOString(),
      to: new Date(range.to).toISOString(),
      resolution: `${range.resolution / 1000}s`,
    });
    return get(`${participantPath(meeting, id)}/timeline?${query}`, signal);
  },
};

async function get(path, signal) {
  let response;
  try {
    response = await fetch(path, {
      headers: {Accept: 'application/json, application/problem+json'},
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (response.ok) {
      return await response.json();
    }
  } catch (failure) {
    // Called off by the page itself: not a finding about the server
    signal.throwIfAborted();
    throw new ApiError('lost', failure.message);
  }
  throw await refusal(response);
}

async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  const said = problem.detail || problem.title || `answer ${response.status}`;
  const retryAfterMs = Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0;
  if (response.status === 503) {
    return new ApiError('not-ready', said, retryAfterMs);
  }
  if (response.status === 404) {
    return new ApiError('unknown', said);
  }
  return new ApiError('refused', `${said} (${response.status})`, retryAfterMs);
}
