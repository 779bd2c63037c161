/** Cuts text from mail to what the contract carries: a long field must not cost a screen its whole answer. */
export function clip(text: string, most: number): string;
export function clip(text: string | null, most: number): string | null;
export function clip(text: string | null, most: number): string | null {
  return text === null || text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
