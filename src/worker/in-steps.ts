/** Lets the messages that wait be answered. */
export function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Does long work step by step, with a rest before each step.
 *
 * @param stopped whether nobody needs the answer any more; asked after each rest
 * @param onStep told what each step yields
 * @returns what the work returns; null where it was stopped
 */
export async function inSteps<Step, Answer>(
  work: Iterator<Step, Answer>,
  stopped: () => boolean,
  onStep?: (step: Step) => void,
): Promise<Answer | null>;
export async function inSteps<Step, Answer>(work: Iterator<Step, Answer>): Promise<Answer>;
export async function inSteps<Step, Answer>(
  work: Iterator<Step, Answer>,
  stopped?: () => boolean,
  onStep?: (step: Step) => void,
): Promise<Answer | null> {
  for (;;) {
    await rest();
    if (stopped?.()) return null;
    const step = work.next();
    if (step.done) return step.value;
    onStep?.(step.value);
  }
}

/** Does all of the work at once. */
export function atOnce<Answer>(work: Iterator<unknown, Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
