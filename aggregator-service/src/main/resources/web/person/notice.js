/** For everybody in a meeting: what it measures, and what is measured now. */

import {askJson, h, main, meetingPath} from './dom.js';
import {NoticeText} from './notice-text.js';
import {STATES, moment} from './words.js';

const PAUSE_MS = 10_000;

export async function notice() {
  const meeting = new URLSearchParams(location.search).get('meeting');
  const title = h('h1', {}, 'What is measured in this meeting');
  if (!meeting) {
    main.replaceChildren(title, h('p', {role: 'alert'}, 'The address names no meeting: ask the organiser for the whole link.'));
    return;
  }
  const text = new NoticeText(meeting);
  const now = h('p', {id: 'now', role: 'status'});
  const facts = h('p', {class: 'quiet', id: 'facts'});
  main.replaceChildren(title, h('section', {class: 'now', 'aria-label': 'Now'}, now, facts), text.element);
  try {
    await text.load();
  } catch (trouble) {
    main.replaceChildren(title, h('p', {role: 'alert'}, trouble.status === 410 ? 'This meeting is erased: nothing is kept of it and nothing is measured.' : trouble.message));
    return;
  }
  await tell(meeting, now, facts);
}

async function tell(meeting, now, facts) {
  try {
    const told = await askJson(`${meetingPath(meeting)}/measuring`);
    say(now, STATES[told.state]);
    now.dataset.state = told.state;
    say(facts, [people(told), told.since && `since ${moment(told.since)}`].filter(Boolean).join(', '));
  } catch (trouble) {
    say(now, trouble.message);
    delete now.dataset.state;
  }
  setTimeout(() => tell(meeting, now, facts), PAUSE_MS);
}

/** Changes nothing where nothing changed, so that nothing is read out again. */
function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function people({state, people: count, tooFew}) {
  if (state !== 'measuring') {
    return null;
  }
  return tooFew ? 'Too few people to say how many' : `${count} ${count === 1 ? 'person' : 'people'} now`;
}
