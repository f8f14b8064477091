let context: CanvasRenderingContext2D | null = null;

/** Width of text in px as the browser sets it in `font` (a CSS font shorthand). */
export function measureText(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
}
