/** Every browser has it since 2024, Node since 21. */
interface MovableBuffer {
  byteLength: number;
  transfer?(byteLength: number): ArrayBuffer;
}

/**
 * Gives the memory of arrays back at once, of which none may be used again. The garbage collector does not see how
 * large they are, and would let them stand beside what comes next.
 */
export function release(...arrays: { buffer: ArrayBufferLike }[]): void {
  for (const { buffer } of arrays) (buffer as MovableBuffer).transfer?.(0);
}
