/** Who the server takes the viewer for. The token itself is in a cookie that no script can read. */

const TIMEOUT_MS = 5000;

/** Told to the window when an answer says that a token is needed. */
export const TOKEN_NEEDED = 'rapt:token-needed';

/** What the server says of access: {open, tokenNeeded, name, roles}; null when it can't be asked. */
export async function access() {
  try {
    const response = await fetch('/v1/access', {cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS)});
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Shows a token; null when it is good, else what the server says of it. */
export async function enter(token) {
  try {
    const response = await fetch('/v1/access/session', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({token}),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      return null;
    }
    const problem = await response.json().catch(() => ({}));
    return problem.detail || `The server answered ${response.status}`;
  } catch {
    return 'The server can\'t be reached';
  }
}

export async function leave() {
  await fetch('/v1/access/session', {method: 'DELETE', signal: AbortSignal.timeout(TIMEOUT_MS)}).catch(() => {});
}
