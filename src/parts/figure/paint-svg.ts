/**
 * Paints the SVG of `figureSvg` on a canvas, with the page's own fonts: an SVG read as an image would know none of
 * them, and nothing here may be fetched. Knows the elements that figures are made of: g, rect, line, path, circle,
 * text, image.
 *
 * @param scale device pixels per px
 * @throws Error when the browser gives no canvas of that size
 */
export async function paintSvg(svg: SVGSVGElement, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(Number(svg.getAttribute('width')) * scale);
  canvas.height = Math.ceil(Number(svg.getAttribute('height')) * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(scale, scale);
  context.lineJoin = 'round';
  for (const child of svg.children) await paint(context, child, '');
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no image'));
    }, 'image/png'),
  );
}

async function paint(
  context: CanvasRenderingContext2D,
  element: Element,
  family: string,
): Promise<void> {
  const own = element.getAttribute('font-family') ?? family;
  if (element.tagName === 'g') {
    context.save();
    const moved = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(
      element.getAttribute('transform') ?? '',
    );
    if (moved) context.translate(Number(moved[1]), Number(moved[2]));
    for (const child of element.children) await paint(context, child, own);
    context.restore();
    return;
  }
  const read = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  context.save();
  context.globalAlpha = opacity(element, 'opacity') * opacity(element, 'fill-opacity');
  if (element.tagName === 'text') paintText(context, element, own);
  else if (element.tagName === 'image') {
    const image = new Image();
    image.src = element.getAttribute('href') ?? '';
    await image.decode();
    context.drawImage(image, read('x'), read('y'), read('width'), read('height'));
  } else {
    const path = outline(element, read);
    if (path) paintPath(context, element, path);
  }
  context.restore();
}

function opacity(element: Element, name: string): number {
  const value = element.getAttribute(name);
  return value === null ? 1 : Number(value);
}

function outline(element: Element, read: (name: string) => number): Path2D | null {
  if (element.tagName === 'path') return new Path2D(element.getAttribute('d') ?? '');
  const path = new Path2D();
  if (element.tagName === 'rect') path.rect(read('x'), read('y'), read('width'), read('height'));
  else if (element.tagName === 'circle')
    path.arc(read('cx'), read('cy'), read('r'), 0, 2 * Math.PI);
  else if (element.tagName === 'line') {
    path.moveTo(read('x1'), read('y1'));
    path.lineTo(read('x2'), read('y2'));
  } else return null;
  return path;
}

function paintPath(context: CanvasRenderingContext2D, element: Element, path: Path2D): void {
  const fill = element.getAttribute('fill') ?? 'none';
  const stroke = element.getAttribute('stroke') ?? 'none';
  if (fill !== 'none' && element.tagName !== 'line') {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke === 'none') return;
  context.strokeStyle = stroke;
  context.lineWidth = Number.parseFloat(element.getAttribute('stroke-width') ?? '1');
  context.setLineDash(
    (element.getAttribute('stroke-dasharray') ?? '')
      .split(/[ ,]+/)
      .map(Number.parseFloat)
      .filter((dash) => dash > 0),
  );
  context.stroke(path);
}

const ALIGN: Record<string, CanvasTextAlign> = { middle: 'center', end: 'right', start: 'left' };

function paintText(context: CanvasRenderingContext2D, element: Element, family: string): void {
  const size = Number.parseFloat(element.getAttribute('font-size') ?? '12');
  context.font = `${element.getAttribute('font-weight') ?? '400'} ${size}px ${family}`;
  context.textAlign = ALIGN[element.getAttribute('text-anchor') ?? 'start'];
  const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(element.getAttribute(name) ?? '0'));
  const text = element.textContent;
  const stroke = element.getAttribute('stroke') ?? 'none';
  if (stroke !== 'none') {
    context.strokeStyle = stroke;
    context.lineWidth = Number.parseFloat(element.getAttribute('stroke-width') ?? '1');
    context.strokeText(text, x, y);
  }
  context.fillStyle = element.getAttribute('fill') ?? '#000';
  context.fillText(text, x, y);
}
