/** Who speaks and how much, as bots say, in plain words. */

import {clock, percent, span} from './words.js';

/** A line on who speaks; where no bot tells of speech it says so rather than guess. */
export function speaker(active) {
  if (!active?.source) {
    return 'Who speaks is not known: no bot says so.';
  }
  if (active.state === 'speaking') {
    const who = active.name ?? active.participantId;
    return active.upperBound
        ? `Last to begin to speak: ${who}, at ${clock(Date.parse(active.since))}. ${active.source} doesn't report silence.`
        : `Speaking: ${who}, since ${clock(Date.parse(active.since))}, as ${active.source} says.`;
  }
  return active.state === 'silent' ? `Nobody is speaking, as ${active.source} says.` : 'Who speaks is not known now.';
}

/** Somebody's share of the time in which it is known whether they spoke. */
export function speaking(known) {
  if (!known) {
    return 'not known';
  }
  return known.upperBound ? `at most ${percent(known.share)}` : percent(known.share);
}

export function speakingTitle(known) {
  if (!known) {
    return 'No bot says who speaks, and it is never guessed from a mouth';
  }
  const said = `${span(known.seconds)} as ${known.source} says`;
  return known.upperBound ? `${said}; it doesn't report silence, so it may have been less` : said;
}
