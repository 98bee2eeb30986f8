/** One meeting, live or afterwards: who is in it, the timeline, the breakdown, the markers. */

import {settle} from '../base/address.js';
import {h} from '../base/dom.js';
import {banner, note, say, trouble} from '../base/notices.js';
import {clock} from '../base/words.js';
import {api} from '../data/api.js';
import {Poller} from '../data/poller.js';
import {rangeOf, wholeOf} from '../data/range.js';
import {Roster} from '../data/roster.js';
import {Liveliness} from '../list/liveliness.js';
import {Breakdown} from './breakdown.js';
import {CardsPanel} from './cards-panel.js';
import {MeetingChoice} from './choice.js';
import {GroupPanel} from './group-panel.js';
import {Head, isAttentionOnly, isGroupView} from './head.js';
import {LiveFeed} from './live-feed.js';
import {MarkersPanel} from './markers-panel.js';
import {TimelinePanel} from './timeline-panel.js';

const PAUSE_MS = 5000;
/** In the group view times are told to the minute. */
const MINUTE_MS = 60_000;
/** Joining, leaving and cameras come with the list; the stream brings all else. */
const LIST_MS = 15_000;

export class MeetingPage {
  #id;
  #choice;
  #roster = new Roster();
  #liveliness = new Liveliness();
  #meeting = null;
  #whole = null;
  #listedAt = 0;
  #seenAt = null;
  #failing = false;
  #head = new Head();
  #groups = null;
  #timeline;
  #breakdown;
  #markers;
  #cards;
  #feed;
  #poller = new Poller(signal => this.#cycle(signal), error => this.#failed(error), PAUSE_MS);
  #place = h('div', {}, note('loading', null, h('p', {}, 'Loading the meeting…')));
  #body;
  element;

