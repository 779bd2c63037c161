import { useState } from 'react';
import {
  longestClientName,
  mostClients,
  type Client,
  type Progress,
} from '../../../../app/password/guide/progress.ts';
import type { PasswordDesk } from '../use-password.ts';

export interface Clients {
  readonly list: readonly Client[];
  readonly full: boolean;
  add(name: string): void;
  set(index: number, change: Partial<Client>): void;
  remove(index: number): void;
}

/** The owner's list. It is changed here at once and told to main, so that quick ticks do not overtake each other. */
export function useClients(desk: PasswordDesk, progress: Progress): Clients {
  const [list, setList] = useState<readonly Client[]>(progress.clients);
  const change = (next: readonly Client[]) => {
    setList(next);
    void desk.send({ type: 'set-clients', clients: [...next] });
  };
  return {
    list,
    full: list.length >= mostClients,
    add(name) {
      const clean = name.trim().slice(0, longestClientName);
      if (clean === '' || list.length >= mostClients || list.some((each) => each.name === clean))
        return;
      change([...list, { name: clean, paused: false, resumed: false }]);
    },
    set: (index, part) => {
      change(list.map((each, at) => (at === index ? { ...each, ...part } : each)));
    },
    remove: (index) => {
      change(list.filter((_each, at) => at !== index));
    },
  };
}
