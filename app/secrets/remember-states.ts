/** Words that main and window share; this file knows no system, so that the window's bundle can hold it. */

/** Why no password can be remembered here. */
export const keyringProblems = ['no-keyring', 'built-in-key', 'broken'] as const;
export type KeyringProblem = (typeof keyringProblems)[number];

export const rememberProblems = [...keyringProblems, 'not-written'] as const;
export type RememberProblem = (typeof rememberProblems)[number];

/**
 * refused: a server refused it or it was changed, so it is not tried again until it was typed once more.
 * unreadable: another keyring than the present one encrypted it; it stays where it is.
 */
export const rememberedStates = ['none', 'remembered', 'refused', 'unreadable'] as const;
export type RememberedState = (typeof rememberedStates)[number];
