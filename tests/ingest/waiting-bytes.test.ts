import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WaitingBytes } from '../../src/ingest/waiting-bytes';

test('bytes come out in the order they went in, whatever is kept back in between', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.nat())), (steps) => {
      const waiting = new WaitingBytes();
      const taken: number[] = [];
      let left: number[] = [];
      for (const [bytes, take] of steps) {
        const at = waiting.followedBy(bytes);
        expect([...at]).toEqual([...left, ...bytes]);
        const count = take % (at.length + 1);
        taken.push(...at.subarray(0, count));
        left = [...at.subarray(count)];
        waiting.keepFrom(count);
      }
      expect([...taken, ...left]).toEqual(steps.flatMap(([bytes]) => [...bytes]));
    }),
  );
});
