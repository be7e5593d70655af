// What viewer and canvas share so that Chinese names can be read.
export const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

// Below this zoom the names of elements are too small to read.
export const readable = 0.75;
