/** A timeline that answers: pointer or arrow keys choose a bucket, and a line of text reads it out. */

import {h, s, setAttribute} from './dom.js';
import {HEIGHT, cursor, draw, scaleOf} from './timeline.js';
import {EXPRESSIONS, PRESENCE, clock, name, percent, plural} from './words.js';

const TOLD = 3;

export class Plot {
  #who;
  #frame;
  #readout = h('p', {class: 'readout'});
  #mark = null;
  #chosen = null;
  #buckets = [];
  #range = null;
  #view = 'lines';
  #scale = null;

  constructor(who) {
    this.#who = who;
    this.#frame = h('div', {class: 'plot', role: 'slider', tabindex: 0, 'aria-valuemin': 0});
    this.#frame.style.minHeight = `${HEIGHT}px`;
    this.#frame.addEventListener('pointermove', event => this.#point(event));
    this.#frame.addEventListener('pointerdown', event => this.#point(event));
    this.#frame.addEventListener('pointerleave', () => this.#choose(null));
    this.#frame.addEventListener('keydown', event => this.#key(event));
    this.#frame.addEventListener('blur', () => this.#choose(null));
    new ResizeObserver(() => this.#draw()).observe(this.#frame);
    this.elements = [this.#frame, this.#readout];
  }

  show(buckets, range, view) {
    this.#buckets = buckets;
    this.#range = range;
    this.#view = view;
    this.#draw();
  }

  #draw() {
    const width = Math.floor(this.#frame.clientWidth);
    if (!this.#range || width === 0) {
      return;
    }
    this.#scale = scaleOf(this.#range, width);
    this.#frame.replaceChildren(draw(this.#buckets, this.#range, this.#scale, this.#view));
    this.#mark = s('g');
    this.#frame.firstChild.append(this.#mark);
    this.#read();
  }

  #index() {
    return this.#buckets.findIndex(bucket => bucket.start === this.#chosen);
  }

  /** Keeps the choice by time, so that it stays on its moment while the timeline moves on. */
  #choose(bucket) {
    this.#chosen = bucket?.start ?? null;
    this.#read();
  }

  #point(event) {
    if (this.#scale) {
      const time = this.#scale.time(event.clientX - this.#frame.getBoundingClientRect().left);
      this.#choose(this.#buckets.find(bucket => bucket.start <= time && time < bucket.end));
    }
  }

  #key(event) {
    const last = this.#buckets.length - 1;
    const at = this.#index() < 0 ? last : this.#index();
    const to = {ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: last,
      PageUp: at + 6, PageDown: at - 6}[event.key];
    if (event.key === 'Escape') {
      this.#choose(null);
    } else if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.#choose(this.#buckets[Math.max(0, Math.min(last, to))]);
    }
  }

  #read() {
    const chosen = this.#index();
    const latest = this.#buckets.findLastIndex(bucket => bucket.state !== 'none');
    const at = chosen < 0 ? latest : chosen;
    const bucket = this.#buckets[at];
    this.#mark?.replaceChildren(...(chosen < 0 ? [] : [cursor(bucket, this.#scale)]));
    this.#readout.replaceChildren(...(bucket ? told(bucket, chosen < 0) : ['No frames in the time shown']));
    setAttribute(this.#frame, 'aria-label', `Timeline of ${this.#who}: mean probability of each expression over time`);
    setAttribute(this.#frame, 'aria-valuemax', Math.max(0, this.#buckets.length - 1));
    setAttribute(this.#frame, 'aria-valuenow', Math.max(0, at));
    setAttribute(this.#frame, 'aria-valuetext', this.#readout.textContent);
  }
}

function told(bucket, latest) {
  const when = `${latest ? 'Latest: ' : ''}${clock(bucket.start)} to ${clock(bucket.end)}`;
  const parts = [h('span', {class: 'readout-when'}, when)];
  if (bucket.expressions) {
    const first = [...EXPRESSIONS].sort((a, b) => bucket.expressions[b] - bucket.expressions[a]).slice(0, TOLD);
    for (const expression of first) {
      parts.push(' ', h('span', {class: `readout-part x-${expression}`}, h('i', {class: 'swatch', 'aria-hidden': true}),
          `${name(expression)} ${percent(bucket.expressions[expression])}`));
    }
  } else {
    parts.push(' ', PRESENCE[bucket.state]?.word.toLowerCase() ?? 'no frames yet');
  }
  parts.push(' ', h('span', {class: 'readout-frames'}, plural(bucket.frames ?? 0, 'frame')));
  return parts;
}
