// Lays a process out on sheets of paper: whole when its names can still be read, else in parts one below the other.
// Only Interop/PaperJs.cs calls this file.
import { cutter, drawing, image } from './picture.js';
import './paper.css';

// Millimetres of a CSS pixel.
const pixel = 25.4 / 96;

// Names of 12 px are 6 pt high then; smaller cannot be read on paper.
const readable = 0.65;

// Between two parts on a sheet, and how much of a part the next one shows again.
const gap = 9;
const overlap = 12;

class Paper {
  constructor(sheets, legend) {
    this.sheets = sheets;
    this.legend = legend;
  }

  // Draws once; laying out again needs no new drawing.
  async draw(streamReference) {
    const xml = new TextDecoder().decode(await streamReference.arrayBuffer());
    const places = [...this.legend.querySelectorAll('[data-symbol]')];
    this.drawing = await drawing(xml, places.map(place => place.dataset.symbol));
    this.image = await image(this.drawing.svg);
    places.forEach(place => place.replaceChildren(...this.drawing.symbols[place.dataset.symbol] ?? []));
  }

  // Room: millimetres for a drawing on a sheet, and less on the first. Wanted: "whole", "parts" or "auto".
  // Returns the number of parts, 1 for a drawing that is whole.
  async layOut({ width, height, first }, wanted, words) {
    const size = { width: this.drawing.width * pixel, height: this.drawing.height * pixel };
    const whole = Math.min(1, width / size.width, first / size.height);
    const isWhole = wanted === 'whole' || (wanted === 'auto' && whole >= readable);
    const scale = Math.min(1, Math.max(readable, whole));
    const parts = isWhole ? [] : cut(size.width * scale, size.height * scale, width, height - gap);
    const take = cutter(this.drawing);
    const unit = pixel * scale;
    for (const part of parts) {
      part.image = await image(take({ x: part.x / unit, y: part.y / unit, width: part.width / unit, height: part.height / unit }));
    }
    this.sheets.replaceChildren(
      sheet([box(this.image.cloneNode(), size.width * whole, size.height * whole)]),
      ...pack(parts, height).map(group => sheet(group.flatMap(part => [
        Object.assign(document.createElement('p'), { className: 'paper-part', textContent: words.part.replace('{0}', part.number).replace('{1}', parts.length) }),
        box(part.image, part.width, part.height)
      ]))));
    return Math.max(1, parts.length);
  }

  print() {
    window.print();
  }
}

// Cuts a drawing into parts that fit a sheet, row by row.
function cut(width, height, most, highest) {
  const parts = [];
  for (let y = 0; y === 0 || y + overlap < height; y += highest - overlap) {
    for (let x = 0; x === 0 || x + overlap < width; x += most - overlap) {
      parts.push({ number: parts.length + 1, x, y, width: Math.min(most, width - x), height: Math.min(highest, height - y) });
    }
  }
  return parts;
}

// As many parts on a sheet as find room below one another.
function pack(parts, height) {
  const groups = [];
  let left = 0;
  for (const part of parts) {
    if (part.height + gap > left) {
      groups.push([]);
      left = height;
    }
    groups.at(-1).push(part);
    left -= part.height + gap;
  }
  return groups;
}

function sheet(content) {
  const element = Object.assign(document.createElement('div'), { className: 'paper-sheet' });
  element.append(...content);
  return element;
}

// A picture of a size in millimetres.
function box(picture, width, height) {
  picture.alt = '';
  picture.style.cssText = `display:block;max-width:none;width:${width}mm;height:${height}mm`;
  const element = Object.assign(document.createElement('div'), { className: 'paper-box' });
  element.append(picture);
  return element;
}

export async function attach(sheets, legend) {
  await styles();
  return new Paper(sheets, legend);
}

function styles() {
  const href = new URL('./paper.css', import.meta.url).href;
  return new Promise(resolve => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
