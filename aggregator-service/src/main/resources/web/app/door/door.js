/** The page's door: asks for a token where one is needed, says who is in, and lets them leave. */

import {h, setText} from '../base/dom.js';
import {access, enter, leave, TOKEN_NEEDED} from './session.js';

export class Door {
  #sign;
  #changed;
  #shut = false;

  /** sign is where it says who is in; changed() is called whenever somebody has come in or is out. */
  constructor(sign, changed) {
    this.#sign = sign;
    this.#changed = changed;
    window.addEventListener(TOKEN_NEEDED, () => this.#shut || this.look().then(() => this.#shut && changed()));
  }

  /** Whether nothing may be seen before a token is shown. */
  get shut() {
    return this.#shut;
  }

  /** Asks the server. Where it can't be asked, the views say what is wrong. */
  async look() {
    const found = await access();
    this.#shut = found !== null && found.tokenNeeded && !found.name;
    this.#sign.hidden = found === null || this.#shut;
    if (found && !found.tokenNeeded) {
      this.#sign.replaceChildren(h('span', {title: 'No token is needed: whoever gets to this address may see and change'
          + ' everything. It must answer on this machine only.'}, 'Access is open'));
    } else if (found?.name) {
      this.#sign.replaceChildren(
          h('span', {id: 'who-name', title: found.roles.join(', ')}, found.name),
          h('button', {type: 'button', id: 'leave', onclick: () => this.#leave()}, 'Leave'));
    }
  }

  /** Where a token is asked for. */
  form() {
    const said = h('p', {id: 'door-said', role: 'alert', class: 'door-said'});
    const token = h('input',
        {type: 'password', id: 'token', autocomplete: 'current-password', spellcheck: 'false', required: true});
    const button = h('button', {type: 'submit'}, 'Come in');
    return h('form', {class: 'panel door', onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      setText(said, '');
      const refused = await enter(token.value.trim());
      button.disabled = false;
      if (refused) {
        setText(said, refused);
        token.select();
        return;
      }
      token.value = '';
      await this.look();
      this.#changed();
    }},
    h('h1', {}, 'A token is needed'),
    h('p', {}, 'Whoever runs this server gives you one. It stays in this browser until you leave.'),
    h('label', {class: 'field', for: 'token'}, h('span', {}, 'Token'), token),
    button,
    said);
  }

  async #leave() {
    await leave();
    await this.look();
    this.#changed();
  }
}
