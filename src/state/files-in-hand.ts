import type { Choices, ChosenFile, Inspected, Understanding } from '../worker/contract/importing';

export type Question = Understanding['questions'][number];

/** A question the person has answered; it stays in sight, so that the answer can be changed. */
export interface Answered {
  question: Question;
  /** The value of the option taken. */
  value: string;
}

/** A chosen file with what is understood of it. */
export interface FileInHand extends ChosenFile {
  understood: Inspected | null;
  answered: readonly Answered[];
  /** What was decided when a file with this header was last imported. */
  remembered: Choices | null;
}

export function inHand(file: File): FileInHand {
  return { file, choices: {}, understood: null, answered: [], remembered: null };
}

/**
 * What of earlier decisions is taken over unasked: which column is what. Answers to questions are not, since
 * next month's file may be another case; they are shown beside the question.
 */
export function mappingOf({ columns, attributes, deduct }: Choices): Choices {
  return {
    ...(columns && Object.keys(columns).length > 0 ? { columns } : {}),
    ...(attributes ? { attributes } : {}),
    ...(deduct ? { deduct } : {}),
  };
}

/** The option of a question that was taken last time, if it was asked then. */
export function lastAnswer({ options }: Question, remembered: Choices | null): string | null {
  if (!remembered) return null;
  const taken = options.find(({ choice }) =>
    Object.entries(choice).every(
      ([name, value]) => name !== 'columns' && remembered[name as keyof Choices] === value,
    ),
  );
  return taken?.value ?? null;
}

/** A question about files, with the answer it was given; null while it is open. */
export interface Asked {
  /** Tells it from all others about the same files. */
  key: string;
  /** The first file that asks it. */
  file: string;
  question: Question;
  value: string | null;
}

/**
 * Every question about these files, answered ones first, in the order they came up. Several files that ask the
 * same, with the same possible answers, ask once: the answer holds for all of them.
 */
export function askedAbout(files: readonly FileInHand[]): Asked[] {
  const asked = files.flatMap(({ understood, answered, file }) => {
    const open = understood?.kind === 'understanding' ? understood.questions : [];
    const about = (question: Question, value: string | null): Asked => ({
      key: keyOf(question),
      file: file.name,
      question,
      value,
    });
    return [
      ...answered.map(({ question, value }) => about(question, value)),
      ...open
        .filter((question) => !answered.some((known) => same(known.question, question)))
        .map((question) => about(question, null)),
    ];
  });
  const open = new Set(asked.flatMap(({ key, value }) => (value === null ? [key] : [])));
  return asked
    .filter(({ key }, index) => asked.findIndex((other) => other.key === key) === index)
    .map((one) => (open.has(one.key) ? { ...one, value: null } : one));
}

function keyOf({ code, role, columns, options }: Question): string {
  return JSON.stringify([code, role, columns, options.map(({ value }) => value)]);
}

/** Notes an answer on every file the question was asked about. */
export function withAnswer(file: FileInHand, question: Question, value: string): FileInHand {
  const { understood, answered } = file;
  const known = answered.some((earlier) => same(earlier.question, question));
  const open =
    understood?.kind === 'understanding' && understood.questions.some((one) => same(one, question));
  if (!known && !open) return file;
  const option = question.options.find((candidate) => candidate.value === value);
  return {
    ...file,
    choices: mergeChoices(file.choices, option?.choice ?? {}),
    answered: [
      ...answered.filter((earlier) => !same(earlier.question, question)),
      { question, value },
    ],
  };
}

/** A correction of the columns: what was answered about the old columns is asked again. */
export function withColumns(file: FileInHand, change: Choices): FileInHand {
  const aboutHeader = ({ question }: Answered) => question.code.startsWith('HEADER');
  const withdrawn = new Set(
    file.answered
      .filter((answer) => !aboutHeader(answer))
      .flatMap(({ question, value }) =>
        Object.keys(question.options.find((option) => option.value === value)?.choice ?? {}),
      ),
  );
  const kept = Object.fromEntries(
    Object.entries(file.choices).filter(([name]) => name === 'columns' || !withdrawn.has(name)),
  );
  return {
    ...file,
    answered: file.answered.filter(aboutHeader),
    choices: mergeChoices(kept, change),
  };
}

export function mergeChoices(choices: Choices, change: Choices): Choices {
  return { ...choices, ...change, columns: { ...choices.columns, ...change.columns } };
}

function same(a: Question, b: Question): boolean {
  return a.code === b.code && a.role === b.role && a.columns.join() === b.columns.join();
}

/** A file that could be read, with what is understood of it. */
export type UnderstoodFile = FileInHand & { understood: Understanding };

/** The files in hand that could be read, those of one header together. */
export function byHeader(files: readonly FileInHand[]): UnderstoodFile[][] {
  const groups = new Map<string, UnderstoodFile[]>();
  for (const file of files) {
    if (file.understood?.kind !== 'understanding') continue;
    const understood = { ...file, understood: file.understood };
    const group = groups.get(file.understood.fingerprint);
    if (group) group.push(understood);
    else groups.set(file.understood.fingerprint, [understood]);
  }
  return [...groups.values()];
}
