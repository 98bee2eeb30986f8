/**
 * Columns of many participants over the same steps, as the API answers them, that grow at their end. A hole is null:
 * not measured, never zero.
 */
export class Grid {
  from;
  resolution;
  steps = 0;
  /** id → {id, name, columns: {field: [value…]}} in the order of the answer */
  people = new Map();

  constructor(answer) {
    this.from = Date.parse(answer.from);
    this.resolution = parseInt(answer.resolution, 10) * 1000;
    this.extend(answer);
  }

  get to() {
    return this.from + this.steps * this.resolution;
  }

  timeOf(step) {
    return this.from + step * this.resolution;
  }

  /** Takes over an answer with the same fields and resolution: what it has replaces what was there. */
  extend(answer) {
    const offset = (Date.parse(answer.from) - this.from) / this.resolution;
    this.steps = Math.max(this.steps, offset + answer.steps);
    for (const {participantId: id, name, columns} of answer.participants) {
      const person = this.#person(id, name);
      for (const [field, values] of Object.entries(columns)) {
        const column = person.columns[field] ??= [];
        values.forEach((value, i) => {
          column[offset + i] = value;
        });
      }
    }
    this.#fill();
  }

  /** The same from another grid. */
  take(other) {
    this.extend({
      from: new Date(other.from).toISOString(),
      steps: other.steps,
      participants: [...other.people.values()].map(({id, name, columns}) => ({participantId: id, name, columns})),
    });
  }

  /** The steps that lie in a range, as a grid of their own. */
  within({from, to}) {
    const begin = Math.max(0, Math.min(this.steps - 1, Math.floor((from - this.from) / this.resolution)));
    const end = Math.max(begin + 1, Math.min(this.steps, Math.ceil((to - this.from) / this.resolution)));
    if (begin === 0 && end === this.steps) {
      return this;
    }
    const cut = new Grid({from: new Date(this.timeOf(begin)).toISOString(), resolution: `${this.resolution / 1000}s`, steps: end - begin, participants: []});
    for (const {id, name, columns} of this.people.values()) {
      cut.people.set(id, {id, name, columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column.slice(begin, end)]))});
    }
    return cut;
  }

  /** Forgets the steps before a moment. */
  trim(from) {
    const gone = Math.min(this.steps - 1, Math.floor((from - this.from) / this.resolution));
    if (gone > 0) {
      this.people.forEach(({columns}) => Object.values(columns).forEach(column => column.splice(0, gone)));
      this.from += gone * this.resolution;
      this.steps -= gone;
    }
  }

  #person(id, name) {
    const known = this.people.get(id);
    if (known) {
      known.name = name ?? known.name;
      return known;
    }
    const person = {id, name: name ?? null, columns: {}};
    this.people.set(id, person);
    return person;
  }

  #fill() {
    for (const {columns} of this.people.values()) {
      for (const column of Object.values(columns)) {
        for (let i = 0; i < this.steps; i++) {
          column[i] ??= null;
        }
      }
    }
  }
}
