/** The emotional breakdown as a doughnut: for how long each label was displayed, `it depends` among them. */

import {s} from './dom.js';
import {LABELS, name, percent} from './words.js';

const SIZE = 168;
const MIDDLE = SIZE / 2;
const OUTER = 82;
const INNER = 54;

/** shares: the labels' shares, or null while nothing is measured. centre: two lines of text in the hole. */
export function doughnut(shares, centre) {
  const parts = shares ? LABELS.filter(label => shares[label] > 0) : [];
  const told = parts.map(label => `${name(label)} ${percent(shares[label])}`).join(', ');
  const image = s('svg', {
    class: 'doughnut',
    viewBox: `0 0 ${SIZE} ${SIZE}`,
    role: 'img',
    'aria-label': parts.length > 0 ? `Share of the measured seconds in which each label was displayed: ${told}` : 'Nothing measured yet',
  });
  if (parts.length === 0) {
    image.append(s('circle', {class: 'doughnut-none', cx: MIDDLE, cy: MIDDLE, r: (OUTER + INNER) / 2}));
  }
  const total = parts.reduce((sum, label) => sum + shares[label], 0);
  let turned = 0;
  for (const label of parts) {
    const next = turned + shares[label] / total;
    image.append(s('path', {
      class: `slice x-${label}`,
      'data-label': label,
      d: ring(turned, next),
      fill: label === 'it-depends' ? 'url(#p-it-depends)' : null,
    }, s('title', {}, `${name(label)} ${percent(shares[label], 1)}`)));
    turned = next;
  }
  image.append(
      s('text', {class: 'doughnut-word', x: MIDDLE, y: MIDDLE - 1}, centre.word),
      s('text', {class: 'doughnut-note', x: MIDDLE, y: MIDDLE + 17}, centre.note));
  return image;
}

/** A piece of the ring between two shares of a full turn, from twelve o'clock on. */
function ring(from, to) {
  // An arc that ends where it begins draws nothing: a whole ring is two halves
  if (to - from > 0.9999) {
    return `${ring(0, 0.5)} ${ring(0.5, 0.9998)}`;
  }
  const large = to - from > 0.5 ? 1 : 0;
  return `M${point(from, OUTER)} A${OUTER} ${OUTER} 0 ${large} 1 ${point(to, OUTER)}`
      + ` L${point(to, INNER)} A${INNER} ${INNER} 0 ${large} 0 ${point(from, INNER)} Z`;
}

function point(turn, radius) {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return `${(MIDDLE + radius * Math.cos(angle)).toFixed(2)} ${(MIDDLE + radius * Math.sin(angle)).toFixed(2)}`;
}
