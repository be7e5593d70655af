import { Completion } from './completion.js';
import { Dragging } from './dragging.js';

// The keys, mouse and clipboard of a table that is edited like a spreadsheet. Only Interop/TableGridJs.cs calls this file.
const moves = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Tab', 'Home', 'End', 'PageUp', 'PageDown']);
const withControl = { z: 'Undo', y: 'Redo', d: 'FillDown', Enter: 'InsertBelow' };
const withAlt = { ArrowUp: 'MoveUp', ArrowDown: 'MoveDown', Delete: 'RemoveRules' };

// So long the keys wait that are struck before the next cell has come; then they are let go.
const patience = 2_000;

// Longer texts would end the circuit, so what is pasted goes over in parts.
const partLength = 8_000;

class Grid {
  constructor(root, listener, offersName) {
    this.root = root;
    this.listener = listener;
    this.editing = false;
    this.struck = null;
    this.completion = new Completion(root, offersName, (text, caret, asked) => listener.invokeMethodAsync('OffersAsync', text, caret, asked));
    this.dragging = new Dragging(root, (name, from, before) => this.#send(name, from, before));
    this.off = new AbortController();
    const on = (name, handle) => root.addEventListener(name, handle, { signal: this.off.signal });
    on('keydown', event => this.#key(event));
    on('compositionstart', event => this.#begin(event.target));
    on('input', event => this.#typed(event.target));
    on('mousedown', event => this.#press(event));
    on('click', event => this.#chooseRule(event));
    on('dblclick', event => this.#begin(event.target));
    on('paste', event => this.#paste(event));
    on('focusout', event => this.#leave(event));
  }

  // Puts the cursor into the active cell, once it has been drawn.
  focus(rule, column) {
    this.editing = false;
    this.#reveal(rule);
    let tries = 30;
    const look = () => {
      const cell = this.root.querySelector(`input.cell-input[data-r="${rule}"][data-c="${column}"]`);
      if (cell) {
        cell.focus({ preventScroll: true });
        cell.select();
        cell.closest('td').scrollIntoView({ block: 'nearest', inline: 'nearest' });
        this.#replay(cell);
      } else if (tries-- > 0) {
        requestAnimationFrame(look);
      }
    };
    look();
  }

  async copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    // Pages without https have no clipboard of their own; a field that is copied from still works there.
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }

  destroy() {
    this.off.abort();
    this.completion.destroy();
    this.dragging.destroy();
    clearTimeout(this.pause);
    clearTimeout(this.waiting);
  }

  // Rows far away are not drawn; scrolling near them makes them.
  #reveal(rule) {
    const row = this.root.querySelector('tbody tr[data-row]');
    if (!row || this.root.querySelector(`tbody tr[data-row="${rule}"]`)) {
      return;
    }
    this.root.scrollTop = Math.max(0, rule * row.offsetHeight - this.root.clientHeight / 2);
  }

  #key(event) {
    const input = event.target;
    if (this.struck && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      this.struck.push(event);
      return;
    }
    if (event.isComposing || !input.matches('input.cell-input') || this.completion.key(event)) {
      return;
    }
    const { key, shiftKey, altKey } = event;
    const control = event.ctrlKey || event.metaKey;
    if (this.editing) {
      if ((key === 'Enter' || key === 'Tab') && !control) {
        this.#finish(event, input, key, shiftKey);
      } else if (key === 'Escape') {
        this.editing = false;
        input.value = input.getAttribute('value') ?? '';
        input.select();
        this.#send('CancelAsync');
      }
      return;
    }
    const command = control ? (key.toLowerCase() === 'z' && shiftKey ? 'Redo' : withControl[key] ?? withControl[key.toLowerCase()]) : altKey ? withAlt[key] : null;
    if (command) {
      event.preventDefault();
      event.stopPropagation();
      this.#await();
      this.#send('CommandAsync', command);
    } else if (control && (key.toLowerCase() === 'c' || key.toLowerCase() === 'x')) {
      event.preventDefault();
      this.listener.invokeMethodAsync('CopyAsync', key.toLowerCase() === 'x').then(text => this.copy(text)).catch(() => { /* the page has gone */ });
    } else if (key === 'F2') {
      event.preventDefault();
      this.#begin(input);
      input.setSelectionRange(input.value.length, input.value.length);
    } else if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      this.#send('CommandAsync', 'Clear');
    } else if (moves.has(key) && !altKey) {
      event.preventDefault();
      this.#await();
      this.#send('MoveAsync', key, shiftKey, control);
    } else if (key.length === 1 && !control && !altKey) {
      this.#begin(input);
    }
  }

  #begin(target) {
    if (target.matches('input.cell-input')) {
      this.editing = true;
    }
  }

  #typed(target) {
    if (target.matches('input.cell-input')) {
      this.editing = true;
      this.completion.typed(target);
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.editing && this.#send('TypingAsync', target.value), 200);
    }
  }

  #finish(event, input, key, shift) {
    event.preventDefault();
    this.editing = false;
    clearTimeout(this.pause);
    this.completion.close();
    this.#await();
    this.#send('CommitAsync', Number(input.dataset.r), Number(input.dataset.c), input.value, key, shift);
  }

  // Until the next cell has come, keys are kept for it: whoever types fast loses nothing on a slow line.
  #await() {
    this.struck ??= [];

    // The field goes away with its cell; without a place for the cursor keys would be lost until the next one has come.
    this.root.focus({ preventScroll: true });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => { this.struck = null; }, patience);
  }

