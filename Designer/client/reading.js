// What viewer, canvas and pictures share so that Chinese names can be read.
import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import { broken } from './line-breaks.js';

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

// Longer names do not fit any symbol, and breaking ten thousand letters into lines would stop the browser for minutes.
// The whole name stands in the panel and in the list of steps.
const longest = 120;

// Below this zoom the names of elements are too small to read.
export const readable = 0.75;

export const textRenderer = {
  defaultStyle: { fontFamily, fontSize: 13 },
  externalStyle: { fontFamily, fontSize: 12 }
};

// A name beside its symbol may reach so far beyond its box, which other programs measure with other letters.
const overhang = 14;
const labelWidth = 90;
const ink = document.createElement('canvas').getContext('2d');

class ReadableTextRenderer extends TextRenderer {
  constructor(config) {
    super(config);
    this.whole = { ...this };
    this.createText = (text, options) => this.#create(shortened(text), options);
    this.getDimensions = (text, options) => this.whole.getDimensions(shortened(text), options);
    this.getExternalLabelBounds = (bounds, text) => this.whole.getExternalLabelBounds(bounds, this.#broken(shortened(text), Math.max(bounds.width, labelWidth), this.getExternalStyle()));
    this.getTextAnnotationBounds = (bounds, text) => this.whole.getTextAnnotationBounds(bounds, shortened(text));
  }

  #create(text, options) {
    if (!text || !options?.box) {
      return this.whole.createText(text, options);
    }
    const { align, box, fitBox, padding = 0, style } = options;
    const beside = align || fitBox ? 0 : overhang;
    const width = box.width - 2 * padding + beside;
    const drawn = this.whole.createText(this.#broken(text, width, style), { ...options, box: { ...box, width: box.width + beside } });
    drawn.querySelectorAll('tspan').forEach(line => line.setAttribute('x', Number(line.getAttribute('x')) - beside / 2));
    return drawn;
  }

  #broken(text, width, style) {
    const { fontFamily, fontSize, fontWeight } = { ...this.getDefaultStyle(), ...style };
    ink.font = `${fontWeight} ${fontSize}px ${fontFamily}`;
    return text && broken(text, width, piece => ink.measureText(piece).width);
  }
}

ReadableTextRenderer.$inject = ['config.textRenderer'];

function shortened(text) {
  const letters = text && text.length > longest ? [...text] : [];
  return letters.length > longest ? letters.slice(0, longest).join('') + '…' : text;
}

export const readableTexts = {
  textRenderer: ['type', ReadableTextRenderer]
};

// Brings an element to the middle of the view, but never shows emptiness where there is drawing on the other side.
export function lookAt(canvas, element, width, height) {
  const { inner } = canvas.viewbox();
  canvas.viewbox({
    x: begin(element.x + element.width / 2, width, inner.x, inner.width),
    y: begin(element.y + element.height / 2, height, inner.y, inner.height),
    width,
    height
  });
}

// Where a view of a size begins on one axis of a drawing, for a place that should be in its middle.
function begin(middle, size, from, length) {
  const edge = 40;
  return size >= length + 2 * edge
    ? from + (length - size) / 2
    : Math.min(Math.max(middle - size / 2, from - edge), from + length + edge - size);
}
