/** Draws charts only while they are on the screen: a hundred canvases are a hundred too many. */

const MARGIN = '200px';

export class Lazy {
  #observer;
  #makers = new Map();
  #charts = new Map();

  constructor() {
    this.#observer = new IntersectionObserver(entries => entries.forEach(entry => this.#seen(entry)), {rootMargin: MARGIN});
  }

  /** An element for a chart: make() gives one when it comes into view, update(chart) shows the data. */
  watch(element, make, update) {
    this.#makers.set(element, {make, update});
    this.#observer.observe(element);
  }

  /** The data of this element changed. */
  changed(element) {
    const chart = this.#charts.get(element);
    if (chart) {
      this.#makers.get(element).update(chart);
    }
  }

  forget(element) {
    this.#observer.unobserve(element);
    this.#makers.delete(element);
    this.#drop(element);
  }

  close() {
    this.#observer.disconnect();
    [...this.#charts.keys()].forEach(element => this.#drop(element));
    this.#makers.clear();
  }

  #seen({target, isIntersecting}) {
    if (isIntersecting && !this.#charts.has(target) && this.#makers.has(target)) {
      const {make, update} = this.#makers.get(target);
      const chart = make();
      this.#charts.set(target, chart);
      target.replaceChildren(chart.element);
      update(chart);
    } else if (!isIntersecting) {
      this.#drop(target);
    }
  }

  #drop(element) {
    this.#charts.get(element)?.close();
    this.#charts.delete(element);
    element.replaceChildren();
  }
}
