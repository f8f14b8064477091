/**
 * Puts an image into the clipboard. It may still be in the making: the browser has to be asked while the person's press
 * of the key or button is fresh.
 *
 * @throws DOMException or TypeError when the browser refuses or knows no images in the clipboard
 */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}

/**
 * Puts text into the clipboard.
 *
 * @throws DOMException or TypeError when the browser refuses
 */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
