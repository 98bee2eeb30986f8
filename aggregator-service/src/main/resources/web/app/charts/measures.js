/** What a timeline can show: the field of the API, its words, and how its numbers are written and coloured. */

import {EXPRESSIONS, LABELS, NOT_MEASURED, absent, capital, decimal, name, percent} from '../base/words.js';

const share = value => percent(value);
const signed = value => decimal(value, 2);

const MAIN = [
  {
    id: 'engagementIndex',
    word: 'Engagement index',
    says: 'A weighted mean of what was measured, from 0 to 1. It is not validated as a measure of engagement.',
    scale: [0, 1],
    write: value => decimal(value, 2),
    of: step => step.engagement?.index,
  },
  {
    id: 'facing',
    word: 'Facing',
    says: 'Share of the time with a known direction in which the head was turned where this person usually turns it. Where the eyes look is not known.',
    scale: [0, 1],
    write: share,
    of: step => step.facing,
  },
  {
    id: 'displayed',
    expression: true,
    word: 'Displayed expression',
    says: 'The label displayed at the end of each step: an estimate of visible expression. As lines: the share of the time in which each was displayed.',
    labels: true,
    write: label => capital(name(label)),
    of: step => step.displayed,
  },
  {id: 'expressiveness', expression: true, word: 'Expressiveness', says: 'How much of the expression was other than neutral.', scale: [0, 1], write: value => decimal(value, 2), of: step => step.expressiveness},
  {id: 'valence', expression: true, word: 'Valence', says: 'From unpleasant (−1) to pleasant (1), derived from the mean probabilities.', scale: [-1, 1], write: signed, of: step => step.valence},
  {id: 'arousal', expression: true, word: 'Arousal', says: 'From calm (−1) to excited (1), derived from the mean probabilities.', scale: [-1, 1], write: signed, of: step => step.arousal},
  {id: 'eyesOpen', word: 'Eyes open', says: 'Share of the time in which it can be told whether the eyes are closed for longer than a blink.', scale: [0, 1], write: share, of: step => step.eyesOpen},
  {id: 'speakingShare', word: 'Speaking', says: 'Share of the time somebody spoke, as the bot says; never guessed from a mouth.', scale: [0, 1], write: share, of: step => step.speaking?.share},
  {id: 'coverage', word: 'Coverage', says: 'Share of the time of which something is known: a face was measured, or nobody was there.', scale: [0, 1], write: share, of: step => step.coverage},
];

const PROBABILITIES = EXPRESSIONS.map(expression => ({
  id: expression,
  expression: true,
  word: capital(expression),
  says: 'Mean probability by the model: an estimate of visible expression, not of what a person feels.',
  scale: [0, 1],
  write: share,
  of: step => step.expressions?.[expression],
}));

const GROUPS = [
  {word: 'Estimates', measures: MAIN},
  {word: 'Mean probability of an expression', measures: PROBABILITIES},
];

const ALL = [...MAIN, ...PROBABILITIES];

const isShown = ({expression = false}, attentionOnly) => !(attentionOnly && expression);

/** What may be chosen; of a meeting of which only attention is measured, no expression. */
export const groups = attentionOnly => GROUPS
    .map(({word, measures}) => ({word, measures: measures.filter(measure => isShown(measure, attentionOnly))}))
    .filter(({measures}) => measures.length > 0);

/** The one of that name, or the usual one where it can't be chosen. */
export const measureOf = (id, attentionOnly = false) => ALL.find(measure => measure.id === id && isShown(measure, attentionOnly)) ?? MAIN[0];

/** A value in words; "not measured" where there is none. */
export const written = (measure, value) => absent(value) ? NOT_MEASURED : measure.write(value);

/** The value as a number to draw; labels by their place. */
export const drawn = (measure, value) => absent(value) ? null : measure.labels ? LABELS.indexOf(value) : value;
