/** A cell as it is read, and as a program takes it: a number without its grouping, a time in ISO 8601. */
export interface Cell {
  readonly text: string;
  readonly raw: string | number;
}

/** The same numbers as a chart's, for those who read rather than look, and for export. */
export interface TableData {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const cell = (text: string, raw: string | number = text): Cell => ({ text, raw });
