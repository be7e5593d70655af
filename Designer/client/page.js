// What the designer's page asks of the browser besides drawing: its keys, the browser's own copy, and files to save.
// Interop/DesignerPageJs.cs calls this file, and the editors of forms and letters its last functions.
import { HandingOn } from './handing-on.js';
import { LocalCopy } from './modeler/local-copy.js';

const typing = 'input, textarea, select, [contenteditable=true]';

class Page {
  constructor(section, listener, copyKey) {
    this.section = section;
    this.listener = listener;
    this.copy = new LocalCopy(copyKey);
    this.onKey = event => this.#key(event);
    section.addEventListener('keydown', this.onKey);
    this.handingOn = new HandingOn(section);
  }

  // When this browser kept a drawing that the server never stored; null for none.
  async left() {
    return (await this.copy.read())?.savedAt ?? null;
  }

  async leftFile() {
    return new TextEncoder().encode((await this.copy.read())?.xml ?? '');
  }

  forgetLeft() {
    return this.copy.forget();
  }

  async save(name, type, streamReference) {
    hand(name, new Blob([await streamReference.arrayBuffer()], { type }));
  }

  async saveSvg(name, streamReference) {
    const { svg } = await this.#drawing(streamReference);
    hand(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  }

  async savePng(name, streamReference) {
    const { png } = await import('./picture.js');
    hand(`${name}.png`, await png(await this.#drawing(streamReference)));
  }

  open(address) {
    window.open(address, '_blank', 'noopener');
  }

  // Whether a person has seen the tour on this browser. One that may keep nothing shows it again.
  hasSeenTour() {
    try {
      return localStorage.getItem('shanzhi-designer-tour') === 'seen';
    } catch {
      return false;
    }
  }

  tourSeen() {
    try {
      localStorage.setItem('shanzhi-designer-tour', 'seen');
    } catch {
      // Nothing may be kept here.
    }
  }

  destroy() {
    this.handingOn.destroy();
    this.section.removeEventListener('keydown', this.onKey);
  }

  // What draws is loaded only by those who want a picture.
  async #drawing(streamReference) {
    const { drawing } = await import('./picture.js');
    return drawing(new TextDecoder().decode(await streamReference.arrayBuffer()));
  }

  // Fields have their own undo while they are typed in.
  #key(event) {
    const { key, ctrlKey, metaKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || target.matches?.(typing)) {
      return;
    }
    const order = { z: shiftKey ? 'RedoAsync' : 'UndoAsync', y: 'RedoAsync' }[key.toLowerCase()];
    if (order) {
      event.preventDefault();
      this.listener.invokeMethodAsync(order).catch(() => { /* the page has gone */ });
    }
  }
}

function hand(name, blob) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function attach(section, listener, copyKey) {
  return new Page(section, listener, copyKey);
}

// A field stands ready to be typed over.
export function typeOver(id) {
  document.getElementById(id)?.select();
}

// A text comes into a field where its cursor stands, as if it had been typed.
export function typeInto(id, text) {
  const field = document.getElementById(id);
  field?.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  field?.focus();
}
