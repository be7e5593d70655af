import { ProblemMarks } from './ProblemMarks.js';

export default {
  __init__: ['problemMarks'],
  problemMarks: ['type', ProblemMarks]
};
