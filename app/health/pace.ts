/** How much was sent in a stretch of time, as far as it stands in Sent. */
export interface Sent {
  readonly messages: number;
  readonly recipients: number;
}

/** In 60 seconds, 60 minutes and 24 hours. Observed here; never a limit of Alibaba's. */
export interface Pace {
  readonly minute: Sent;
  readonly hour: Sent;
  readonly day: Sent;
}
