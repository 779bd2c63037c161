import { giveUpDamaged, type Context } from './context.ts';
import { channels, type Channel } from './contract.ts';
import type { Handlers } from './handler.ts';

/**
 * Handlers whose answers keep to the contract. Where one throws or answers otherwise, either we have a bug or the
 * disk changed a stored value into something that nobody wrote: the rows are looked through, and if they are to
 * blame the database is given up as damaged and the question asked again, which then tells so.
 */
export function soundAnswers(handlers: Handlers, context: Context): Handlers {
  const sound = (channel: Channel) => {
    const handle = handlers[channel] as (argument: unknown) => unknown;
    return (argument: unknown): unknown => {
      const blame = (error: unknown): unknown => {
        if (!foundDamage(context)) throw error;
        return handle(argument);
      };
      const check = (answer: unknown): unknown =>
        channels[channel].result.safeParse(answer).success
          ? answer
          : blame(new Error(`${channel}: an answer outside the contract`));
      let answer: unknown;
      try {
        answer = handle(argument);
      } catch (error) {
        return blame(error);
      }
      return answer instanceof Promise ? answer.then(check, blame) : check(answer);
    };
  };
  const names = Object.keys(handlers) as Channel[];
  return Object.fromEntries(names.map((name) => [name, sound(name)])) as unknown as Handlers;
}

function foundDamage(context: Context): boolean {
  const { store, database } = context;
  if (!store.ok) return false;
  const table = store.value.unsoundTable();
  if (table === null) return false;
  const detail = `a row of "${table}" holds what was never written`;
  giveUpDamaged(context, { code: 'store-damaged', subject: database.file, detail });
  return true;
}
