/** Saving notices: one as a mail file, all that fit the filters as a table. */
export const saving = {
  saving: {
    eml: 'Save as .eml',
    emlTip: 'Fetches the message from the mailbox once more, without changing it, and saves it.',
    csv: 'Save these notices as a table (CSV)',
    part: 'The file holds the first {{rows}} of {{total}} notices; more would not fit. Narrow the filters to save the rest.',
    allSides: 'Either side limited',
    side: 'Limited side',
  },
} as const;
