import type { Ground } from './ground';
import { measureText } from './measure-text';

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 24;
const SERIF = "'Newsreader Variable', Newsreader, Georgia, serif";
const SANS = "'Inter Variable', Inter, system-ui, sans-serif";

/** What computed style says and an SVG of its own must carry. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** The words around the drawing: the finding above it, what is counted and where it is from under it. */
export interface FigureWords {
  title: string;
  sources: readonly string[];
}

/**
 * The drawing inside `body` as one SVG that stands alone: colours and type resolved as they are seen now, the finding
 * above it, the source lines under it. Canvases become images.
 *
 * @throws DOMException when a canvas holds pixels of another origin (none of ours does)
 */
export function figureSvg(body: HTMLElement, words: FigureWords, ground: Ground): SVGSVGElement {
  const parts = [
    ...body.querySelectorAll<SVGSVGElement | HTMLCanvasElement>('.chart svg, .chart canvas'),
  ];
  const frame = around(parts.length > 0 ? parts : [body]);
  const root = getComputedStyle(document.documentElement);
  const width = Math.ceil(frame.width) + 2 * PADDING;
  const title = wrap(words.title, width - 2 * PADDING, `20px ${SERIF}`);
  const source = words.sources.flatMap((line) => wrap(line, width - 2 * PADDING, `12px ${SANS}`));
  const top = PADDING + title.length * 26 + 12;
  const bottom = top + Math.ceil(frame.height) + 14;
  const height = bottom + source.length * 17 + PADDING;

  const svg = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(make('title', {}, words.title));
  const bare = ground === 'transparent';
  if (!bare) svg.append(make('rect', { x: 0, y: 0, width, height, fill: root.backgroundColor }));
  for (const [i, line] of title.entries())
    svg.append(
      make(
        'text',
        {
          x: PADDING,
          y: PADDING + 18 + i * 26,
          fill: root.color,
          'font-family': SERIF,
          'font-size': 20,
        },
        line,
      ),
    );
  const drawing = make('g', { 'font-family': SANS });
  for (const part of parts) drawing.append(copied(part, frame, top, bare));
  svg.append(drawing);
  for (const [i, line] of source.entries())
    svg.append(
      make(
        'text',
        {
          x: PADDING,
          y: bottom + 14 + i * 17,
          fill: root.color,
          'fill-opacity': 0.75,
          'font-family': SANS,
          'font-size': 12,
        },
        line,
      ),
    );
  return svg;
}

/** The text of the file. */
export function svgText(svg: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(svg);
}

/** The box around all parts: a drawing that scrolls is larger than the frame it scrolls in. */
function around(parts: readonly Element[]): DOMRect {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

function copied(
  part: SVGSVGElement | HTMLCanvasElement,
  frame: DOMRect,
  top: number,
  bare: boolean,
): Element {
  const box = part.getBoundingClientRect();
  const x = PADDING + box.left - frame.left;
  const y = top + box.top - frame.top;
  if (part instanceof HTMLCanvasElement)
    return make('image', { x, y, width: box.width, height: box.height, href: part.toDataURL() });
  const group = make('g', { transform: `translate(${x} ${y})` });
  for (const child of part.children) {
    const copy = resolved(child, bare);
    if (copy) group.append(copy);
  }
  return group;
}

/** @param bare without paper around letters: there is no paper */
function resolved(element: Element, bare: boolean): Element | null {
  if (element.hasAttribute('data-not-exported')) return null;
  const copy = element.cloneNode(false) as Element;
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden'])
    copy.removeAttribute(name);
  if (element.children.length === 0) {
    const style = getComputedStyle(element);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value) copy.setAttribute(name, value.replace(/px$/, ''));
    }
    if (bare && element.tagName === 'text') copy.setAttribute('stroke', 'none');
    copy.textContent = element.textContent;
  }
  for (const child of element.children) {
    const inner = resolved(child, bare);
    if (inner) copy.append(inner);
  }
  return copy;
}

function make<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number>,
  text?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'xmlns') element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Lines no wider than `width` px. */
function wrap(text: string, width: number, font: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measureText(`${last} ${word}`, font) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
