/** The two pages for those who are measured. */

import './person.css';
import {me} from './me.js';
import {notice} from './notice.js';

(document.body.dataset.page === 'me' ? me : notice)();
