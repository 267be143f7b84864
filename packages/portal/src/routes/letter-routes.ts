import type { FastifyInstance } from 'fastify';
import type { LetterServices } from '../letter-services.ts';
import type { Portal } from '../portal.ts';
import { addKeyLetterRoutes } from './key-letter-routes.ts';
import { addOwnLetterRoutes } from './own-letter-routes.ts';
import { addPublicLetterRoutes } from './public-letter-routes.ts';
import { addWriteLetterRoutes } from './write-letter-routes.ts';

/** All pages of letters; none where no pack brings ways to write in. */
export function addLetterRoutes(
  app: FastifyInstance,
  portal: Portal,
  letters: LetterServices,
): void {
  addWriteLetterRoutes(app, portal, letters);
  addOwnLetterRoutes(app, portal, letters);
  addKeyLetterRoutes(app, portal, letters);
  addPublicLetterRoutes(app, portal, letters);
}
