/** The words, the order of things, and how numbers and times are written. */

/** The model's classes, in the order in which they are listed: the resting face first. */
export const EXPRESSIONS = ['neutral', 'happy', 'surprise', 'sad', 'fear', 'disgust', 'angry'];

/** What is displayed: an expression, or none because none was clearly ahead. */
export const LABELS = [...EXPRESSIONS, 'it-depends'];

/** What the page says where nothing was measured. Never a zero. */
export const NOT_MEASURED = 'not measured';

const NAMES = {'it-depends': 'it depends'};

export const name = label => NAMES[label] ?? label;

export const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

export const absent = value => value === null || value === undefined;

export const PRESENCE = {
  measured: {word: 'Measured', says: 'a face is in view and is being read'},
  away: {word: 'Away', says: 'the picture is usable and shows no face'},
  unmeasured: {word: 'Unmeasured', says: 'camera off, dark, blurred, or no frames: nothing is known, which is not a low value'},
};

export function percent(share, digits = 0) {
  if (absent(share)) {
    return '–';
  }
  if (digits === 0 && share > 0 && share < 0.005) {
    return '< 1 %';
  }
  return `${(share * 100).toFixed(digits)} %`;
}

export const decimal = (value, digits = 2) => absent(value) ? '–' : value.toFixed(digits).replace(/^-(0\.?0*)$/, '$1').replace('-', '−');

const whole = new Intl.NumberFormat('en-GB');

export const count = n => whole.format(n ?? 0);

export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** Seconds as a person would say them: 48 s, 3 min 05 s, 1 h 12 min. */
export function span(seconds) {
  if (absent(seconds)) {
    return '–';
  }
  const all = Math.round(seconds);
  const minutes = Math.floor(all / 60);
  if (minutes === 0) {
    return `${all} s`;
  }
  if (minutes < 60) {
    return `${minutes} min ${String(all % 60).padStart(2, '0')} s`;
  }
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const minuteFormat = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const dayFormat = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric'});

export const clock = ms => clockFormat.format(ms);

export const minute = ms => minuteFormat.format(ms);

export const day = ms => dayFormat.format(ms);

/** The viewer's zone, in which every time on the page is written. */
export function zone(ms) {
  const id = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const offset = new Intl.DateTimeFormat('en-GB', {timeZoneName: 'shortOffset'})
      .formatToParts(ms)
      .find(part => part.type === 'timeZoneName')?.value;
  return offset && id !== 'UTC' ? `${id} (${offset})` : id;
}

/** By name as people order them: "p2" before "p10". */
export const byName = (one, other) => one.localeCompare(other, 'en', {numeric: true, sensitivity: 'base'});

/** The label with the largest share; null when there are none. */
export const longest = shares => shares
    ? LABELS.reduce((best, label) => (shares[label] ?? 0) > (shares[best] ?? 0) ? label : best)
    : null;
