import { TokenOverlay } from './TokenOverlay.js';

export default {
  __init__: ['tokenOverlay'],
  tokenOverlay: ['type', TokenOverlay]
};
