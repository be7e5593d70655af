// The canvas on which a process is drawn. Only Interop/BpmnModelerJs.cs calls this file. The model belongs to the server:
// every change goes there as a whole file, and what others changed comes back as properties or as a whole file.
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { readable, readableTexts, textRenderer } from './reading.js';
import append from './modeler/append/index.js';
import keep from './modeler/keep/index.js';
import { ChangeFeed } from './modeler/feed.js';
import { LocalCopy } from './modeler/local-copy.js';
import marks from './modeler/marks/index.js';
import replace from './modeler/replace/index.js';
import tools from './modeler/tools/index.js';
import words from './modeler/words/index.js';
import './modeler/modeler.css';

// Room for the tools at the left, and around a drawing, in pixels of the screen.
const toolsWidth = 84;
const edge = 24;

class Canvas {
  constructor(container, listener, { choices, copyKey }) {
    this.container = container;
    this.listener = listener;
    this.modeler = new Modeler({
      container,
      textRenderer,
      additionalModules: [readableTexts, words, tools, append, keep, replace, marks]
    });
    this.modeler.get('appendMenu').setChoices(choices);
    this.copy = new LocalCopy(copyKey);
    this.feed = new ChangeFeed(this.modeler, listener, this.copy);
    this.modeler.on('selection.changed', ({ newSelection }) => this.#selected(newSelection));
    this.modeler.on('append.fragment', ({ fragment, elementId }) =>
      listener.invokeMethodAsync('FragmentWantedAsync', fragment, elementId).catch(() => { /* the page has gone */ }));
  }

  // Shows a whole file. Returns null when it is shown, else one of "no-diagram" and "unreadable".
  async load(streamReference) {
    const xml = new TextDecoder().decode(await streamReference.arrayBuffer());
    const view = this.loaded ? this.#canvas().viewbox() : null;
    const chosen = this.modeler.get('selection').get().map(element => element.id);
    const hadFocus = this.container.contains(document.activeElement);
    // Drawing anew takes every selection away for a moment; nobody wanted that.
    this.silent = true;
    try {
      await this.feed.quietly(() => this.modeler.importXML(xml).finally(() => this.feed.replaced()));
      this.modeler.getDefinitions().$attrs['xmlns:gov'] ??= 'urn:shanzhi:gov:1';
    } catch (error) {
      return /no diagram to display/i.test(error.message) ? 'no-diagram' : 'unreadable';
    } finally {
      this.silent = false;
    }
    if (view) {
      this.#canvas().viewbox(view);
    } else {
      this.fit();
    }
    this.loaded = true;
    if (hadFocus) {
      this.#canvas().focus();
    }
    if (chosen.length === 1) {
      this.select(chosen[0], false);
    }
    return null;
  }

  // Takes over properties of elements that were changed elsewhere; returns the position in the canvas's own history, or null
  // when something that the server does not know stands below it.
  async update(streamReference) {
    const xml = new TextDecoder().decode(await streamReference.arrayBuffer());
    const isKnown = this.feed.isSent;
    await this.feed.quietly(() => this.modeler.get('elementProperties').take(xml));
    return isKnown && this.feed.isSent ? this.feed.position : null;
  }

  // Goes to a position in the canvas's own history.
  goTo(position) {
    return this.feed.quietly(() => {
      const stack = this.modeler.get('commandStack');
      while (this.feed.position > position && stack.canUndo()) {
        stack.undo();
      }
      while (this.feed.position < position && stack.canRedo()) {
        stack.redo();
      }
      return this.feed.position;
    });
  }

  // Sends what was not sent yet, and waits until the server has it.
  flush() {
    this.modeler.get('directEditing').complete();
    return this.feed.flush();
  }

  // The server has stored everything up to a change; the browser's own copy is no longer needed.
  stored(number) {
    this.feed.stored(number);
  }

  mark(problems) {
    this.modeler.get('problemMarks').show(problems);
  }

  select(elementId, focus = true) {
    const element = this.modeler.get('elementRegistry').get(elementId);
    const selection = this.modeler.get('selection');
    if (!element) {
      selection.select(null);
      return;
    }
    if (!selection.isSelected(element) || selection.get().length > 1) {
      this.silent = true;
      selection.select(element);
      this.silent = false;
    }
    if (focus) {
      this.#canvas().scrollToElement(element, 80);
    }
  }

  // Puts a choice behind an element, or behind the last one when none is named.
  append(choiceId, elementId) {
    return this.modeler.get('appendMenu').append(choiceId, elementId)?.id ?? null;
  }

  openAppendMenu(elementId) {
    this.modeler.get('appendMenu').open(elementId);
  }

  // Lets a list outside the canvas be dragged onto it; its items carry data-choice.
  bindList(list) {
    list.addEventListener('dragstart', event => {
      const choice = event.target.closest?.('[data-choice]')?.dataset.choice;
      if (choice) {
        event.preventDefault();
        this.modeler.get('appendMenu').drag(event, choice);
      }
    });
  }

  focus() {
    this.#canvas().focus();
  }

  // Shows everything beside the tools, never larger than drawn.
  fit() {
    const canvas = this.#canvas();
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    const [width, height] = [outer.width - toolsWidth - edge, outer.height - 2 * edge];
    const scale = Math.min(1, width / Math.max(1, inner.width), height / Math.max(1, inner.height));
    if (scale < readable) {
      this.#readFromStart();
      return;
    }
    const left = toolsWidth + (width - inner.width * scale) / 2;
    const top = edge + (height - inner.height * scale) / 2;
    canvas.viewbox({ x: inner.x - left / scale, y: inner.y - top / scale, width: outer.width / scale, height: outer.height / scale });
  }

  zoom(factor) {
    const canvas = this.#canvas();
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  destroy() {
    this.feed.stop();
    this.modeler.destroy();
  }

  #canvas() {
    return this.modeler.get('canvas');
  }

  // A large process fits the window only in letters nobody can read: begin where it begins.
  #readFromStart() {
    const canvas = this.#canvas();
    const { inner } = canvas.viewbox();
    const { outer } = canvas.viewbox();
    canvas.viewbox({ x: inner.x - toolsWidth / readable, y: inner.y - 40, width: outer.width / readable, height: outer.height / readable });
  }

  #selected([element]) {
    if (!this.silent) {
      const id = element?.labelTarget?.id ?? element?.id ?? null;
      this.listener.invokeMethodAsync('SelectedAsync', id).catch(() => { /* the page has gone */ });
    }
  }
}

export async function create(container, listener, options) {
  await styles();
  return new Canvas(container, listener, options);
}

// The page that shows a canvas is the only one that needs its styles.
function styles() {
  const href = new URL('./modeler.css', import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) {
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
