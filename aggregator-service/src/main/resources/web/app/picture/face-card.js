/** One face of a picture: its dominant expression, seven scores and a pie of them. */

import {h} from '../base/dom.js';
import {EXPRESSIONS, capital, name, percent} from '../base/words.js';
import {Pie} from '../charts/pie.js';

const FLAWS = {
  dark: 'The face is dark, so the scores mean little.',
  blurred: 'The face is blurred, so the scores mean little.',
  turned: 'The face is turned far, so the scores mean little.',
};

const PIE_PIXELS = 150;

/** forward(number) is called while the card has the pointer or the focus; null when it hasn't any more. */
export function faceCard({expressions, dominant, flaw, confidence}, number, lazy, forward) {
  const place = h('div', {class: 'pie-place'});
  const card = h('article', {
    class: 'face', tabindex: 0, 'data-face': number, 'aria-label': `Face ${number}: ${expressions ? name(dominant) : 'not scored'}`,
    onpointerenter: () => forward(number), onpointerleave: () => forward(null), onfocus: () => forward(number), onblur: () => forward(null),
  },
      h('h2', {}, `Face ${number}`),
      h('p', {class: 'dominant'}, expressions ? capital(name(dominant)) : 'Not scored', h('small', {}, ' dominant')),
      place,
      expressions && h('ul', {class: 'shares', 'aria-label': 'Scores'}, EXPRESSIONS.map(expression =>
        h('li', {class: `x-${expression}`, 'data-label': expression},
            h('i', {class: 'swatch', 'aria-hidden': true}), h('span', {}, capital(expression)),
            h('data', {value: expressions[expression]}, percent(expressions[expression], 1))))),
      flaw && h('p', {class: 'flaw'}, FLAWS[flaw] ?? `Flaw: ${flaw}.`),
      h('p', {class: 'facts'}, `Confidence that it is a face: ${percent(confidence)}`));
  if (expressions) {
    lazy.watch(place, () => new Pie(PIE_PIXELS), pie => pie.show(expressions, `Scores of face ${number}`));
  }
  return card;
}
