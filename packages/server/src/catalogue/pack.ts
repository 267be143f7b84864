import type { ItemDefinition } from '@yichuang/kernel/case';
import type { BundleDefinition } from './bundle-schema.ts';
import type { LetterData } from './letter-data.ts';
import type { SupervisionData } from './supervision-data.ts';
import type { ReviewData } from './review-data.ts';
import type {
  DepartmentAlias,
  OverlayFile,
  PackFile,
  PackOrganisation,
  PackPeople,
  PackPost,
  PackThemes,
  SupersededItem,
  Synonyms,
} from './pack-schemas.ts';
import type { UploadShape } from './upload-shape.ts';

/** A county as data: who it is, who works there, what it offers. Checked; see `load-pack.ts`. */
export interface Pack extends PackFile {
  readonly directory: string;
  /** Parents before their children. */
  readonly organisations: readonly PackOrganisation[];
  readonly posts: readonly PackPost[];
  readonly people: PackPeople;
  /** Its own and those of its overlays. */
  readonly items: readonly ItemDefinition[];
  readonly overlays: readonly OverlayFile[];
  /** Absolute folders of its overlays' document templates; its own are in `templates`. */
  readonly overlayTemplates: readonly string[];
  /** About letters, of the overlays that bring it. */
  readonly letterData: LetterData;
  /** How cases are told to the level above, of the last overlay that says so. */
  readonly uploadShape?: UploadShape;
  /** Rules of supervision, risk points and the fee list, of the overlays that bring them. */
  readonly supervision: SupervisionData;
  /** About reviews; absent where no overlay brings it, and then nothing is reviewed. */
  readonly reviewData?: ReviewData;
  readonly bundles: readonly BundleDefinition[];
  readonly themes: PackThemes['themes'];
  readonly lifeEvents: PackThemes['lifeEvents'];
  readonly synonyms: Synonyms;
  readonly departmentAliases: readonly DepartmentAlias[];
  readonly superseded: readonly SupersededItem[];
  /** A list of items to import at the first start, absolute; absent where the pack has none. */
  readonly catalogueFile?: string;
}
