/** What is said of terms and times. */

export const SIGNALS = {
  attention: 'attention: whether a face is there, where it is turned, and whether its eyes are open. Nothing is estimated of what it expresses',
  'attention+expression': 'attention, and an estimate of visible expression, which is not what a person feels',
};

export const STATES = {
  waiting: 'Nothing yet: no picture has been measured.',
  measuring: 'Pictures are being measured.',
  ended: 'The meeting has ended. Nothing is measured any more.',
};

export const VIEWS = {
  individual: 'the organiser sees figures of each participant',
  group: 'the organiser sees figures of groups only',
};

export function kept(retention) {
  const days = /^P(\d+)D$/.exec(retention)?.[1];
  return days ? `${days} ${days === '1' ? 'day' : 'days'}` : retention.replace(/^PT/, '').toLowerCase();
}

const format = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

export const moment = text => format.format(Date.parse(text));

export const LANGUAGES = {en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', it: 'Italiano', pt: 'Português', nl: 'Nederlands', pl: 'Polski'};

/** The first of the reader's languages that there is. */
export const preferred = () => navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag in LANGUAGES) ?? 'en';
