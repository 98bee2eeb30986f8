/**
 * The address is where the page's state lives, so that a link keeps it and the back button undoes it:
 * `#/`, `#/meetings/ID?who=…&measure=…`, `#/picture`.
 */

/** What is asked for: {page: 'list' | 'meeting' | 'picture', id, query: URLSearchParams} */
export function address() {
  const [path, query = ''] = location.hash.replace(/^#/, '').split('?');
  const [, page, id] = path.split('/');
  if (page === 'meetings' && id) {
    return {page: 'meeting', id: decoded(id), query: new URLSearchParams(query)};
  }
  return {page: page === 'picture' ? 'picture' : 'list', id: null, query: new URLSearchParams(query)};
}

export const meetingAddress = id => `#/meetings/${encodeURIComponent(id)}`;

/** Changes the query of the address in place: no step in the history and no event. Null takes a value away. */
export function settle(values) {
  const {query} = address();
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') {
      query.delete(key);
    } else {
      query.set(key, value);
    }
  }
  const [path] = location.hash.replace(/^#/, '').split('?');
  const written = query.toString();
  history.replaceState(null, '', `#${path || '/'}${written ? `?${written}` : ''}`);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand with a lone percent sign: taken as it stands
    return text;
  }
}
