/** The timeline in figures, newest first: what a listener waits for is at the top. */

import {clock, plural} from '../base/words.js';
import {written} from '../charts/measures.js';
import {table} from '../parts/table.js';

const MOST_STEPS = 60;

export function timelineTable({grid, people, measure}) {
  const steps = Math.min(grid.steps, MOST_STEPS);
  const left = grid.steps - steps;
  const caption = `${measure.word} in steps of ${grid.resolution / 1000} s, newest first`
      + (left > 0 ? `; the ${plural(left, 'earlier step')} are shown by moving the time` : '');
  return table(caption, ['Time', ...people.map(({name, id}) => name ?? id)],
      Array.from({length: steps}, (_, i) => grid.steps - 1 - i).map(step => [
        clock(grid.timeOf(step)),
        ...people.map(({id}) => cell(grid.people.get(id)?.columns ?? {}, measure, step)),
      ]));
}

function cell(columns, measure, step) {
  const value = columns[measure.id]?.[step] ?? null;
  const away = columns.awaySeconds?.[step] > 0 && !(columns.measuredSeconds?.[step] > 0);
  return value === null && away ? 'away' : written(measure, value);
}
