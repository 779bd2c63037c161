import { en } from '../../../app/text/en/index.ts';

export const topics = Object.keys(en.window.help.topic) as TopicName[];
export type TopicName = keyof typeof en.window.help.topic;

/** The names of a topic's points; their words come from the language that is on. */
export const pointsOf = (topic: TopicName): readonly string[] =>
  Object.keys(en.window.help.topic[topic].point);

export const termNames = Object.keys(en.window.glossary) as (keyof typeof en.window.glossary)[];
