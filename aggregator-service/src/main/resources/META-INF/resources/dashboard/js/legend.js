/** One legend for every chart. A pressed expression comes forward everywhere, the others step back. */

import {h} from './dom.js';
import {LABELS, capital, name} from './words.js';

export function legend(element, cards) {
  const buttons = LABELS.map(label =>
    h('button', {type: 'button', class: `key x-${label}`, 'aria-pressed': 'false', 'data-label': label},
        h('i', {class: 'swatch', 'aria-hidden': true}), capital(name(label))));
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      buttons.forEach(other => other.setAttribute('aria-pressed', String(on && other === button)));
      if (on) {
        cards.dataset.focus = button.dataset.label;
      } else {
        delete cards.dataset.focus;
      }
    });
  }
  element.append(...buttons,
      h('span', {class: 'key-gap', title: 'The band below a timeline: a face in view that was read'},
          h('i', {class: 'swatch swatch-measured', 'aria-hidden': true}), 'Measured'),
      h('span', {class: 'key-gap', title: 'A usable picture without a face'},
          h('i', {class: 'swatch swatch-away', 'aria-hidden': true}), 'Away'),
      h('span', {class: 'key-gap', title: 'Camera off, dark, blurred or no frames: not known, never low'},
          h('i', {class: 'swatch swatch-unmeasured', 'aria-hidden': true}), 'Unmeasured'),
      h('p', {class: 'key-note'}, h('strong', {}, 'Estimates of visible expression, not of what a person feels.'),
          ' Ring: share of the measured seconds in which each label was displayed (“it depends”: none clearly ahead). '
          + 'Timeline: mean probabilities.'));
}
