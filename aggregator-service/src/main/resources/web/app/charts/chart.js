/**
 * One ECharts canvas: made when it has a size, as wide as its element, drawn anew when the colours change. A screen
 * reader gets its description, and the table beside it where there is one.
 */

import {h, setAttribute} from '../base/dom.js';
import {onTheme} from '../base/theme.js';
import {init} from './echarts.js';

export class Chart {
  #chart = null;
  #option = null;
  #waiting = [];
  #stopTheme;
  #resized;
  #frame = null;
  #drawn = 0;
  element;

  /** height in pixels; kind names the element's class. */
  constructor(kind, height) {
    this.element = h('div', {class: `chart chart-${kind}`, role: 'img'});
    this.height(height);
    this.#stopTheme = onTheme(() => this.#draw());
    this.#resized = new ResizeObserver(() => this.#fit());
    this.#resized.observe(this.element);
  }

  get width() {
    return this.element.clientWidth;
  }

  height(pixels) {
    this.element.style.height = `${pixels}px`;
  }

  /** option() gives what to draw, in the colours as they are now; told is the description. */
  show(option, told) {
    setAttribute(this.element, 'aria-label', told);
    this.#option = option;
    // However often the data changes, it is drawn once a frame
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  on(event, listener) {
    if (this.#chart) {
      this.#chart.on(event, listener);
    } else {
      this.#waiting.push([event, listener]);
    }
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#stopTheme();
    this.#resized.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
    this.#option = null;
  }

  #fit() {
    if (this.element.clientWidth === 0 || this.element.clientHeight === 0) {
      return;
    }
    if (this.#chart) {
      this.#chart.resize();
    } else {
      this.#chart = init(this.element, null, {renderer: 'canvas'});
      this.#waiting.splice(0).forEach(([event, listener]) => this.#chart.on(event, listener));
      this.#draw();
    }
  }

  #draw() {
    if (this.#chart && this.#option) {
      this.#chart.setOption({animation: false, ...this.#option()}, {notMerge: true});
      // How often: what changes nothing to be seen must not be drawn
      this.element.dataset.drawn = ++this.#drawn;
    }
  }
}
