import { OneHistory } from './OneHistory.js';
import { Tools } from './Tools.js';

export default {
  __init__: ['oneHistory'],
  oneHistory: ['type', OneHistory],
  paletteProvider: ['type', Tools]
};
