// Rules and columns of a table dragged by the mouse, with a line where they would come to lie. Only table.js uses this.
export class Dragging {
  constructor(root, send) {
    this.root = root;
    this.send = send;
    this.off = new AbortController();
    const on = (name, handle) => root.addEventListener(name, handle, { signal: this.off.signal });
    on('dragstart', event => this.#take(event));
    on('dragover', event => this.#over(event));
    on('dragleave', event => root.contains(event.relatedTarget) || this.#line(null));
    on('drop', event => this.#drop(event));
    on('dragend', () => this.#end());
  }

  destroy() {
    this.off.abort();
    this.#end();
  }

  #take(event) {
    const handle = event.target.closest?.('[draggable]');
    if (!handle || !this.root.contains(handle)) {
      return;
    }
    const column = handle.dataset.column;
    this.held = column === undefined
      ? { name: 'DropRulesAsync', from: Number(handle.parentElement.dataset.row) }
      : { name: 'DropColumnAsync', from: Number(column), role: handle.className };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', handle.textContent.trim());
  }

  #over(event) {
    const place = this.held && this.#place(event);
    if (place) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    }
    this.#line(place ?? null);
  }

  #drop(event) {
    const place = this.held && this.#place(event);
    if (place) {
      event.preventDefault();
      this.send(this.held.name, this.held.from, place.before);
    }
    this.#end();
  }

  #end() {
    this.held = undefined;
    this.#line(null);
  }

  // Before which rule or column it would be dropped; a column stays among its kind.
  #place(event) {
    if (this.held.role === undefined) {
      const row = event.target.closest('tbody tr[data-row]');
      return row && this.#side(row, Number(row.dataset.row), event.clientY, 'top', 'bottom');
    }
    const at = event.target.closest('[data-column], td[data-c]');
    const number = at?.dataset.column ?? at?.dataset.c;
    const heading = number && this.root.querySelector(`thead [data-column="${number}"]`);
    return heading && heading.className === this.held.role ? this.#side(heading, Number(number), event.clientX, 'left', 'right') : null;
  }

  #side(element, number, pointer, near, far) {
    const box = element.getBoundingClientRect();
    const isNear = pointer < (box[near] + box[far]) / 2;
    return { before: isNear ? number : number + 1, edge: isNear ? box[near] : box[far] };
  }

  #line(place) {
    if (!place) {
      this.mark?.remove();
      this.mark = undefined;
      return;
    }
    const { left, top, right, bottom } = this.root.getBoundingClientRect();
    if (!this.mark) {
      this.mark = document.createElement('div');
      this.mark.className = 'drop-line';
      this.root.append(this.mark);
    }
    Object.assign(this.mark.style, this.held.role === undefined
      ? { left: `${left}px`, top: `${place.edge - 2}px`, width: `${right - left}px`, height: '4px' }
      : { left: `${place.edge - 2}px`, top: `${top}px`, width: '4px', height: `${bottom - top}px` });
  }
}
