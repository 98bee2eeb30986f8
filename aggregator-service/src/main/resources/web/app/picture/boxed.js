/** A picture with a numbered box around each face. */

import {h, s} from '../base/dom.js';

/** size: of the picture, in the pixels in which the boxes are. forward(number) brings a box forward; null none. */
export function boxed(address, {width, height}, faces) {
  const stroke = Math.max(width, height) / 260;
  const boxes = faces.map(({box}, i) => s('g', {class: 'box', 'data-face': i + 1},
      s('rect', {x: box.x, y: box.y, width: box.width, height: box.height, rx: stroke * 2, 'stroke-width': stroke}),
      s('text', {x: box.x + stroke * 2.5, y: box.y + stroke * 9, 'font-size': stroke * 8}, String(i + 1))));
  const element = h('figure', {class: 'boxed'},
      h('img', {src: address, alt: 'The picture that you chose'}),
      s('svg', {viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false'}, boxes));
  return {
    element,
    forward: number => boxes.forEach((box, i) => box.classList.toggle('box-forward', i + 1 === number)),
  };
}
