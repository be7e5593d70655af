import { ElementProperties } from './ElementProperties.js';

export default {
  __init__: ['elementProperties'],
  elementProperties: ['type', ElementProperties]
};
