import { GovAttributes } from './GovAttributes.js';

export default {
  __init__: ['govAttributes'],
  govAttributes: ['type', GovAttributes]
};
