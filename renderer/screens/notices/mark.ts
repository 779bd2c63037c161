export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The signs that decide: Alibaba's tag and its phrase, in any case, white space counting as any white
 * space. Short alternatives without nested repetition: a hostile line of 4,000 letters costs no time.
 */
const throttleSigns =
  /reject by behaviou?r\s?spam|ANTISPAM_BAT|(?:much )?too frequently sending|currently unexpected sending/gi;
const replyAtStart = /\b[45]\d\d\b(?:[ -][245]\.\d{1,3}\.\d{1,3}\b)?/;

/** Cuts a diagnostic into marked and unmarked pieces; joined again they are the whole text. */
export function markSigns(diagnostic: string, throttle: boolean): readonly Piece[] {
  const spans: [number, number][] = [];
  const reply = replyAtStart.exec(diagnostic);
  if (reply !== null) spans.push([reply.index, reply.index + reply[0].length]);
  if (throttle) {
    for (const match of diagnostic.matchAll(throttleSigns)) {
      spans.push([match.index, match.index + match[0].length]);
    }
  }
  spans.sort((a, b) => a[0] - b[0]);

  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: diagnostic.slice(at, from), marked: false });
    pieces.push({ text: diagnostic.slice(from, to), marked: true });
    at = to;
  }
  if (at < diagnostic.length) pieces.push({ text: diagnostic.slice(at), marked: false });
  return pieces;
}
