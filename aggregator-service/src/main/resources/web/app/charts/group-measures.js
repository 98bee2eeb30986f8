/** What the group view can show: the fields of its steps, their words, and how their numbers are written. */

import {EXPRESSIONS, capital, decimal, percent} from '../base/words.js';

const number = value => decimal(value, 2);

const ATTENTION = [
  {id: 'attention', word: 'Attention', says: 'Share of the time in which heads were turned where each person usually turns it, of that in which this is known or nobody was there. Where the eyes look is not known.', scale: [0, 1], write: percent},
  {id: 'away', word: 'Away', says: 'Share of the known time in which nobody was in the picture.', scale: [0, 1], write: percent},
  {id: 'eyesOpen', word: 'Eyes open', says: 'Share of the time in which it can be told whether the eyes are closed for longer than a blink.', scale: [0, 1], write: percent},
  {id: 'engagementIndex', word: 'Engagement index', says: 'A weighted mean of these figures, from 0 to 1. It is not validated as a measure of engagement.', scale: [0, 1], write: number},
];

const EXPRESSION = [
  {id: 'expressiveness', word: 'Expressiveness', says: 'How much of the expression was other than neutral.', scale: [0, 1], write: number},
  {id: 'valence', word: 'Valence', says: 'From unpleasant (−1) to pleasant (1), derived from the mean probabilities.', scale: [-1, 1], write: number},
  {id: 'arousal', word: 'Arousal', says: 'From calm (−1) to excited (1), derived from the mean probabilities.', scale: [-1, 1], write: number},
  ...EXPRESSIONS.map(id => ({id, word: capital(id), says: 'Mean probability by the model: an estimate of visible expression, not of what anybody feels.', scale: [0, 1], write: percent, of: step => step.expressions?.[id]})),
];

export const groupMeasures = attentionOnly => attentionOnly ? ATTENTION : [...ATTENTION, ...EXPRESSION];

export const groupValue = (measure, step) => (measure.of ? measure.of(step) : step[measure.id]) ?? null;

/** A step's value in words, and why there is none. */
export function groupWritten(measure, step) {
  const value = groupValue(measure, step);
  return value !== null ? measure.write(value) : step.pending ? 'not published yet' : step.tooFew ? 'too few' : 'not told';
}
