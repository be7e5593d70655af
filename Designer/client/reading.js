// What viewer, canvas and pictures share so that Chinese names can be read.
import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';

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

class ShortTextRenderer extends TextRenderer {
  constructor(config) {
    super(config);
    const whole = { ...this };
    this.createText = (text, options) => whole.createText(shortened(text), options);
    this.getDimensions = (text, options) => whole.getDimensions(shortened(text), options);
    this.getExternalLabelBounds = (bounds, text) => whole.getExternalLabelBounds(bounds, shortened(text));
    this.getTextAnnotationBounds = (bounds, text) => whole.getTextAnnotationBounds(bounds, shortened(text));
  }
}

ShortTextRenderer.$inject = ['config.textRenderer'];

function shortened(text) {
  const letters = text && text.length > longest ? [...text] : [];
  return letters.length > longest ? letters.slice(0, longest).join('') + '…' : text;
}

export const shortTexts = {
  textRenderer: ['type', ShortTextRenderer]
};
