// Hands on what is being typed after a short pause, as if its field had been left: what only stands in a field is lost with the tab.
const typed = 'textarea, input:not([type]), input[type=text], input[type=number]';
const pause = 700; // milliseconds; with the pause before a draft is stored less than two seconds

export class HandingOn {
  constructor(section) {
    this.section = section;
    this.handed = new WeakMap(); // field -> the value that was handed on last
    this.onInput = event => this.#wait(event);
    this.onChange = event => this.#onlyOnce(event);
    section.addEventListener('input', this.onInput);
    section.addEventListener('compositionend', this.onInput);
    section.addEventListener('change', this.onChange, true);
  }

  destroy() {
    clearTimeout(this.timer);
    this.section.removeEventListener('input', this.onInput);
    this.section.removeEventListener('compositionend', this.onInput);
    this.section.removeEventListener('change', this.onChange, true);
  }

  #wait({ target: field, isComposing }) {
    clearTimeout(this.timer);
    if (field.matches?.(typed) && !isComposing) {
      this.handed.delete(field);
      this.timer = setTimeout(() => this.#handOn(field), pause);
    }
  }

  // Not in the middle of a word: while an input method composes, while names are offered, after a space that would be cut off.
  #handOn(field) {
    const { value } = field;
    if (field !== document.activeElement || field.getAttribute('aria-expanded') === 'true' || value !== value.trim()) {
      return;
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
    this.handed.set(field, value);
  }

  // The browser tells of the change once more when the field is left.
  #onlyOnce(event) {
    if (event.isTrusted && this.handed.get(event.target) === event.target.value) {
      event.stopImmediatePropagation();
    }
  }
}
