/** For one participant, by a personal link: what is kept of them, to see, to download, to delete, and whether they agree. */

import {ask, askJson, h, main} from './dom.js';
import {NoticeText} from './notice-text.js';
import {SIGNALS, VIEWS, kept, moment} from './words.js';

const FORMATS = {csv: 'CSV', jsonl: 'JSON lines', parquet: 'Parquet'};

export async function me() {
  // After the #, so that it is in no request and in no log
  const token = location.hash.slice(1);
  window.addEventListener('hashchange', () => location.reload());
  await new Page(token).show();
}

class Page {
  #token;
  #notice = null;
  #status = h('p', {id: 'status', role: 'status'});

  constructor(token) {
    this.#token = token;
  }

  async show() {
    try {
      const mine = await askJson('/v1/me', {token: this.#token});
      await this.#draw(mine);
    } catch (trouble) {
      this.#end(trouble.status === 401
          ? 'This link opens nothing: it is not known, has expired or was revoked, or what it opened is deleted. Ask the organiser for a new one.'
          : trouble.message);
    }
  }

  async #draw(mine) {
    const {meetingId, title, consent} = mine;
    if (!this.#notice) {
      this.#notice = new NoticeText(meetingId);
      await this.#notice.load().catch(() => this.#notice.element.remove());
    }
    main.replaceChildren(
        h('h1', {}, 'What is kept of me'),
        h('p', {class: 'quiet'}, `Meeting: ${title ?? meetingId}`),
        this.#status,
        this.#consent(consent, mine.consentRule),
        data(mine),
        this.#download(mine),
        this.#deletion(),
        this.#notice.element,
        h('p', {class: 'quiet'}, `This link works until ${moment(mine.linkExpiresAt)}. Whoever has it can do the same as you: give it to nobody.`));
  }

  #consent(consent, rule) {
    const measured = consent ? consent.given : rule === 'assumed';
    const said = consent
        ? `You said ${consent.given ? 'yes' : 'no'} on ${moment(consent.at)}.`
        : rule === 'assumed' ? 'You have said nothing; here that means you are measured.' : 'You have said nothing; here that means you are not measured.';
    return h('section', {'aria-labelledby': 'consent-title'},
        h('h2', {id: 'consent-title'}, 'May I be measured?'),
        h('p', {id: 'consent', 'data-measured': String(measured)}, `${measured ? 'Yes.' : 'No.'} ${said}`),
        h('p', {class: 'buttons'},
            h('button', {type: 'button', id: 'yes', onclick: () => this.#say(true)}, 'Yes, I agree'),
            h('button', {type: 'button', id: 'no', onclick: () => this.#say(false)}, 'No, don’t measure me')),
        h('p', {class: 'quiet'}, 'A no holds within a second: from then on no picture of you is looked at. What was measured before stays until you delete it.'));
  }

  #download({kept: mine}) {
    return h('section', {'aria-labelledby': 'download-title', hidden: !mine},
        h('h2', {id: 'download-title'}, 'Download'),
        h('p', {class: 'buttons'}, ...Object.entries(FORMATS).map(([format, word]) =>
          h('button', {type: 'button', 'data-format': format, onclick: () => this.#save(format)}, word))));
  }

  #deletion() {
    const really = h('p', {class: 'buttons', hidden: true},
        h('span', {}, 'Nothing brings it back. '),
        h('button', {type: 'button', id: 'really', class: 'danger', onclick: () => this.#delete()}, 'Yes, delete it'),
        h('button', {type: 'button', onclick: () => {
          really.hidden = true;
          first.focus();
        }}, 'Keep it'));
    const first = h('button', {type: 'button', id: 'delete', class: 'danger', onclick: () => {
      really.hidden = false;
      really.querySelector('button').focus();
    }}, 'Delete everything of mine');
    return h('section', {'aria-labelledby': 'delete-title'},
        h('h2', {id: 'delete-title'}, 'Delete'),
        h('p', {}, first), really);
  }

  async #say(given) {
    await this.#do(async () => {
      const body = given ? {given, noticeVersion: this.#notice.version, noticeLanguage: this.#notice.language} : {given};
      await ask('/v1/me/consent', {method: 'PUT', token: this.#token, body});
      await this.show();
      this.#tell(given ? 'Recorded: you agree.' : 'Recorded: you are not measured from now on.');
      document.getElementById(given ? 'yes' : 'no')?.focus();
    });
  }

  async #save(format) {
    await this.#do(async () => {
      const file = await (await ask(`/v1/me/export?format=${format}`, {token: this.#token})).blob();
      const address = URL.createObjectURL(file);
      h('a', {href: address, download: `rapt-my-data.${format}`}).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.#tell('Downloaded.');
    });
  }

  async #delete() {
    await this.#do(async () => {
      await ask('/v1/me', {method: 'DELETE', token: this.#token});
      this.#end('Deleted. Nothing of yours is told any more, and this link opens nothing.');
    });
  }

  async #do(work) {
    try {
      await work();
    } catch (trouble) {
      this.#tell(trouble.message);
    }
  }

  #tell(text) {
    this.#status.textContent = text;
  }

  #end(text) {
    main.replaceChildren(h('h1', {}, 'What is kept of me'), this.#status);
    this.#tell(text);
    main.focus();
  }
}

function data({kept: mine, figuresHidden, signals, view, retention, participantId, pseudonymous}) {
  const facts = [
    ['Kept under', `${participantId}${pseudonymous ? ' (a pseudonym)' : ''}`],
    ['Measured', SIGNALS[signals] ?? 'not said'],
    ['Shown', VIEWS[view] ?? 'not said'],
    ['Kept for', kept(retention)],
    ...mine ? figures(mine) : [],
  ];
  return h('section', {'aria-labelledby': 'data-title'},
      h('h2', {id: 'data-title'}, 'What is kept'),
      mine ? null : h('p', {id: 'nothing'}, figuresHidden
          ? 'In this meeting figures are shown of groups only and of nobody alone, not even here: whoever handed out this link could read them too. You can still say no and delete what is kept.'
          : 'No picture of you was measured; there are no figures.'),
      h('dl', {}, ...facts.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value)))));
}

const percent = share => share === null || share === undefined ? 'not measured' : `${Math.round(share * 100)} %`;

function figures(mine) {
  const shares = Object.entries(mine.displayedShares ?? {}).filter(([, share]) => share >= 0.005).sort(([, a], [, b]) => b - a);
  return [
    ['From', moment(mine.firstCapturedAt)],
    ['To', moment(mine.lastCapturedAt)],
    ['Pictures', String(mine.frames)],
    ['With your face', `${mine.measuredSeconds} s`],
    ['Turned to the screen', percent(mine.facing)],
    ['Eyes open', percent(mine.eyesOpen)],
    ['Engagement index', `${mine.engagement?.index === null || mine.engagement?.index === undefined ? 'not measured' : mine.engagement.index.toFixed(2)} (not validated as a measure of engagement)`],
    ...shares.length > 0 ? [['Visible expression, an estimate', shares.map(([label, share]) => `${label.replace('-', ' ')} ${percent(share)}`).join(', ')]] : [],
  ];
}
