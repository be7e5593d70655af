// What viewer, canvas and pictures share so that Chinese names can be read.
const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export const textRenderer = {
  defaultStyle: { fontFamily, fontSize: 13 },
  externalStyle: { fontFamily, fontSize: 12 }
};

// Below this zoom the names of elements are too small to read.
export const readable = 0.75;
