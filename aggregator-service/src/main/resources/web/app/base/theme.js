/** Light or dark: as the system says, unless the viewer has said otherwise; and the colours that charts take from the stylesheet. */

const KEY = 'rapt.theme';
const CHOICES = ['system', 'light', 'dark'];

const listeners = new Set();
const system = matchMedia('(prefers-color-scheme: dark)');
const probe = document.createElement('i');

/** Applies what was chosen before and connects the switch, a select. */
export function theme(select) {
  probe.hidden = true;
  document.body.append(probe);
  select.value = chosen();
  apply();
  select.addEventListener('change', () => {
    remember(select.value);
    apply();
  });
  system.addEventListener('change', apply);
}

/** Calls back whenever the colours changed. Returns how to stop. */
export function onTheme(changed) {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** A colour of the stylesheet, such as `happy` for `--happy`, as it is now. */
export function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

function apply() {
  const choice = chosen();
  if (choice === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = choice;
  }
  listeners.forEach(changed => changed());
}

function chosen() {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.includes(kept) ? kept : 'system';
  } catch {
    // Storage is off: the page forgets, and works
    return document.documentElement.dataset.theme ?? 'system';
  }
}

function remember(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    document.documentElement.dataset.theme = choice;
  }
}
