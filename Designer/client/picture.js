// Draws a process where nobody sees it, for files and for paper.
import Viewer from 'bpmn-js/lib/Viewer';
import { shortTexts, textRenderer } from './reading.js';

// The widest and highest picture that browsers make, and the largest.
const longest = 16_000;
const largest = 200_000_000;

// The drawing as SVG with its size in CSS pixels, and the symbols of some of its elements without their names, by id.
export async function drawing(xml, ids = []) {
  const container = document.createElement('div');
  container.setAttribute('style', 'position:fixed;left:-4000px;top:0;width:1000px;height:800px;visibility:hidden');
  document.body.append(container);
  const viewer = new Viewer({ container, textRenderer, additionalModules: [shortTexts] });
  try {
    await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    const { width, height } = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.viewBox.baseVal;
    const registry = viewer.get('elementRegistry');
    return { svg, width, height, symbols: Object.fromEntries(ids.filter(id => registry.get(id)).map(id => [id, [symbol(registry, id)]])) };
  } finally {
    viewer.destroy();
    container.remove();
  }
}

// What an element looks like, small and alone. A frame around other elements is shown as an empty one.
function symbol(registry, id) {
  const { width, height, children } = registry.get(id);
  const visual = registry.getGraphics(id).querySelector('.djs-visual').cloneNode(true);
  visual.querySelectorAll('text').forEach(name => name.remove());
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', '42');
  svg.setAttribute('height', '32');
  if (children?.length) {
    const frame = visual.querySelector('rect');
    frame.setAttribute('width', '100');
    frame.setAttribute('height', '76');
    visual.replaceChildren(frame);
  }
  svg.setAttribute('viewBox', `-4 -4 ${(children?.length ? 100 : width) + 8} ${(children?.length ? 76 : height) + 8}`);
  svg.append(visual);
  return svg;
}

// An SVG as an image that has been decoded.
export async function image(svg) {
  const picture = new Image();
  picture.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  await picture.decode();
  return picture;
}

// A drawing as PNG, twice as large so that print is sharp, less where browsers cannot.
export async function png({ svg, width, height }) {
  const scale = Math.min(2, longest / width, longest / height, Math.sqrt(largest / (width * height)));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
  const ink = canvas.getContext('2d');
  ink.fillStyle = '#fff';
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.drawImage(await image(svg), 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error('Expected a picture, but the browser made none.')), 'image/png'));
}
