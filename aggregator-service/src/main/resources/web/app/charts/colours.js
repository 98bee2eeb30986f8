/** The colours of the charts, from the stylesheet: told apart with colour-blind eyes (after Okabe and Ito). */

import {colour} from '../base/theme.js';
import {LABELS} from '../base/words.js';

const RAMP = ['ramp-0', 'ramp-1', 'ramp-2', 'ramp-3', 'ramp-4'];
const DIVERGING = ['low-2', 'low-1', 'middle', 'high-1', 'high-2'];

export const inks = () => ({
  ink: colour('ink'),
  soft: colour('soft'),
  line: colour('line'),
  grid: colour('grid'),
  card: colour('card'),
  accent: colour('accent'),
  away: colour('away'),
  marker: colour('marker'),
});

export const labelColour = label => colour(label === 'it-depends' ? 'depends' : label);

export const labelColours = () => LABELS.map(labelColour);

/** From the least to the most; two-sided for what can be below zero. */
export const ramp = ([least]) => (least < 0 ? DIVERGING : RAMP).map(colour);

/** The hatch of "it depends", which is a label without being an expression. */
export const hatch = () => ({symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: colour('depends-hatch')});

export const font = () => getComputedStyle(document.body).fontFamily;

/** A tooltip drawn on the canvas: as markup it would need styles that the page's policy forbids. */
export const tooltip = (formatter, more = {}) => {
  const {card, ink, line} = inks();
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: card,
    borderColor: line,
    textStyle: {color: ink, fontSize: 13},
    formatter,
    ...more,
  };
};
