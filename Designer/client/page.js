// What the designer's page asks of the browser besides drawing: its keys, the browser's own copy, and files to save.
// Only Interop/DesignerPageJs.cs calls this file.
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
    const url = URL.createObjectURL(new Blob([await streamReference.arrayBuffer()], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  // An SVG as PNG, twice as large so that print is sharp.
  async savePng(name, streamReference) {
    const svg = new TextDecoder().decode(await streamReference.arrayBuffer());
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width * 2, height: image.height * 2 });
    const ink = canvas.getContext('2d');
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, canvas.width, canvas.height);
    ink.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // The drawing with its title and a list of what it means, on paper or as PDF. Names come in as text only.
  async print(title, lines, streamReference) {
    const svg = new TextDecoder().decode(await streamReference.arrayBuffer());
    const frame = Object.assign(document.createElement('iframe'), { title });
    frame.setAttribute('style', 'position:fixed;right:0;bottom:0;width:0;height:0;border:0');
    document.body.append(frame);
    const paper = frame.contentDocument;
    paper.title = title;
    const add = (tag, text, style) => {
      const element = paper.createElement(tag);
      element.textContent = text;
      element.setAttribute('style', `font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;${style}`);
      paper.body.append(element);
      return element;
    };
    add('h1', title, 'font-size:18pt');
    const image = paper.createElement('img');
    image.setAttribute('style', 'max-width:100%;max-height:70vh');
    image.alt = title;
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
    await image.decode();
    paper.body.append(image);
    lines.forEach(line => add('p', line, 'font-size:11pt;margin:2pt 0'));
    frame.contentWindow.addEventListener('afterprint', () => frame.remove());
    this.printed = paper.body.textContent;
    frame.contentWindow.print();
  }

  // Whether a person has seen the tour on this browser.
  hasSeenTour() {
    return localStorage.getItem('shanzhi-designer-tour') === 'seen';
  }

  tourSeen() {
    localStorage.setItem('shanzhi-designer-tour', 'seen');
  }

  destroy() {
    this.handingOn.destroy();
    this.section.removeEventListener('keydown', this.onKey);
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

export function attach(section, listener, copyKey) {
  return new Page(section, listener, copyKey);
}
