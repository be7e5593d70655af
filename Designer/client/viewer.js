// The read-only diagram of a running or published process. Only Interop/BpmnViewerJs.cs calls this file.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import tokenFilm from './token-film/index.js';
import './token-overlay/token-overlay.css';
import { lookAt, readable, readableTexts, textRenderer } from './reading.js';

class Viewer {
  constructor(container, listener) {
    this.viewer = new NavigatedViewer({ container, textRenderer, additionalModules: [readableTexts, tokenFilm] });
    this.viewer.on('film.changed', ({ shown, count, playing, label, ways }) =>
      listener.invokeMethodAsync('FilmChangedAsync', { shown, count, playing, label, ways }).catch(() => { /* the page has gone */ }));
    this.viewer.on('element.click', ({ element }) => {
      const id = element.labelTarget?.id ?? element.id;
      listener.invokeMethodAsync('ElementClickedAsync', id).catch(() => { /* the page has gone */ });
    });
  }

  // Returns null when the diagram is shown, else one of "no-diagram" and "unreadable".
  async load(streamReference) {
    const xml = new TextDecoder().decode(await streamReference.arrayBuffer());
    try {
      await this.viewer.importXML(xml);
    } catch (error) {
      return /no diagram to display/i.test(error.message) ? 'no-diagram' : 'unreadable';
    }
    this.fit();
    return null;
  }

  mark(state) {
    this.viewer.get('tokenFilm').take(state);
    const different = [...(state.added ?? []), ...(state.removed ?? []), ...(state.changed ?? [])]
      .filter(id => this.viewer.get('elementRegistry').get(id)).map(id => ({ id }));
    const waiting = [...(state.open ?? []), ...(state.stuck ?? []), ...different][0];
    if (waiting && (this.viewer.get('canvas').zoom() < readable || !this.inView(waiting.id))) {
      this.center(waiting.id);
    }
  }

  inView(elementId) {
    const element = this.viewer.get('elementRegistry').get(elementId);
    const { x, y, width, height } = this.viewer.get('canvas').viewbox();
    return !element || (element.x >= x && element.y >= y && element.x + element.width <= x + width && element.y + element.height <= y + height);
  }

  // A large process fits the window only in letters nobody can read: show the place that matters instead.
  center(elementId) {
    const element = this.viewer.get('elementRegistry').get(elementId);
    if (!element) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    const { outer } = canvas.viewbox();
    lookAt(canvas, element, outer.width / readable, outer.height / readable);
  }

  play() {
    this.viewer.get('tokenFilm').play();
  }

  pause() {
    this.viewer.get('tokenFilm').pause();
  }

  step(by) {
    this.viewer.get('tokenFilm').step(by);
  }

  goTo(scene) {
    this.viewer.get('tokenFilm').goTo(scene);
  }

  speed(speed) {
    this.viewer.get('tokenFilm').setSpeed(speed);
  }

  select(elementId) {
    this.viewer.get('tokenOverlay').select(elementId);
  }

  fit() {
    const canvas = this.viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1.25) {
      canvas.zoom(1.25, 'auto');
    }
  }

  zoom(factor) {
    const canvas = this.viewer.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  destroy() {
    this.viewer.destroy();
  }
}

export function create(container, listener) {
  return new Viewer(container, listener);
}
