/** The page: asks the API in a steady rhythm and shows the chosen meeting. */

import {api} from './api.js';
import {Card} from './card.js';
import {Choice} from './choice.js';
import {byId, h, setText} from './dom.js';
import {legend} from './legend.js';
import {MeetingList, latestFirst} from './meetings.js';
import {Liveness, banner, empty, trouble} from './notices.js';
import {Poller, inTurn} from './poller.js';
import {rangeOf} from './range.js';
import {speaker} from './speech.js';
import {clock, day, plural, zone} from './words.js';

const AT_ONCE = 4;

const cardsElement = byId('cards');
const cards = new Map();
const answers = new Map();
const liveness = new Liveness();
let shownMeeting = null;
let seenAt = null;

const choice = new Choice(() => {
  showChoice();
  poller.now();
});
const list = new MeetingList(byId('meetings'), meeting => choice.set({meeting}));
const poller = new Poller(cycle, (error, pause) => {
  if (!error.kind) {
    console.error(error);
  }
  document.body.classList.add('stale');
  trouble(error, pause, seenAt);
});

for (const option of ['range', 'view']) {
  byId(option).addEventListener('change', event => choice.set({[option]: event.target.value}));
}
legend(byId('legend'), cardsElement);
setText(byId('zone'), `Times are in ${zone(Date.now())}.`);
showChoice();
poller.now();

async function cycle(signal) {
  const meetings = latestFirst(await api.meetings(signal));
  if (!choice.meeting && meetings.length > 0) {
    choice.settle({meeting: meetings[0].id});
  }
  list.show(meetings, choice.meeting);
  const meeting = meetings.find(({id}) => id === choice.meeting);
  if (meeting) {
    await showMeeting(meeting, signal);
  } else {
    empty(choice.meeting ? 'unknown' : 'no-meeting', choice.meeting);
    document.title = 'Rapt: meeting timelines';
    byId('live').dataset.state = 'waiting';
    setText(byId('live'), 'Waiting for frames');
  }
  byId('empty').hidden = Boolean(meeting);
  byId('meeting').hidden = !meeting;
  seenAt = Date.now();
  document.body.classList.remove('stale');
  banner(null);
}

async function showMeeting(meeting, signal) {
  const [participants, {activeSpeaker}] = await Promise.all([
    api.participants(meeting.id, signal),
    api.meeting(meeting.id, signal),
  ]);
  participants.sort((a, b) => a.id.localeCompare(b.id, 'en', {numeric: true}));
  const last = Math.max(Date.parse(meeting.lastCapturedAt), ...participants.map(one => Date.parse(one.lastCapturedAt)));
  const range = rangeOf(choice.range, Date.parse(meeting.firstCapturedAt), last);
  if (shownMeeting !== meeting.id) {
    forget();
    shownMeeting = meeting.id;
  }
  byId('empty').hidden = true;
  byId('meeting').hidden = false;
  liveness.show(meeting, last);
  showFacts(meeting, last);
  setText(byId('meeting-speaker'), speaker(activeSpeaker));
  arrange(participants.map(({id}) => id));
  for (const participant of participants) {
    showCard(participant, last);
  }
  await inTurn(participants, AT_ONCE, async participant => {
    // Asked again only when something can have changed: the participant's frames, or the stretch of time shown
    const key = `${range.from} ${range.to} ${range.resolution} ${participant.frames} ${participant.lastCapturedAt}`;
    if (answers.get(participant.id)?.key !== key) {
      const answer = await answersOf(meeting.id, participant.id, range, signal);
      signal.throwIfAborted();
      answers.set(participant.id, {key, range, ...answer});
      showCard(participant, last);
    }
  });
}

async function answersOf(meeting, id, range, signal) {
  const [summary, timeline] = await Promise.all([
    api.summary(meeting, id, signal),
    api.timeline(meeting, id, range, signal),
  ]);
  return {summary, timeline};
}

function showCard(participant, last) {
  const answer = answers.get(participant.id);
  if (answer) {
    cards.get(participant.id).show({participant, ...answer, view: choice.view, last});
    showModel(answer.summary.model ?? answer.timeline.model);
  }
}

/** One card each, in this order; those that are there already stay the same elements. */
function arrange(ids) {
  for (const [id, card] of cards) {
    if (!ids.includes(id)) {
      card.element.remove();
      cards.delete(id);
      answers.delete(id);
    }
  }
  ids.forEach((id, place) => {
    if (!cards.has(id)) {
      cards.set(id, new Card(id));
    }
    const {element} = cards.get(id);
    if (cardsElement.children[place] !== element) {
      cardsElement.insertBefore(element, cardsElement.children[place] ?? null);
    }
  });
}

function showFacts(meeting, last) {
  const first = Date.parse(meeting.firstCapturedAt);
  document.title = `${meeting.id} · Rapt`;
  setText(byId('meeting-title'), meeting.id);
  byId('meeting-facts').replaceChildren(
      `${plural(meeting.participants, 'participant')} · `,
      h('data', {value: meeting.frames, class: 'meeting-frames'}, plural(meeting.frames, 'frame')),
      ` · ${day(first)}, ${clock(first)} to ${clock(last)} ${zone(last)}`);
}

function showModel(model) {
  if (model) {
    setText(byId('model'), `Model: ${model.name} ${model.version}.`);
  }
}

function showChoice() {
  for (const option of ['range', 'view']) {
    const input = byId(option).querySelector(`input[value="${choice[option]}"]`);
    input.checked = true;
  }
}

function forget() {
  answers.clear();
  cards.forEach(card => card.element.remove());
  cards.clear();
}
