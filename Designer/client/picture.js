// Draws a process where nobody sees it, for files and for paper.
import Viewer from 'bpmn-js/lib/Viewer';
import { readableTexts, textRenderer } from './reading.js';

// The widest and highest picture that browsers make, and the largest.
const longest = 16_000;
const largest = 200_000_000;

// The drawing as SVG with its size in CSS pixels, where its elements are, and the symbols of some of them without their names, by id.
export async function drawing(xml, ids = []) {
  const container = document.createElement('div');
  container.setAttribute('style', 'position:fixed;left:-4000px;top:0;width:1000px;height:800px;visibility:hidden');
  document.body.append(container);
  const viewer = new Viewer({ container, textRenderer, additionalModules: [readableTexts] });
  try {
    await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    const { x, y, width, height } = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.viewBox.baseVal;
    const registry = viewer.get('elementRegistry');
    const symbols = Object.fromEntries(ids.filter(id => registry.get(id)).map(id => [id, [symbol(registry, id)]]));
    return { svg, x, y, width, height, symbols, places: places(registry) };
  } finally {
    viewer.destroy();
    container.remove();
  }
}

// Where everything stands that holds nothing else, with room for lines and arrows.
function places(registry) {
  const edge = 12;
  return new Map(registry.filter(element => !element.children?.length).map(({ id, waypoints, x, y, width, height }) => {
    const [left, top] = waypoints ? [Math.min(...waypoints.map(point => point.x)), Math.min(...waypoints.map(point => point.y))] : [x, y];
    const [right, bottom] = waypoints ? [Math.max(...waypoints.map(point => point.x)), Math.max(...waypoints.map(point => point.y))] : [x + width, y + height];
    return [id, { left: left - edge, top: top - edge, right: right + edge, bottom: bottom + edge }];
  }));
}

// Gives a cutter: for a region, in the drawing's pixels, an SVG with only what can be seen there. Paper with many parts would
// otherwise hold the whole drawing as often.
export function cutter({ svg, x, y, places }) {
  const whole = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return region => {
    const part = whole.cloneNode(true);
    const [left, top] = [x + region.x, y + region.y];
    for (const element of part.querySelectorAll('[data-element-id]')) {
      const place = places.get(element.dataset.elementId);
      if (place && (place.right < left || place.left > left + region.width || place.bottom < top || place.top > top + region.height)) {
        element.remove();
      }
    }
    part.setAttribute('viewBox', `${left} ${top} ${region.width} ${region.height}`);
    part.setAttribute('width', region.width);
    part.setAttribute('height', region.height);
    return new XMLSerializer().serializeToString(part);
  };
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
