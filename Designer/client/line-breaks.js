// Where the lines of a name end. Chinese has no spaces, and what breaks English lines cuts words in two and puts a bracket alone on a line.
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const closing = /^[，。、；：？！）】》”’…％%)\],.;:?!]/u;
const opening = /[（【《“‘([]$/u;

// A text in lines no wider than a width where that can be: as few as possible, about equally long, broken between words.
// The measure gives the width of a piece of text.
export function broken(text, width, measure) {
  return text.split(/\r?\n/).flatMap(line => measure(line) <= width ? [line] : lines(pieces(line, width, measure), width)).join('\n');
}

// What stays together, with its width: a word with the marks that belong to it. A word wider than a line goes letter by letter.
function pieces(text, width, measure) {
  const parts = [];
  for (const { segment } of words.segment(text)) {
    const last = parts.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last) || /^\s/u.test(segment))) {
      parts[parts.length - 1] += segment;
    } else {
      parts.push(segment);
    }
  }
  return parts
    .flatMap(part => measure(part.trimEnd()) <= width ? [part] : [...part])
    .map(part => ({ part, whole: measure(part), last: measure(part.trimEnd()) }));
}

// From the end to the beginning: the best way to set what is left, where one line more costs more than any unevenness.
function lines(parts, width) {
  const best = [];
  best[parts.length] = { cost: 0 };
  for (let from = parts.length - 1; from >= 0; from--) {
    let before = 0;
    for (let to = from; to < parts.length; to++) {
      const used = before + parts[to].last;
      if (used > width && to > from) {
        break;
      }
      const cost = best[to + 1].cost + width * width * 100 + (width - used) ** 2;
      if (!(best[from]?.cost <= cost)) {
        best[from] = { cost, next: to + 1 };
      }
      before += parts[to].whole;
    }
  }
  const result = [];
  for (let at = 0; at < parts.length; at = best[at].next) {
    result.push(parts.slice(at, best[at].next).map(({ part }) => part).join('').trimEnd());
  }
  return result;
}
