// Colours the path that was taken and the elements that are open, and pins a short text to the open ones.
// State: { taken: [id], flows: [id], open: [{ id, text, overdue, heat }], stuck: [{ id, text }], added, removed, changed, moved: [id] };
// unknown ids are ignored.
const differences = ['added', 'removed', 'changed', 'moved'];
const heats = ['heat-1', 'heat-2', 'heat-3', 'heat-4'];
const markers = ['token-taken', 'token-open', 'token-overdue', 'token-stuck', 'token-selected', ...heats, ...differences.map(name => `diff-${name}`)];

export class TokenOverlay {
  constructor(canvas, elementRegistry, overlays) {
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    this.overlays = overlays;
  }

  show(state) {
    const { taken = [], flows = [], open = [], stuck = [] } = state;
    this.clear();
    differences.forEach(name => (state[name] ?? []).forEach(id => this.#mark(id, `diff-${name}`)));
    [...taken, ...flows].forEach(id => this.#mark(id, 'token-taken'));
    open.forEach(({ id, text, overdue, heat }) => {
      this.#mark(id, heat ? `heat-${heat}` : overdue ? 'token-overdue' : 'token-open');
      this.#pin(id, text, overdue || heat ? 'token-badge token-badge-overdue' : 'token-badge');
    });
    stuck.forEach(({ id, text }) => {
      this.#mark(id, 'token-stuck');
      this.#pin(id, text, 'token-badge token-badge-overdue');
    });
  }

  select(id) {
    this.elementRegistry.forEach(element => this.canvas.removeMarker(element, 'token-selected'));
    this.#mark(id, 'token-selected');
  }

  clear() {
    this.overlays.remove({ type: 'token' });
    this.elementRegistry.forEach(element =>
      markers.forEach(marker => this.canvas.removeMarker(element, marker)));
  }

  #mark(id, marker) {
    if (id && this.elementRegistry.get(id)) {
      this.canvas.addMarker(id, marker);
    }
  }

  #pin(id, text, className) {
    if (!text || !this.elementRegistry.get(id)) {
      return;
    }
    const html = document.createElement('div');
    html.className = className;
    html.textContent = text;
    this.overlays.add(id, 'token', { position: { top: 3, left: 0 }, html });
  }
}

TokenOverlay.$inject = ['canvas', 'elementRegistry', 'overlays'];
