/** What the meeting is, since when, and who speaks. */

import {h, setText} from '../base/dom.js';
import {speaker} from '../base/speech.js';
import {clock, day, plural, zone} from '../base/words.js';

export class Head {
  #title = h('h1', {id: 'meeting-title'});
  #facts = h('p', {class: 'facts', id: 'meeting-facts'});
  #frames = h('data', {class: 'meeting-frames'});
  #speaker = h('p', {class: 'facts speaker', id: 'meeting-speaker'});
  #signals = h('p', {class: 'facts', id: 'meeting-signals', hidden: true},
      'Only attention is measured in this meeting: whether a face is there, where it is turned, and whether its eyes are open. Nothing is estimated of what it expresses.');
  #labels = h('ul', {class: 'labels', 'aria-label': 'Labels', hidden: true});
  element = h('div', {class: 'page-head'}, this.#title, this.#labels, this.#facts, this.#signals, this.#speaker);

  show(meeting, roster, live) {
    const {id, title, labels = [], frames, endedAt} = meeting;
    const grouped = isGroupView(meeting);
    const first = Date.parse(meeting.firstCapturedAt);
    const last = Math.max(Date.parse(meeting.lastCapturedAt), roster.last);
    setText(this.#title, title || id);
    document.title = `${title || id} · Rapt`;
    this.#signals.hidden = !isAttentionOnly(meeting);
    this.#labels.hidden = labels.length === 0;
    if (this.#labels.textContent !== labels.join('')) {
      this.#labels.replaceChildren(...labels.map(label => h('li', {}, label)));
    }
    if (!grouped) {
      this.#frames.value = frames;
      setText(this.#frames, plural(frames, 'frame'));
    }
    const told = grouped ? 'Only groups are shown' : `${plural(roster.size, 'participant')} · `;
    const when = ` · ${day(first)}, ${clock(first)} to ${clock(last)} ${zone(last)}${endedAt ? `, ended ${clock(Date.parse(endedAt))}` : ''}`;
    // In the group view nothing is told of how many frames there are
    const counted = grouped ? [] : [this.#frames];
    if (this.#facts.textContent !== `${told}${grouped ? '' : plural(frames, 'frame')}${when}`) {
      this.#facts.replaceChildren(told, ...counted, when);
    }
    setText(this.#speaker, live ? speaker(meeting.activeSpeaker) : '');
  }
}

/** Whether of a meeting nothing is told of expressions. */
export const isAttentionOnly = ({signals}) => signals === 'attention';

/** Whether of a meeting only groups are shown. */
export const isGroupView = ({view}) => view === 'group';
