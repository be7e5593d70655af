// Every text of the canvas in Chinese. What has no translation is kept in `untranslated`, where the browser tests look.
import community from 'bpmn-js-i18n-zh/lib/bpmn-js/index.js';
import { words } from './words.js';

const known = { ...community, ...words };
const untranslated = new Set();

function translate(template, replacements = {}) {
  if (!(template in known) && /[A-Za-z]{3}/.test(template)) {
    untranslated.add(template);
  }
  return (known[template] ?? template).replace(/{([^}]+)}/g, (_, key) => replacements[key] ?? `{${key}}`);
}

export { untranslated };

export default {
  translate: ['value', translate]
};