  #replay(cell) {
    const struck = this.struck ?? [];
    this.struck = null;
    clearTimeout(this.waiting);
    for (const [index, event] of struck.entries()) {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (!this.editing) {
          cell.value = '';
        }
        cell.setRangeText(event.key, cell.value.length, cell.value.length, 'end');
        this.#typed(cell);
      } else {
        const again = new KeyboardEvent('keydown', { key: event.key, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey, altKey: event.altKey, metaKey: event.metaKey, bubbles: true, cancelable: true });
        cell.dispatchEvent(again);
        if (this.struck) {
          this.struck.push(...struck.slice(index + 1));
          return;
        }
      }
    }
  }

  // A rule is chosen as a whole by its number.
  #chooseRule(event) {
    const number = event.target.closest('tbody th.rule-number');
    if (number) {
      this.#keep();
      this.#send('SelectRuleAsync', Number(number.parentElement.dataset.row), event.shiftKey);
    }
  }

  #press(event) {
    const cell = event.target.closest('td[data-c]');
    if (!cell || event.button !== 0 || event.target.matches('input.cell-input')) {
      return;
    }
    event.preventDefault();
    this.#keep();
    this.#send('SelectAsync', Number(cell.parentElement.dataset.row), Number(cell.dataset.c), event.shiftKey);
  }

  #leave(event) {
    this.completion.close();
    if (event.target.matches('input.cell-input') && !this.root.contains(event.relatedTarget)) {
      this.#keep();
    }
  }

  #keep() {
    const input = this.root.querySelector('input.cell-input');
    if (this.editing && input) {
      this.editing = false;
      clearTimeout(this.pause);
      this.#send('CommitAsync', Number(input.dataset.r), Number(input.dataset.c), input.value, '', false);
    }
  }

  async #paste(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.editing || !event.target.matches('input.cell-input') || text.length === 0) {
      return;
    }
    event.preventDefault();
    for (let at = 0, end; at < text.length; at = end) {
      end = Math.min(at + partLength, text.length);
      // Rare characters consist of two halves that must not be parted.
      end -= end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1]) ? 1 : 0;
      await this.#send('PasteAsync', text.slice(at, end), end >= text.length);
    }
  }

  #send(name, ...values) {
    return this.listener.invokeMethodAsync(name, ...values).catch(() => { /* the page has gone */ });
  }
}

export function attach(root, listener, offersName) {
  return new Grid(root, listener, offersName);
}
