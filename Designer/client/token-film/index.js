import tokenOverlay from '../token-overlay/index.js';
import { TokenFilm } from './TokenFilm.js';

export default {
  __depends__: [tokenOverlay],
  __init__: ['tokenFilm'],
  tokenFilm: ['type', TokenFilm]
};
