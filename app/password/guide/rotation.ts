/** The forced changes that an administrator of Alibaba Mail can set, in months. */
export const rotationMonths = [1, 2, 3, 6, 12] as const;
export type RotationMonths = (typeof rotationMonths)[number];

/**
 * When a password changed at `changedAt` runs out: the same day of the month, or the month's last day where it
 * is shorter. UTC, since the server's zone is not known; a reminder need not be exact to the hour.
 */
export function rotationDue(changedAt: number, months: RotationMonths): number {
  const due = new Date(changedAt);
  const day = due.getUTCDate();
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + months);
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(day, last));
  return due.getTime();
}
