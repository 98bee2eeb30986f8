/** What the page says of itself: live or quiet, connected or not, and what to do where there is nothing to show. */

import {byId, h, setAttribute, setText} from './dom.js';
import {clock, span} from './words.js';

const QUIET_AFTER_MS = 12_000;

/** Watches the frame count: "live" is what has grown before our eyes, not what a clock claims. */
export class Liveness {
  #meeting = null;
  #frames = null;
  #grewAt = 0;

  show(meeting, last) {
    const now = Date.now();
    if (this.#meeting !== meeting.id) {
      this.#meeting = meeting.id;
      this.#frames = meeting.frames;
      this.#grewAt = Math.min(now, last);
    } else if (meeting.frames !== this.#frames) {
      this.#frames = meeting.frames;
      this.#grewAt = now;
    }
    const live = now - this.#grewAt < QUIET_AFTER_MS;
    say(live ? 'live' : 'quiet', live ? 'Live' : `No new frames since ${clock(last)}`);
  }
}

export function say(state, text) {
  const live = byId('live');
  setAttribute(live, 'data-state', state);
  setText(live, text);
}

export function banner(text) {
  const element = byId('banner');
  element.hidden = text === null;
  setText(element, text ?? '');
}

/** The failure in words, with when it is tried again and from when the figures are. */
export function trouble(error, pause, seenAt) {
  const again = `retrying in ${span(Math.max(1, pause / 1000))}`;
  const standing = seenAt ? ` What you see is from ${clock(seenAt)}.` : '';
  if (error.kind === 'not-ready') {
    say('starting', 'Not ready');
    banner(`The timelines are not ready to be read yet, ${again}.${standing}`);
  } else if (error.kind === 'lost') {
    say('lost', 'Connection lost');
    banner(`Connection lost, ${again}.${standing}`);
  } else if (error.kind === undefined) {
    say('lost', 'Page failed');
    banner(`This page could not show what it was given (${error.message}), ${again}.${standing}`);
  } else {
    say('lost', 'Refused');
    banner(`The server refused: ${error.message}; ${again}.${standing}`);
  }
}

export function empty(kind, meeting) {
  const section = byId('empty');
  if (section.dataset.kind === `${kind} ${meeting}`) {
    return;
  }
  section.dataset.kind = `${kind} ${meeting}`;
  section.replaceChildren(...(kind === 'no-meeting' ? noMeeting() : noSuchMeeting(meeting)));
}

function noMeeting() {
  return [
    h('h2', {}, 'No meeting yet'),
    h('p', {}, 'Timelines appear here by themselves as soon as the first frame has been counted.'),
    h('ul', {},
        h('li', {}, 'To watch a sample meeting: ', h('code', {}, 'bin/demo')),
        h('li', {}, 'To send one picture of a participant:',
            h('pre', {tabindex: 0}, h('code', {}, 'curl --data-binary @face.jpg -H "Content-Type: image/jpeg" \\\n'
                + `  ${location.origin}/v1/meetings/my-meeting/participants/me/frames`))),
        h('li', {}, 'To stream many: a WebSocket at ',
            h('code', {}, `${location.origin.replace(/^http/, 'ws')}/v1/meetings/my-meeting/stream`))),
  ];
}

function noSuchMeeting(meeting) {
  return [
    h('h2', {}, 'This meeting is not known'),
    h('p', {}, 'No frame of ', h('code', {}, meeting), ' has been counted, or its time of keeping is over. '
        + 'Choose another one above; should frames of it arrive, they appear here.'),
  ];
}
