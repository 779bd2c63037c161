import type { Answer, Argument, Channel } from './contract.ts';

export type Handler<C extends Channel> = (argument: Argument<C>) => Answer<C> | Promise<Answer<C>>;

/** One handler for each channel of the contract; the compiler proves that none is missing. */
export type Handlers = { readonly [C in Channel]: Handler<C> };
