// A list of offers below a field while it is typed into. Interop/CompletionJs.cs attaches it to expressions, table.js to cells.
// The list is chosen from with the arrows, Enter or Tab, or the mouse; nothing is chosen until somebody does, so Enter keeps its own meaning.
const pause = 120;
let lists = 0;

export class Completion {
  constructor(root, name, ask) {
    Object.assign(this, { root, name, ask, items: [], chosen: -1, id: `offers-${++lists}` });
    root.addEventListener('scroll', this.close = this.close.bind(this), true);
    window.addEventListener('resize', this.close);
  }

  get isOpen() {
    return this.list !== undefined;
  }

  // Asks for offers a moment after the last letter; at once when somebody asks.
  typed(field, asked = false) {
    clearTimeout(this.timer);
    const now = this.now = {};
    this.timer = setTimeout(async () => {
      const text = field.value;
      const items = await this.ask(text, field.selectionStart ?? text.length, asked).catch(() => []);
      if (this.now === now && field.value === text && document.activeElement === field) {
        this.#show(field, items ?? []);
      }
    }, asked ? 0 : pause);
  }

  // Whether the key was meant for the list. An offer that completes the field leaves Enter and Tab to the field.
  key(event) {
    const { key } = event;
    if ((key === ' ' && event.ctrlKey) || (key === 'ArrowDown' && event.altKey)) {
      event.preventDefault();
      this.typed(event.target, true);
      return true;
    }
    if (!this.isOpen || event.isComposing) {
      return false;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const count = this.items.length;
      this.#choose(key === 'ArrowDown' ? (this.chosen + 1) % count : (this.chosen <= 0 ? count : this.chosen) - 1);
      return true;
    }
    if (key === 'Escape') {
      event.preventDefault();
      this.close();
      return true;
    }
    if ((key === 'Enter' || key === 'Tab') && this.chosen >= 0) {
      const isWhole = this.items[this.chosen].isWhole;
      this.#take(this.chosen);
      if (!isWhole) {
        event.preventDefault();
      }
      return !isWhole;
    }
    return false;
  }

  close() {
    clearTimeout(this.timer);
    this.now = undefined;
    this.list?.remove();
    this.list = undefined;
    this.chosen = -1;
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-autocomplete', 'aria-activedescendant']) {
      this.field?.removeAttribute(name);
    }
    this.field = undefined;
  }

  destroy() {
    this.close();
    this.root.removeEventListener('scroll', this.close, true);
    window.removeEventListener('resize', this.close);
  }

  #show(field, items) {
    this.close();
    if (items.length === 0) {
      return;
    }
    this.items = items;
    this.field = field;
    this.list = document.createElement('ul');
    Object.assign(this.list, { id: this.id, className: 'offers' });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.name);
    this.list.append(...items.map((item, index) => this.#option(item, index)));
    this.root.append(this.list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', 'true');
    field.setAttribute('aria-controls', this.id);
    this.#place(field);
  }

  #option(item, index) {
    const option = document.createElement('li');
    option.id = `${this.id}-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const text = document.createElement('span');
    text.textContent = item.text;
    option.append(text);
    if (item.label) {
      const label = document.createElement('small');
      label.textContent = item.label;
      option.append(label);
    }
    option.addEventListener('mousedown', event => {
      event.preventDefault();
      event.stopPropagation();
      this.#take(index);
    });
    return option;
  }

  // Below the field, or above it where there is more room.
  #place(field) {
    const { left, top, bottom } = field.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width, style } = this.list;
    style.left = `${Math.max(4, Math.min(left, document.documentElement.clientWidth - width - 4))}px`;
    style.top = `${bottom + height + 4 > window.innerHeight && top > height ? top - height - 2 : bottom + 2}px`;
  }

  #choose(index) {
    this.chosen = index;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) {
        option.scrollIntoView({ block: 'nearest' });
        this.field.setAttribute('aria-activedescendant', option.id);
      }
    });
  }

  #take(index) {
    const { insert, start, end } = this.items[index];
    const field = this.field;
    this.close();
    field.setRangeText(insert, start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    this.close();
  }
}

export function attach(root, listener, name) {
  const completion = new Completion(root, name, (text, caret, asked) => listener.invokeMethodAsync('OffersAsync', text, caret, asked));
  const off = new AbortController();
  const on = (type, handle) => root.addEventListener(type, handle, { signal: off.signal });
  on('input', event => completion.typed(event.target));
  on('keydown', event => completion.key(event) && event.stopPropagation());
  on('focusout', () => completion.close());
  return {
    destroy() {
      off.abort();
      completion.destroy();
    }
  };
}
