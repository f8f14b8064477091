import { textWidth } from './text-width';

/** Words in lines no wider than `width` px, where no single word is wider; greedy, first line first. */
export function wrapWords(text: string, width: number, size: number, strong = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, strong) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
