/** What to do where there is nothing to show yet. */

import {h} from '../base/dom.js';
import {note} from '../base/notices.js';

export function noMeeting() {
  return note('empty', 'No meeting yet',
      h('p', {}, 'Meetings appear here by themselves as soon as the first frame has been counted.'),
      h('ul', {},
          h('li', {}, 'To watch a sample meeting: ', h('code', {}, 'bin/demo')),
          h('li', {}, 'To send one picture of a participant:',
              h('pre', {tabindex: 0}, h('code', {}, 'curl --data-binary @face.jpg -H "Content-Type: image/jpeg" \\\n'
                  + `  ${location.origin}/v1/meetings/my-meeting/participants/me/frames`))),
          h('li', {}, 'To stream many: a WebSocket at ',
              h('code', {}, `${location.origin.replace(/^http/, 'ws')}/v1/meetings/my-meeting/stream`)),
          h('li', {}, 'To see what a picture gives, without a meeting: ', h('a', {href: '#/picture'}, 'try a picture'))));
}