  constructor(id, query) {
    this.#id = id;
    this.#choice = new MeetingChoice(query);
    const chosen = values => this.#chosen(values);
    this.#timeline = new TimelinePanel(id, this.#choice, chosen);
    this.#breakdown = new Breakdown(id, chosen);
    this.#markers = new MarkersPanel(id, () => this.#poller.now(), chosen);
    this.#cards = new CardsPanel(chosen);
    this.#feed = new LiveFeed(id, this.#roster, {
      changed: (ids, rows) => this.#heard(ids, rows),
      speaker: active => this.#speaks(active),
      markers: markers => this.#marked(markers),
      again: () => this.#anew(),
      over: () => this.#poller.now(),
      connection: () => this.#tell(),
    });
    this.#body = h('div', {class: 'meeting-body', hidden: true},
        h('div', {class: 'column'}, this.#timeline.element, this.#cards.element),
        h('div', {class: 'column'}, this.#breakdown.element, this.#markers.element));
    this.element = h('section', {class: 'page page-meeting', 'aria-labelledby': 'meeting-title'}, this.#head.element, this.#place, this.#body);
  }

  open() {
    document.title = `${this.#id} · Rapt`;
    say('connecting', 'Connecting…');
    this.#poller.now();
  }

  asked(query) {
    this.#choice.read(query);
    this.#show();
    this.#poller.now();
  }

  close() {
    document.body.classList.remove('attention-only');
    this.#poller.close();
    this.#feed.close();
    this.#groups?.close();
    this.#timeline.close();
    this.#breakdown.close();
    this.#cards.close();
  }

  async #cycle(signal) {
    const meeting = await api.meeting(this.#id, signal);
    this.#meeting = meeting;
    this.#choice.attentionOnly = isAttentionOnly(meeting);
    document.body.classList.toggle('attention-only', this.#choice.attentionOnly);
    this.#liveliness.seen([meeting]);
    if (isGroupView(meeting) && meeting.firstCapturedAt) {
      await this.#together(meeting, signal);
      return;
    }
    if (!isGroupView(meeting) && this.#listIsDue()) {
      this.#roster.listed(await api.participants(this.#id, signal));
      this.#listedAt = Date.now();
    }
    if (!meeting.firstCapturedAt) {
      this.#body.hidden = true;
      this.#place.replaceChildren(nobody());
      this.#failing = false;
      document.body.classList.remove('stale');
      this.#tell();
      return;
    }
    this.#whole = wholeOf(Date.parse(meeting.firstCapturedAt), Math.max(Date.parse(meeting.lastCapturedAt), this.#roster.last));
    this.#body.hidden = false;
    this.#place.replaceChildren();
    this.#feed.open();
    await this.#feed.catchUp(this.#whole.to, this.#choice.attentionOnly, signal);
    this.#show();
    await this.#load(signal);
    this.#seenAt = Date.now();
    this.#failing = false;
    document.body.classList.remove('stale');
    this.#tell();
  }

  /** A meeting of which only groups are shown: no stream, no cards, nobody's name. */
  async #together(meeting, signal) {
    this.#feed.close();
    this.#body.hidden = true;
    if (!this.#groups) {
      this.#groups = new GroupPanel(this.#id);
      this.#place.replaceChildren(this.#groups.element);
    }
    const whole = {from: Date.parse(meeting.firstCapturedAt), to: Date.parse(meeting.lastCapturedAt) + MINUTE_MS};
    this.#head.show(meeting, this.#roster, this.#liveliness.of(meeting));
    await this.#groups.load({whole, groups: Object.keys(meeting.groups), attentionOnly: this.#choice.attentionOnly}, signal);
    this.#seenAt = Date.now();
    this.#failing = false;
    document.body.classList.remove('stale');
    this.#tell();
  }

  /** The past of what is chosen, at a resolution that fits the pixels. */
  async #load(signal) {
    await this.#markers.load(signal);
    const range = this.#range();
    await Promise.all([
      this.#timeline.load(range, this.#whole, this.#feed.isOpen, signal),
      this.#breakdown.load(this.#choice.who, this.#choice.isWhole ? null : range, this.#meeting.frames, signal),
    ]);
    this.#show();
  }

  #range() {
    return rangeOf(this.#choice.range, this.#whole, this.#timeline.width);
  }

  #show() {
    if (!this.#whole) {
      return;
    }
    const live = this.#liveliness.of(this.#meeting);
    const {who} = this.#choice;
    const people = this.#cards.filtered(this.#roster.people());
    this.#head.show(this.#meeting, this.#roster, live);
    this.#timeline.show({range: this.#range(), whole: this.#whole, people, markers: this.#markers.markers, who, live});
    this.#breakdown.show(this.#roster, who, this.#choice.isWhole ? null : this.#range(), this.#choice.attentionOnly);
    this.#markers.show(this.#range());
    this.#cards.show(this.#roster, people, who, live ? this.#meeting.activeSpeaker : null, this.#choice.attentionOnly);
  }

  #chosen(values) {
    this.#choice.set(values);
    settle(this.#choice.written());
    this.#show();
    if (!('filter' in values)) {
      this.#poller.now();
    }
  }

  #heard(ids, rows) {
    if (ids.some(id => !this.#roster.get(id)?.lastCapturedAt)) {
      this.#listedAt = 0;
    }
    if (this.#whole) {
      const whole = wholeOf(this.#whole.from, Math.max(this.#whole.to - 1, this.#roster.last));
      // What a stream tells at first has been before
      if (whole.to > this.#whole.to) {
        this.#liveliness.grew(this.#id);
      }
      this.#whole = whole;
      this.#timeline.heard(rows, this.#range());
      this.#show();
      this.#tell();
    }
  }

  #speaks(active) {
    if (this.#meeting) {
      this.#meeting.activeSpeaker = active;
      this.#show();
    }
  }

  #marked(markers) {
    this.#markers.told(markers);
    this.#show();
  }

  /** The stream has lost its place: everything is read again. */
  #anew() {
    this.#timeline.forget();
    this.#listedAt = 0;
    this.#poller.now();
  }

  #listIsDue() {
    return !this.#feed.isOpen || Date.now() - this.#listedAt > LIST_MS;
  }

  /** What the page says of its connection. It changes with the state, not by the second. */
  #tell() {
    if (!this.#meeting || this.#failing) {
      return;
    }
    const live = this.#liveliness.of(this.#meeting);
    if (this.#feed.isCut) {
      say('polling', 'Disconnected, trying again');
      banner(`The live stream is cut, trying again. Meanwhile the figures are asked for every ${PAUSE_MS / 1000} seconds.`);
      return;
    }
    banner(null);
    if (this.#meeting.endedAt) {
      say('ended', 'Ended');
    } else {
      say(live ? 'live' : 'quiet', live ? 'Live' : isGroupView(this.#meeting) && this.#meeting.firstCapturedAt ? `Frames until ${clock(Date.parse(this.#meeting.lastCapturedAt))}` : !this.#whole ? 'Waiting for frames' : `No new frames since ${clock(this.#roster.last || Date.parse(this.#meeting.lastCapturedAt))}`);
    }
  }

  #failed(error) {
    if (error.kind === 'unknown' || error.kind === 'erased') {
      this.#feed.close();
      this.#body.hidden = true;
      this.#place.replaceChildren(error.kind === 'unknown' ? unknown(this.#id) : erased(this.#id));
      say('waiting', error.kind === 'unknown' ? 'Not known' : 'Erased');
      return;
    }
    this.#failing = true;
    document.body.classList.add('stale');
    trouble(error, this.#seenAt);
  }
}

const nobody = () => note('empty', 'Nobody yet', h('p', {}, 'The meeting is declared, and no frame of it has been counted. Participants appear here by themselves.'));

const unknown = id => note('empty', 'This meeting is not known',
    h('p', {}, 'No frame of ', h('code', {}, id), ' has been counted, or its time of keeping is over. Should frames of it arrive, they appear here.'),
    h('p', {}, h('a', {href: '#/'}, 'All meetings')));

const erased = id => note('empty', 'This meeting was erased',
    h('p', {}, 'Nothing is told of ', h('code', {}, id), ' any more.'),
    h('p', {}, h('a', {href: '#/'}, 'All meetings')));
