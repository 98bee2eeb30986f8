/** Elements, and the API for those who are measured. */

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const main = document.querySelector('#main');

/** What the API refused, or that it can't be reached. */
export class Trouble extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The token goes into a header, never into an address. */
export async function ask(path, {method = 'GET', token = null, body = undefined} = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        ...token && {Authorization: `Bearer ${token}`},
        ...body && {'Content-Type': 'application/json'},
      },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Trouble(0, 'The server does not answer. Try again in a moment.');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Trouble(response.status, problem.detail ?? `The server answered ${response.status}.`);
  }
  return response;
}

export const askJson = async (path, options) => (await ask(path, options)).json();

export const meetingPath = id => `/v1/meetings/${encodeURIComponent(id)}`;
