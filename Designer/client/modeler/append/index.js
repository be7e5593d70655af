import { AppendKeys } from './AppendKeys.js';
import { AppendMenu } from './AppendMenu.js';
import { AppendPad } from './AppendPad.js';

export default {
  __init__: ['appendMenu', 'appendPad', 'appendKeys'],
  appendMenu: ['type', AppendMenu],
  appendPad: ['type', AppendPad],
  appendKeys: ['type', AppendKeys]
};
