import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PROJECT_VERSION,
  ProjectProblem,
  readProject,
  type Section,
  writeProject,
} from '../../src/exports/project-file';

const anySections = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 20 }),
    bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
  }),
  { maxLength: 6, selector: ({ name }) => name },
);
const anyContent = fc.record(
  {
    text: fc.string({ unit: 'binary' }),
    number: fc.double(),
    list: fc.array(fc.double(), { maxLength: 5 }),
  },
  { noNullPrototype: true },
);

async function readWhole(file: Blob): Promise<{ content: unknown; sections: Section[] }> {
  const { content, names, section } = await readProject(file);
  const sections: Section[] = [];
  for (const name of names) sections.push({ name, bytes: await section(name) });
  return { content, sections };
}

async function codeOf(file: Blob): Promise<string> {
  try {
    await readWhole(file);
    return 'opened';
  } catch (problem) {
    if (problem instanceof ProjectProblem) return problem.code;
    throw problem;
  }
}

async function sample(): Promise<Uint8Array<ArrayBuffer>> {
  const sections = [
    { name: 'a', bytes: Uint8Array.from({ length: 200 }, (_, index) => (index * 37) % 251) },
    { name: 'b', bytes: new Uint8Array(0) },
  ];
  return new Uint8Array(await (await writeProject({ name: 'Shop' }, sections)).arrayBuffer());
}

test('whatever goes into a project file comes out of it to the bit', async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, anySections, async (content, sections) => {
      const read = await readWhole(await writeProject(content, sections));
      expect(read.content).toStrictEqual(content);
      expect(read.sections).toEqual(sections);
    }),
    { numRuns: 60 },
  );
});

describe('a project file that is not whole is refused with the reason', () => {
  test('cut at any length', async () => {
    const whole = await sample();
    expect(await codeOf(new Blob([]))).toBe('PROJECT_NOT_ONE');
    for (let length = 1; length < whole.length; length++) {
      expect(await codeOf(new Blob([whole.subarray(0, length)])), `${length} bytes`).toBe(
        'PROJECT_TRUNCATED',
      );
    }
  });

  test('with any one bit turned', async () => {
    const whole = await sample();
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const bytes = whole.slice();
      bytes[bit >> 3] ^= 1 << (bit & 7);
      expect(await codeOf(new Blob([bytes])), `bit ${bit}`).not.toBe('opened');
    }
  });

  test('with bytes after its end', async () => {
    expect(await codeOf(new Blob([await sample(), 'x']))).toBe('PROJECT_DAMAGED');
  });

  test('with a section exchanged for another', async () => {
    const { section } = await readProject(new Blob([await sample()]));
    await expect(section('c')).rejects.toMatchObject({ code: 'PROJECT_DAMAGED' });
  });

  test('carried as text, so that its line ends were changed', async () => {
    const bytes = await sample();
    expect(await codeOf(new Blob([bytes.subarray(0, 6), bytes.subarray(7)]))).toBe(
      'PROJECT_DAMAGED',
    );
  });

  test('of a newer version', async () => {
    const bytes = await sample();
    new DataView(bytes.buffer).setUint32(8, PROJECT_VERSION + 1, true);
    expect(await codeOf(new Blob([bytes]))).toBe('PROJECT_NEWER');
  });

  test.each([
    'customer,date,amount\nann,2024-01-05,10',
    '{"format":"tenure-results"}',
    'PK\u0003\u0004',
  ])('that is something else: %j', async (text) =>
    expect(await codeOf(new Blob([text]))).toBe('PROJECT_NOT_ONE'),
  );
});
