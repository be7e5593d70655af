// Marks elements with what the checks found: [{ id, text, isError }]. Unknown ids are ignored. Texts are shown as text.
export class ProblemMarks {
  constructor(canvas, elementRegistry, overlays) {
    this.canvas = canvas;
    this.elementRegistry = elementRegistry;
    this.overlays = overlays;
  }

  show(problems) {
    this.overlays.remove({ type: 'problem' });
    this.elementRegistry.forEach(element => ['has-error', 'has-warning'].forEach(marker => this.canvas.removeMarker(element, marker)));
    const byElement = new Map();
    for (const problem of problems.filter(found => this.elementRegistry.get(found.id))) {
      byElement.set(problem.id, [...byElement.get(problem.id) ?? [], problem]);
    }
    byElement.forEach((found, id) => this.#mark(id, found));
  }

  #mark(id, found) {
    const isError = found.some(problem => problem.isError);
    this.canvas.addMarker(id, isError ? 'has-error' : 'has-warning');
    const html = document.createElement('div');
    html.className = isError ? 'problem-mark problem-mark-error' : 'problem-mark';
    html.textContent = String(found.length);
    html.title = found.map(problem => problem.text).join('\n');
    this.overlays.add(id, 'problem', { position: { top: -10, left: -10 }, html });
  }
}

ProblemMarks.$inject = ['canvas', 'elementRegistry', 'overlays'];
