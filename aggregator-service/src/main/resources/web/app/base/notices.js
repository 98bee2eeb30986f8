/** What the page says of itself: live or quiet, connected or not, fresh or from a standby. */

import {byId, h, setAttribute, setText} from './dom.js';
import {onFreshness} from '../data/freshness.js';
import {clock} from './words.js';

/** The state at the top: connecting, live, quiet, waiting, starting, polling, lost, ended. */
export function say(state, text) {
  const live = byId('live');
  setAttribute(live, 'data-state', state);
  setText(live, text);
}

/** A line below the header, read out once when it changes; null takes it away. */
export function banner(text) {
  const element = byId('banner');
  element.hidden = text === null;
  setText(element, text ?? '');
}

/** Says while answers come from a standby copy. */
export function watchFreshness() {
  onFreshness(stale => {
    const element = byId('stale');
    element.hidden = !stale;
    setText(element, stale
        ? 'The instance that keeps this meeting is away: these figures are a standby\'s copy and may be some seconds old.'
        : '');
  });
}

/**
 * The failure in words, with when the figures are from. It says nothing that changes by the second, so that a screen
 * reader hears it once.
 */
export function trouble(error, seenAt) {
  const standing = seenAt ? ` What you see is from ${clock(seenAt)}.` : '';
  if (error.kind === 'not-ready') {
    say('starting', 'Not ready');
    banner(`The timelines are not ready to be read yet, trying again.${standing}`);
  } else if (error.kind === 'lost') {
    say('lost', 'Disconnected');
    banner(`Disconnected, trying again.${standing}`);
  } else if (error.kind === undefined) {
    console.error(error);
    say('lost', 'Page failed');
    banner(`This page could not show what it was given (${error.message}), trying again.${standing}`);
  } else {
    say('lost', 'Refused');
    banner(`The server refused: ${error.message}; trying again.${standing}`);
  }
}

/** A quiet frame for what stands where data will be, or where there is none. */
export function note(kind, title, ...children) {
  return h('div', {class: `note note-${kind}`}, title && h('h2', {}, title), ...children);
}
