/** Why a file was refused as a whole. Nothing of it is imported. */
export type FileProblemCode =
  | 'EMPTY_FILE'
  | 'NO_DATA_ROWS'
  | 'NOT_TEXT'
  | 'NOT_CSV'
  | 'COLUMNS_NOT_FOUND'
  | 'UNTERMINATED_QUOTE'
  | 'ALL_ROWS_REJECTED'
  | 'TOO_MANY_COLUMNS'
  | 'FILE_TOO_LARGE'
  | 'FILE_CHANGED'
  | 'NO_BUYER_ID'
  | 'HEADER_LINE_NOT_FOUND'
  | 'KINDS_MIXED';

export interface FileProblem {
  kind: 'problem';
  code: FileProblemCode;
  /** Name of the file as the person knows it. Hostile text is possible: render it as text only. */
  file: string;
  /** Physical line, counted from 1, where there is one to point at. */
  line?: number;
  /** Figures that help the person act, such as the number of columns found or the most common reason. */
  facts?: Record<string, string | number>;
}
