/** The page: shows what the address asks for, one view at a time. */

import './styles/base.css';
import './styles/controls.css';
import './styles/list.css';
import './styles/meeting.css';
import './styles/picture.css';
import {address} from './base/address.js';
import {byId, setAttribute, setText} from './base/dom.js';
import {banner, watchFreshness} from './base/notices.js';
import {theme} from './base/theme.js';
import {zone} from './base/words.js';
import {Door} from './door/door.js';
import {ListPage} from './list/list-page.js';
import {MeetingPage} from './meeting/meeting-page.js';
import {PicturePage} from './picture/picture-page.js';

const PAGES = {list: ListPage, meeting: MeetingPage, picture: PicturePage};

const main = byId('main');
let shown = null;
const door = new Door(byId('caller'), () => open(true));

theme(byId('theme'));
watchFreshness();
setText(byId('zone'), `Times are in ${zone(Date.now())}.`);
byId('skip').addEventListener('click', event => {
  // The address belongs to the views
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', () => open(true));
door.look().then(() => open(false));

function open(byViewer) {
  if (door.shut) {
    shown?.view.close();
    shown = null;
    banner(null);
    main.replaceChildren(door.form());
    byId('token').focus();
    return;
  }
  const {page, id, query} = address();
  const key = `${page} ${id}`;
  setAttribute(byId('nav-list'), 'aria-current', page === 'list' ? 'page' : null);
  setAttribute(byId('nav-picture'), 'aria-current', page === 'picture' ? 'page' : null);
  if (shown?.key === key) {
    shown.view.asked?.(query);
    return;
  }
  shown?.view.close();
  banner(null);
  const view = new PAGES[page](id, query);
  shown = {key, view};
  main.replaceChildren(view.element);
  view.open();
  if (byViewer) {
    main.focus();
    window.scrollTo(0, 0);
  }
}
