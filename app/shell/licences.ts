import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { licenceSchema, type Licence } from '../api/contract.ts';

const list = z.array(licenceSchema);

/** The licences that the build collected (app/toolchain/licences.ts). */
export async function readLicences(appFolder: string): Promise<Licence[]> {
  return list.parse(JSON.parse(await readFile(join(appFolder, 'licences.json'), 'utf8')));
}
