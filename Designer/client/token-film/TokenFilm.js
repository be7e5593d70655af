import { lookAt } from '../reading.js';
import { scenes, stateAfter } from './scenes.js';

// How long a scene lasts at normal speed, and how long one rests where nothing may move.
const shortest = 500;
const longest = 1_600;
const perPixel = 3;
const rest = 900;

// Plays what happened to one matter: tokens run along the flows that were taken, those that moved together at once.
// Events: film.changed { shown, count, playing, label, flows }.
export class TokenFilm {
  constructor(canvas, elementRegistry, eventBus, tokenOverlay) {
    Object.assign(this, { canvas, elementRegistry, eventBus, tokenOverlay });
    this.cut = [];
    this.shown = 0;
    this.speed = 1;
    this.playing = false;
    this.now = {};
    eventBus.on(['diagram.clear', 'diagram.destroy'], () => this.#halt());
  }

  // Takes a new state. When it only goes on from the one before, what is new is played; otherwise it is shown as it stands.
  take(state) {
    const before = this.cut.map(name);
    const wasWhole = this.shown === this.cut.length;
    this.#halt();
    this.now = state;
    this.cut = scenes(state.path ?? [], this.elementRegistry);
    const goesOn = before.length > 0 && wasWhole && this.cut.length > before.length && before.every((scene, i) => scene === name(this.cut[i]));
    this.#show(goesOn ? before.length : this.cut.length);
    if (goesOn) {
      this.#play(Math.max(2, (this.cut.length - before.length) * 2));
    }
  }

  play() {
    if (this.cut.length > 0) {
      if (this.shown === this.cut.length) {
        this.#show(0);
      }
      this.#play(1);
    }
  }

  pause() {
    this.#halt();
    this.#show(this.shown);
  }

  // One scene on, moving, or one back.
  step(by) {
    this.#halt();
    if (by > 0 && this.shown < this.cut.length) {
      this.#run(this.cut[this.shown], 1, () => this.#show(this.shown + 1));
    } else {
      this.#show(Math.max(0, this.shown - 1));
    }
  }

  goTo(scene) {
    this.#halt();
    this.#show(Math.min(this.cut.length, Math.max(0, scene)));
  }

  // 1 is normal.
  setSpeed(speed) {
    this.speed = speed;
  }

  #play(hurry) {
    this.playing = true;
    this.#tell();
    const next = () => {
      if (this.shown >= this.cut.length) {
        this.#halt();
        this.#tell();
        return;
      }
      this.#run(this.cut[this.shown], hurry, () => {
        this.#show(this.shown + 1);
        next();
      });
    };
    next();
  }

  // Lets the tokens of a scene run; without motion they stand where they go for as long.
  #run(scene, hurry, done) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const layer = this.canvas.getLayer('token-film', 2);
    const runners = scene.flows.map(flow => runner(flow, layer));
    const length = Math.max(...runners.map(({ total }) => total));
    const lasts = (still ? rest : Math.min(longest, Math.max(shortest, length * perPixel))) / hurry;
    this.#follow(scene.flows[0]);
    let gone = 0;
    let last = null;
    const frame = time => {
      gone += last === null ? 0 : (time - last) * this.speed;
      last = time;
      runners.forEach(({ put }) => put(still ? 1 : Math.min(1, gone / lasts)));
      if (gone < lasts) {
        this.frame = requestAnimationFrame(frame);
      } else {
        this.#clear();
        done();
      }
    };
    this.frame = requestAnimationFrame(frame);
  }

  #show(shown) {
    this.shown = shown;
    this.tokenOverlay.show(shown === this.cut.length ? this.now : stateAfter(this.cut, shown));
    this.#tell();
  }

  #halt() {
    cancelAnimationFrame(this.frame);
    this.playing = false;
    this.#clear();
  }

  #clear() {
    this.frame = null;
    this.canvas._layers?.['token-film']?.group.replaceChildren();
  }

  #tell() {
    const scene = this.cut[this.shown - 1];
    this.eventBus.fire('film.changed', {
      shown: this.shown,
      count: this.cut.length,
      playing: this.playing,
      label: scene?.label ?? null,
      ways: (scene?.flows ?? []).map(({ source, target }) => ({ from: title(source), to: title(target) }))
    });
  }

  // Keeps what moves in sight.
  #follow({ target }) {
    const { x, y, width, height } = this.canvas.viewbox();
    const isSeen = target.x >= x && target.y >= y && target.x + target.width <= x + width && target.y + target.height <= y + height;
    if (!isSeen) {
      lookAt(this.canvas, target, width, height);
    }
  }
}

TokenFilm.$inject = ['canvas', 'elementRegistry', 'eventBus', 'tokenOverlay'];

function name({ act, flows }) {
  return `${act}:${flows.map(({ id }) => id).join()}`;
}

// What people call an element; one without a name is known by what it is.
function title({ businessObject: element }) {
  const kind = element.$type === 'bpmn:StartEvent' ? 'Start' : element.$type === 'bpmn:EndEvent' ? 'End' : element.$type.endsWith('Gateway') ? 'Gateway' : 'Step';
  return { name: element.name || null, kind };
}

// A token on a flow, with the way to put it anywhere between its begin (0) and end (1).
function runner({ waypoints }, layer) {
  const token = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  token.setAttribute('r', '9');
  token.setAttribute('class', 'film-token');
  layer.append(token);
  const pieces = waypoints.slice(1).map((to, i) => ({ from: waypoints[i], to, length: Math.hypot(to.x - waypoints[i].x, to.y - waypoints[i].y) }));
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  const put = share => {
    let left = share * total;
    const piece = pieces.find(({ length }) => left <= length || (left -= length, false)) ?? pieces.at(-1);
    const part = piece.length === 0 ? 1 : Math.min(1, left / piece.length);
    token.setAttribute('cx', piece.from.x + (piece.to.x - piece.from.x) * part);
    token.setAttribute('cy', piece.from.y + (piece.to.y - piece.from.y) * part);
  };
  put(0);
  return { put, total };
}
