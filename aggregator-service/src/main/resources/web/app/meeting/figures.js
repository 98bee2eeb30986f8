/** What a summary says, in figures and words. */

import {h} from '../base/dom.js';
import {NOT_MEASURED, absent, decimal, percent, span} from '../base/words.js';
import {speaking, speakingTitle} from '../base/speech.js';

const known = (value, write) => absent(value) ? NOT_MEASURED : write(value);

export function figures(summary, attentionOnly) {
  return h('div', {}, index(summary.engagement), h('dl', {class: 'figures'}, rows(summary, attentionOnly).map(([term, value, says]) =>
    h('div', {title: says}, h('dt', {}, term), h('dd', {}, value)))));
}

/** The index with what it was made of. */
function index(engagement) {
  const {index: value, version, components = []} = engagement ?? {};
  return h('div', {class: 'index'},
      h('p', {class: 'index-value'}, h('span', {}, 'Engagement index '), h('data', {value: value ?? ''}, known(value, number => decimal(number, 2)))),
      h('p', {class: 'says'}, 'Not validated as a measure of engagement.',
          components.length > 0 && ` Made of ${components.map(({name, value: part, weight}) => `${name} ${decimal(part, 2)} × ${weight}`).join(', ')}${version ? `; formula ${version}` : ''}.`));
}

function rows(summary, attentionOnly) {
  return [
    ['Facing', known(summary.facing, percent), 'Share of the time with a known direction in which the head was turned where this person usually turns it; where the eyes look is not known'],
    ['Eyes closed', eyes(summary), `For longer than a blink, where it can be told: facing${attentionOnly ? ' and not looking down' : ', not looking down and not smiling'}`],
    ...attentionOnly ? [] : expressions(summary),
    spoken(summary),
    ['Measured', span(summary.measuredSeconds), 'A face was in view and was read'],
    ['Away', span(summary.awaySeconds), 'The picture was usable and showed no face'],
    ['Unmeasured', span(summary.unmeasuredSeconds), 'Camera off, dark, blurred, or no frames: nothing is known, which is not a low value'],
    ...absent(summary.coverage) ? [] : [['Coverage', percent(summary.coverage), 'Share of the time of which something is known']],
  ];
}

const expressions = summary => [
  ['Expressiveness', known(summary.expressiveness, value => decimal(value, 2)), 'How much of the expression was other than neutral'],
  ['Valence', known(summary.valence, value => decimal(value, 2)), 'From unpleasant (−1) to pleasant (1)'],
  ['Arousal', known(summary.arousal, value => decimal(value, 2)), 'From calm (−1) to excited (1)'],
];

/** Of one person what their bot says; of several, the share of their time together. */
function spoken({speaking: known, speakingShare}) {
  return absent(speakingShare)
      ? ['Speaking', speaking(known), speakingTitle(known)]
      : ['Speaking', percent(speakingShare), 'Share of the time of which it is known who speaks; of several people, of their time together'];
}

function eyes({eyesKnownSeconds: seconds, eyesClosedSeconds: closed}) {
  return seconds > 0 && !absent(closed) ? `${span(closed)} of ${span(seconds)}` : NOT_MEASURED;
}
