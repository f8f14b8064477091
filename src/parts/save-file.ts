import { fileName } from './file-name';

/** Hands a file to the browser's downloads; nothing leaves the machine. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName(name);
  link.click();
  // The download keeps its own hold of the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
