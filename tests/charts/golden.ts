import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Drawing, Mark, Tint } from '../../src/charts/marks';
import { tokens } from './tokens';

/**
 * Compares a drawing with tests/golden/<name>.svg; UPDATE_GOLDEN=1 writes the file anew, for a person to look at.
 *
 * @returns what is drawn and what the file holds
 */
export function golden(name: string, drawing: Drawing): { drawn: string; kept: string } {
  const file = new URL(`../golden/${name}.svg`, import.meta.url);
  const drawn = svgOf(drawing);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, drawn);
  return { drawn, kept: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

function svgOf({ width, height, marks, stops }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, sans-serif">`,
    `<rect width="100%" height="100%" fill="${colour('paper')}"/>`,
    ...marks.map(element),
    ...stops.map((stop) => `<!-- ${stop.row}: ${stop.name.replaceAll('--', '- -')} -->`),
    '</svg>\n',
  ].join('\n');
}

function colour(tint: Tint | 'none'): string {
  return tint === 'none' ? tint : (tokens.get(tint)?.[0] ?? `unknown token ${tint}`);
}

function element(mark: Mark): string {
  const stroke = (tint: Tint | undefined, width = 1, dashed = false): string =>
    tint === undefined
      ? ''
      : ` stroke="${colour(tint)}" stroke-width="${width}"${dashed ? ' stroke-dasharray="4 3"' : ''}`;
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${colour(mark.fill)}"${stroke(mark.stroke)}/>`;
    case 'path':
      return `<path d="${mark.d}" fill="${colour(mark.fill)}"${stroke(mark.stroke, mark.strokeWidth, mark.dashed)}/>`;
    case 'line':
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}"${stroke(mark.stroke, mark.strokeWidth, mark.dashed)}/>`;
    case 'dot':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.r}" fill="${colour(mark.fill)}"${stroke(mark.stroke)}/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" fill="${colour(mark.fill)}" text-anchor="${mark.anchor}" font-size="${mark.size ?? 12}"${mark.strong ? ' font-weight="600"' : ''}>${escaped(mark.text)}</text>`;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
