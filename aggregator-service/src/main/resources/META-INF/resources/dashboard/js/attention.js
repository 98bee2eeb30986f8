/** Where a participant's head was turned over the whole meeting, and for how long the eyes were closed, in plain words. */

import {h} from './dom.js';
import {percent, span} from './words.js';

const LEARNT_AFTER = 60;

const PARTS = [
  {key: 'facing', word: 'Facing', says: 'the head is turned where this person usually turns it; where the eyes look is not known'},
  {key: 'elsewhere', word: 'Turned elsewhere', says: 'a face in view, its head turned out of this person\'s usual directions'},
  {key: 'in-view', word: 'In view, direction unknown', says: 'a face in view of which no head pose was measured'},
  {key: 'away', word: 'Away', says: 'the picture is usable and shows no face'},
  {key: 'unmeasured', word: 'Unmeasured', says: 'camera off, dark, blurred, or no frames: nothing is known, which is not a low value'},
];

/** What to show of a summary; nothing while there is none. */
export function attention(summary) {
  if (!summary) {
    return [];
  }
  const seconds = secondsOf(summary);
  const shown = PARTS.filter(({key}) => seconds[key] > 0);
  const told = shown.map(({key, word}) => `${word.toLowerCase()} ${span(seconds[key])}`).join(', ');
  return [
    h('h4', {}, 'Attention', h('small', {}, ' (an estimate from the head\'s direction)')),
    h('div', {class: 'attention-bar', role: 'img', 'aria-label': `Of the whole time: ${told || 'nothing'}`},
        shown.map(part)),
    h('ul', {class: 'attention-words'},
        shown.map(({key, word, says}) => h('li', {title: says, 'data-attention': key},
            h('i', {class: `swatch attention-${key}`, 'aria-hidden': true}),
            `${word} `, h('data', {value: seconds[key]}, span(seconds[key])))),
        h('li', {title: 'Only for longer than a blink, and only where it can be told: facing, not looking down and not smiling', 'data-attention': 'eyes'},
            eyes(summary))),
    h('p', {class: 'attention-note'}, note(summary)),
  ];

  function part({key}) {
    const piece = h('i', {class: `attention-${key}`});
    piece.style.flexGrow = seconds[key];
    return piece;
  }
}

function secondsOf(summary) {
  const facing = summary.facingSeconds ?? 0;
  const elsewhere = summary.notFacingSeconds ?? 0;
  return {
    facing,
    elsewhere,
    'in-view': Math.max(0, (summary.measuredSeconds ?? 0) - facing - elsewhere),
    away: summary.awaySeconds ?? 0,
    unmeasured: summary.unmeasuredSeconds ?? 0,
  };
}

function eyes({eyesKnownSeconds: known, eyesClosedSeconds: closed}) {
  return known > 0 && closed !== null
      ? `Eyes closed ${span(closed)} of the ${span(known)} in which it can be told`
      : 'Eyes closed: not known';
}

function note({baseline, facing}) {
  const seconds = baseline?.measuredSeconds ?? 0;
  if (seconds === 0) {
    return 'No head pose was measured.';
  }
  const share = facing === null || facing === undefined ? '' : `Facing in ${percent(facing)} of the time with a known direction. `;
  const compared = 'Compared with this person\'s own calm head pose';
  if (baseline.state !== 'learnt') {
    return `${share}${compared}, provisional until ${LEARNT_AFTER} s are measured: ${span(seconds)} so far.`;
  }
  const further = baseline.furtherPoses?.length ?? 0;
  return `${share}${compared}${further > 0 ? ' and with where it keeps returning to' : ''}.`;
}
