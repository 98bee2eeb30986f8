/** The same data as tables: for screen readers, for copying, and for whoever prefers figures. */

import {h} from './dom.js';
import {EXPRESSIONS, LABELS, PRESENCE, capital, clock, displayedShares, name, percent} from './words.js';

const number = (value, digits) => value === null || value === undefined ? '–' : value.toFixed(digits);

const share = value => value === null || value === undefined
    ? '–'
    : h('data', {value}, percent(value, 1));

export function breakdownTable(who, summary) {
  return table(`Breakdown of ${who} over the whole meeting`, ['Expression', 'Share of seconds displayed', 'Mean probability'],
      LABELS.map(label => [capital(name(label)), share(displayedShares(summary)?.[label]), share(summary?.expressions?.[label])]));
}

/** Newest first: what a listener waits for is at the top. */
export function timelineTable(who, buckets) {
  return table(`Timeline of ${who} in the time shown, newest first`,
      ['From', 'To', 'State', 'Frames', 'Measured s', 'Away s', 'Unmeasured s', 'Facing s', 'Turned elsewhere s', 'Eyes closed s', 'Displayed', ...EXPRESSIONS.map(capital)],
      [...buckets].reverse().map(bucket => [
        clock(bucket.start),
        clock(bucket.end),
        PRESENCE[bucket.state]?.word ?? 'No frames',
        String(bucket.frames ?? 0),
        number(bucket.measuredSeconds, 1),
        number(bucket.awaySeconds, 1),
        number(bucket.unmeasuredSeconds, 1),
        number(bucket.facingSeconds, 0),
        number(bucket.notFacingSeconds, 0),
        number(bucket.eyesClosedSeconds, 0),
        bucket.displayed ?? bucket.dominant ? name(bucket.displayed ?? bucket.dominant) : '–',
        ...EXPRESSIONS.map(expression => share(bucket.expressions?.[expression])),
      ]));
}

function table(caption, heads, rows) {
  return h('div', {class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': caption},
      h('table', {},
          h('caption', {}, caption),
          h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col'}, head)))),
          h('tbody', {}, rows.map(([first, ...rest]) =>
            h('tr', {}, h('th', {scope: 'row'}, first), rest.map(cell => h('td', {}, cell)))))));
}
