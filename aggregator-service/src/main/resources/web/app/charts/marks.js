/** Markers over a timeline: bands with their titles. */

import {inks} from './colours.js';

/**
 * @param at the place of a moment on the axis
 * @param shown {from, to} of the axis; markers outside aren't drawn
 */
export function markAreas(markers, at, shown) {
  const {marker, ink, card} = inks();
  const seen = markers.filter(({start, end}) => Date.parse(start) < shown.to && Date.parse(end) > shown.from);
  return {
    silent: true,
    z: 10,
    itemStyle: {color: marker, opacity: 0.2, borderColor: marker, borderWidth: 2},
    label: {color: ink, fontSize: 12, position: 'insideTop', distance: -16, textBorderColor: card, textBorderWidth: 3},
    data: seen.map(({title, start, end}) => [
      {name: title, xAxis: at(Math.max(shown.from, Date.parse(start)))},
      {xAxis: at(Math.min(shown.to, Date.parse(end)))},
    ]),
  };
}
