import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** Values that have broken programs before, in any place. */
const odd: readonly unknown[] = [
  ...[null, undefined, true, '', 'x', 0, -1, 1.5, NaN, Infinity, 2 ** 53, -(2 ** 53), 1e308],
  ...[
    '__proto__',
    'constructor',
    '\0',
    '\u202e',
    '\ud800',
    "' OR 1=1 --",
    '../../etc/passwd',
    '=1+1',
  ],
  ...[
    'https://example.com/',
    'file:///etc/passwd',
    'x'.repeat(5000),
    [],
    {},
    [[]],
    { a: { b: {} } },
  ],
  JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  Array.from({ length: 2000 }, () => 0),
];

/**
 * A value that the schema would take, or nearly: at every place there is a small chance of something odd. Walks
 * the contract, so that a channel added tomorrow is attacked tomorrow.
 */
export function sampleValue(schema: Schema, random: () => number, oddness = 0.05): unknown {
  const below = (limit: number) => Math.floor(random() * limit);
  const inner = (next: Schema): unknown => sampleValue(next, random, oddness);
  if (random() < oddness) return odd[below(odd.length)];
  // What zod tells about a schema differs by its type; these are the ones that the contract uses.
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  switch (def.type) {
    case 'object': {
      const made = Object.entries(def.shape ?? {}).map(
        ([key, next]) => [key, inner(next)] as const,
      );
      const kept = made.filter(() => random() > oddness / 2);
      return Object.fromEntries(random() < oddness ? [...kept, ['extra', 1]] : kept);
    }
    case 'array':
      return Array.from({ length: below(4) }, () => def.element && inner(def.element));
    case 'union': {
      const chosen = def.options?.[below(def.options.length)];
      return chosen && inner(chosen);
    }
    case 'nullable':
      return random() < 0.3 ? null : def.innerType && inner(def.innerType);
    case 'optional':
    case 'default':
      return random() < 0.3 ? undefined : def.innerType && inner(def.innerType);
    case 'readonly':
      return def.innerType && inner(def.innerType);
    case 'pipe':
      return def.in && inner(def.in);
    case 'enum': {
      const values = Object.values(def.entries ?? {});
      return values[below(values.length)];
    }
    case 'literal':
      return def.values?.[0];
    case 'boolean':
      return random() < 0.5;
    case 'number':
      return [1, 2, 0, 50, 993, 1_772_438_400_000, -5, below(1000)][below(8)];
    case 'string':
      return ['a@example.com', 'owner@example.cn', 'imap.example.com', 'INBOX', '2026-03-02', 'x'][
        below(6)
      ];
    case 'null':
      return null;
    default:
      return undefined;
  }
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}
